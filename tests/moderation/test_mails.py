"""Nobody gets Wagtail's own mails about reviews and comments; ours say the same, and to more people."""

from __future__ import annotations

import smtplib
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from wagtail.models import PageSubscription

from tests.moderation.people import (
    Staff,
    approve,
    draft,
    edit_url,
    form_of,
    fresh,
    send_back,
    signed_in,
    submit,
)
from units.models import Unit
from units.moderation.models import PendingMail

pytestmark = pytest.mark.django_db


def test_every_mail_of_a_review_is_ours(
    cao_loc: Unit, staff: Staff, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = submit(draft(cao_loc, staff.author), staff.author)
        send_back(page, staff.leader)
        page = submit(page, staff.author)
        approve(page, staff.leader)
        approve(page, staff.board)

    ours = PendingMail.objects.exclude(sent_at=None).values_list("user__email", "subject")
    assert sorted((one.to[0], one.subject) for one in mail.outbox) == sorted(ours)


def comment_form(page: Any, text: str) -> dict[str, str]:
    return form_of(page) | {
        "comments-TOTAL_FORMS": "1",
        "comments-0-text": text,
        "comments-0-contentpath": "lead",
        "comments-0-position": "",
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }


def test_comment_reaches_who_follows_and_waits_for_a_mail_server_that_is_down(
    cao_loc: Unit, bac_son: Unit, staff: Staff, django_capture_on_commit_callbacks: Any
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    for user in (staff.author, staff.other_author):
        PageSubscription.objects.create(page=page, user=user, comment_notifications=True)
    PendingMail.objects.all().delete()
    down = mock.patch.object(EmailBackend, "open", side_effect=smtplib.SMTPException, create=True)
    refuses = mock.patch.object(EmailBackend, "send_messages", side_effect=smtplib.SMTPException)

    with down, refuses, django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(staff.leader).post(edit_url(page), comment_form(page, "Câu này dài"))

    assert answer.status_code == 302
    assert fresh(page).wagtail_admin_comments.get().text == "Câu này dài"
    told = PendingMail.objects.filter(kind="commented", sent_at=None)
    # The colleague of another unit follows from the time before he moved: he may no longer look.
    assert {row.user for row in told} == {staff.author, staff.deputy}
    assert "– Câu này dài" in told[0].context["lines"]
    assert mail.outbox == []


@pytest.mark.parametrize("who", ["author", "leader", "board"])
def test_account_offers_no_switch_for_mails_that_nobody_sends(staff: Staff, who: str) -> None:
    client = signed_in(getattr(staff, who))
    html = client.get(reverse("wagtailadmin_account")).content.decode()

    assert "moderation_mail-digest" in html
    assert "_notifications" not in html
