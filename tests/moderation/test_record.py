"""The ledger: complete, append-only, derivable; deadlines, mails and digests."""

from __future__ import annotations

import smtplib
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tests.moderation.people import (
    Staff,
    approve,
    current,
    draft,
    edit,
    fresh,
    send_back,
    signed_in,
    submit,
    through,
)
from units.models import Unit
from units.moderation import ledger
from units.moderation.decisions import decide
from units.moderation.mail import send_digests
from units.moderation.models import (
    Decision,
    LedgerEntry,
    MailPreference,
    PendingMail,
    ReviewStep,
)
from units.moderation.models.ledger import LedgerIsAppendOnlyError
from units.moderation.tasks import watch_deadlines

pytestmark = pytest.mark.django_db


def values(rows: list[LedgerEntry]) -> list[tuple[object, ...]]:
    names = [field.name for field in LedgerEntry._meta.fields if field.name != "id"]
    return [tuple(getattr(row, name) for name in names) for row in rows]


def test_ledger_can_be_built_again_from_the_log(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    send_back(page, staff.leader, "Bỏ số điện thoại")
    page = submit(edit(page, staff.author, title="Đã bỏ"), staff.author)
    approve(page, staff.leader)
    page = approve(page, staff.board)
    page.unpublish(user=staff.board)

    rows = list(LedgerEntry.objects.order_by("pk"))
    assert values(ledger.derive()) == values(rows)
    mine = [row.decision for row in rows if row.page_id == page.pk]
    assert mine == [
        "submitted", "returned", "submitted", "unit_approved", "board_approved", "published",
        "unpublished",
    ]  # fmt: skip


def test_rows_survive_the_page_and_the_people(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board, title="Bài sẽ xóa")
    page_id = page.pk
    page.delete()
    staff.author.delete()

    rows = list(LedgerEntry.objects.of_page(page_id))
    first = rows[0]
    assert first.page_title == "Bài sẽ xóa"
    assert first.author_name == first.actor_name == "tac-gia (mẫu)"
    assert first.unit_name == cao_loc.name
    assert first.topics == ["Án hình sự"]
    assert values(ledger.derive()) == values(list(LedgerEntry.objects.order_by("pk")))


def test_rows_are_never_changed_or_deleted(cao_loc: Unit, staff: Staff) -> None:
    submit(draft(cao_loc, staff.author), staff.author)
    row = LedgerEntry.objects.last()
    for change in (
        row.save,
        row.delete,
        LedgerEntry.objects.all().delete,
        lambda: LedgerEntry.objects.update(text="khác"),
    ):
        with pytest.raises(LedgerIsAppendOnlyError):
            change()


def test_decision_and_row_stand_or_fall_together(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    state = current(page)
    failing = mock.patch("units.moderation.notices.decided", side_effect=RuntimeError)
    with failing, pytest.raises(RuntimeError), transaction.atomic():
        decide(state.pk, staff.leader, "approve")

    assert current(page).pk == state.pk
    assert LedgerEntry.objects.filter(page_id=page.pk).count() == 1


def mails() -> dict[str, list[str]]:
    return {
        str(row.user.username): sorted(
            PendingMail.objects.filter(user=row.user).values_list("kind", flat=True)
        )
        for row in PendingMail.objects.select_related("user")
    }


def test_who_is_told_what(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    assert mails() == {
        "tac-gia": ["submitted"],
        "lanh-dao": ["to_review"],
        "lanh-dao-hai": ["to_review"],
    }
    PendingMail.objects.all().delete()

    approve(page, staff.leader)
    told = mails()
    assert told["tac-gia"] == ["approved"]
    assert told["bien-tap"] == told["bien-tap-hai"] == ["to_review"]
    PendingMail.objects.all().delete()

    send_back(page, staff.board)
    told = mails()
    assert told == {"tac-gia": ["returned"], "lanh-dao": ["returned"], "lanh-dao-hai": ["returned"]}
    text = PendingMail.objects.filter(user=staff.author).get().context["lines"]
    assert any("Bỏ tên bị hại" in line for line in text)


def test_mail_is_vietnamese_text_and_html_with_a_link(
    cao_loc: Unit, staff: Staff, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = submit(draft(cao_loc, staff.author, "Bài A & B"), staff.author)

    sent = next(one for one in mail.outbox if one.to == [staff.leader.email])
    link = reverse("moderation_item", args=[page.pk])
    html = sent.alternatives[0].content
    assert sent.subject == "Chờ duyệt: Bài A & B"
    assert "đang chờ anh/chị duyệt" in sent.body
    assert link in sent.body
    assert f'{link}"' in html
    assert "Bài A &amp; B" in html
    assert PendingMail.objects.filter(sent_at=None).count() == 0


def test_mail_server_that_is_down_delays_mail_and_blocks_nothing(
    cao_loc: Unit, staff: Staff, django_capture_on_commit_callbacks: object
) -> None:
    down = mock.patch.object(EmailBackend, "send_messages", side_effect=smtplib.SMTPException)
    with down, django_capture_on_commit_callbacks(execute=True):
        page = submit(draft(cao_loc, staff.author), staff.author)
    assert current(page)
    waiting = PendingMail.objects.filter(sent_at=None).count()
    assert waiting == 3

    watch_deadlines()

    assert len(mail.outbox) == 3
    assert not PendingMail.objects.filter(sent_at=None).exists()


def test_one_address_that_is_refused_keeps_no_other_mail_waiting(
    cao_loc: Unit, staff: Staff, django_capture_on_commit_callbacks: object
) -> None:
    down = mock.patch.object(EmailBackend, "send_messages", side_effect=smtplib.SMTPException)
    with down, django_capture_on_commit_callbacks(execute=True):
        submit(draft(cao_loc, staff.author), staff.author)
    first = PendingMail.objects.filter(sent_at=None).order_by("created_at", "pk").first()
    usual = EmailBackend.send_messages

    def refuse(self: EmailBackend, messages: list[EmailMessage]) -> int:
        if messages[0].to == [first.user.email]:
            raise smtplib.SMTPRecipientsRefused({first.user.email: (550, b"no such user")})
        return usual(self, messages)

    with mock.patch.object(EmailBackend, "send_messages", refuse):
        watch_deadlines()

    assert len(mail.outbox) == 2
    assert list(PendingMail.objects.filter(sent_at=None)) == [first]


def test_who_has_left_gets_no_mail_that_waited(cao_loc: Unit, staff: Staff) -> None:
    submit(draft(cao_loc, staff.author), staff.author)
    staff.leader.is_active = False
    staff.leader.save()

    watch_deadlines()

    assert [staff.leader.email] not in [one.to for one in mail.outbox]
    assert not PendingMail.objects.filter(sent_at=None).exists()


def test_digest_gathers_the_mails_of_a_day(
    cao_loc: Unit, staff: Staff, django_capture_on_commit_callbacks: object
) -> None:
    client = signed_in(staff.leader)
    client.post(
        reverse("wagtailadmin_account"),
        {
            "moderation_mail-digest": "on",
            "theme-theme": "dark",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )
    assert MailPreference.objects.get(user=staff.leader).digest
    with django_capture_on_commit_callbacks(execute=True):
        for title in ("Bài một", "Bài hai"):
            submit(draft(cao_loc, staff.author, title), staff.author)
    assert not [one for one in mail.outbox if one.to == [staff.leader.email]]

    assert send_digests() == 1
    assert send_digests() == 0

    digest = mail.outbox[-1]
    assert digest.to == [staff.leader.email]
    assert "Bài một" in digest.body
    assert "Bài hai" in digest.body


def age(page: object, **moments: timedelta) -> None:
    now = timezone.now()
    values = {name: now + change for name, change in moments.items()}
    ReviewStep.objects.open().filter(page=page.pk).update(**values)


def test_reminder_at_half_and_escalation_when_late_each_once(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    PendingMail.objects.all().delete()
    watch_deadlines()
    assert mails() == {}

    age(page, remind_at=-timedelta(minutes=1), due_at=timedelta(hours=3))
    for _run in range(2):
        watch_deadlines()
    assert mails() == {"lanh-dao": ["reminder"], "lanh-dao-hai": ["reminder"]}
    PendingMail.objects.all().delete()

    age(page, remind_at=-timedelta(hours=9), due_at=-timedelta(minutes=1))
    for _run in range(2):
        watch_deadlines()
    told = mails()
    assert told["bien-tap"] == told["lanh-dao"] == ["escalated"]
    assert LedgerEntry.objects.filter(decision=Decision.ESCALATED).count() == 1
    approve(page, staff.leader)
    assert LedgerEntry.objects.get(decision=Decision.UNIT_APPROVED).was_late
    assert fresh(page).current_workflow_task_state is not None
