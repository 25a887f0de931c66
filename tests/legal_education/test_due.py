"""What has to be read again: who sees it, who is told, who may say that it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from home.laws.signals import law_lapsed
from home.legal_education.due import due_among, due_of, mark_reviewed
from home.legal_education.models import DueNotice, LegalEducationPage, PageReview
from home.legal_education.tasks import tell_due_pages
from tests.clock import on
from tests.factories import make_user
from tests.legal_education.items import (
    LAPSE_DAY,
    make_answer,
    make_item,
    make_law,
    make_replaced_law,
)
from units.models import Role, Unit
from units.moderation.models.people import PendingMail

pytestmark = pytest.mark.django_db


def due(day: date) -> list[LegalEducationPage]:
    return [row.page for row in due_among(LegalEducationPage.objects.all(), day)]


def test_a_page_is_due_from_the_day_on_which_its_law_lapses(cao_loc: Unit):
    page = make_answer(cao_loc, make_replaced_law())
    assert due(LAPSE_DAY - timedelta(days=1)) == []
    assert due(LAPSE_DAY) == [page]


def test_a_page_is_due_when_its_own_date_has_come(cao_loc: Unit):
    page = make_item(cao_loc, review_again_on=date(2027, 1, 1))
    assert due(date(2026, 12, 31)) == []
    assert due(date(2027, 1, 1)) == [page]
    assert due_of(page, date(2027, 1, 1)).reasons[0].text == "Đến hạn xem lại ngày 01/01/2027"


def test_drafts_and_laws_in_force_make_nothing_due(cao_loc: Unit):
    make_answer(cao_loc, make_replaced_law(), live=False)
    make_answer(cao_loc, make_law("8/2022/NĐ-CP"))
    assert due(LAPSE_DAY) == []


def test_citing_what_replaced_it_clears_the_page(cao_loc: Unit):
    old = make_replaced_law()
    page = make_answer(cao_loc, old)
    reference = page.law_references.first()
    reference.law = old.replaced_by
    page.law_references = [reference]
    page.save_revision().publish()
    assert due(LAPSE_DAY) == []


def test_marking_clears_what_was_shown_and_not_what_arose_since(cao_loc: Unit):
    law = make_replaced_law()
    page = make_answer(cao_loc, law, review_again_on=LAPSE_DAY)
    leader = make_user(Role.LEADER, cao_loc)
    shown = [due_of(page, LAPSE_DAY).reasons[0].key]
    with on(LAPSE_DAY):
        cleared = mark_reviewed(page, leader, cao_loc, shown, "Đã đối chiếu")
        assert [reason.key for reason in cleared] == shown
        assert [reason.key for reason in due_of(page).reasons] == [f"date:{LAPSE_DAY}"]
        assert mark_reviewed(page, leader, cao_loc, shown) == []
    entry = PageLogEntry.objects.get(action="legal_education.reviewed", page=page.pk)
    assert entry.user == leader
    assert entry.data["note"] == "Đã đối chiếu"


def test_a_law_that_lapses_on_another_day_after_all_is_due_anew(cao_loc: Unit):
    law = make_replaced_law()
    page = make_answer(cao_loc, law)
    with on(LAPSE_DAY):
        mark_reviewed(page, make_user(), cao_loc, due_of(page).keys)
    assert due(LAPSE_DAY) == []
    law.expires_on = LAPSE_DAY + timedelta(days=30)
    law.save()
    assert due(LAPSE_DAY) == []
    assert due(LAPSE_DAY + timedelta(days=30)) == [page]


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        (Role.CONTRIBUTOR, "cao-loc", 403),
        (Role.LEADER, "cao-loc", 302),
        (Role.UNIT_ADMIN, "cao-loc", 302),
        (Role.BOARD, "tinh", 302),
        (Role.LEADER, "bac-son", 404),
        (Role.UNIT_ADMIN, "bac-son", 404),
    ],
)
def test_who_may_mark_is_asked_where_it_happens(
    cao_loc: Unit, client: Client, role: Role, unit: str, status: int
):
    page = make_item(cao_loc, review_again_on=timezone.localdate())
    client.force_login(make_user(role, Unit.objects.get(slug=unit)))
    address = reverse("legal_education_reviewed", args=[page.pk])
    answer = client.post(address, {"reason": due_of(page).keys, "note": "x\x00y"})
    assert answer.status_code in ({302, 403} if status == 403 else {status})
    assert PageReview.objects.exists() == (status == 302)


@pytest.mark.parametrize("reason", ["", "law:999:2026-01-01", "\x00", "date:" + "9" * 500])
def test_a_forged_reason_clears_nothing(cao_loc: Unit, client: Client, reason: str):
    page = make_item(cao_loc, review_again_on=timezone.localdate())
    client.force_login(make_user(Role.LEADER, cao_loc))
    address = reverse("legal_education_reviewed", args=[page.pk])
    assert client.post(address, {"reason": reason}).status_code == 302
    assert due_of(page).reasons


def test_the_start_page_shows_own_pages_alone(cao_loc: Unit, bac_son: Unit, client: Client):
    today = timezone.localdate()
    make_item(cao_loc, title="Bài Cao Lộc", review_again_on=today)
    make_item(bac_son, title="Bài Bắc Sơn", review_again_on=today)
    seen = {}
    for role, unit in ((Role.LEADER, cao_loc), (Role.CONTRIBUTOR, bac_son), (Role.BOARD, None)):
        client.force_login(make_user(role, unit))
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        panel = html.partition('id="legal-education-due"')[2].partition("</section>")[0]
        titles = [title for title in ("Bài Cao Lộc", "Bài Bắc Sơn") if title in panel]
        seen[role] = (titles, "Ghi nhận đã xem lại" in panel)
    assert seen == {
        Role.LEADER: (["Bài Cao Lộc"], True),
        Role.CONTRIBUTOR: (["Bài Bắc Sơn"], False),
        Role.BOARD: (["Bài Cao Lộc", "Bài Bắc Sơn"], True),
    }


def test_owners_are_told_once_in_one_mail(cao_loc: Unit, bac_son: Unit):
    law = make_replaced_law()
    leader, writer = make_user(Role.LEADER, cao_loc), make_user(Role.CONTRIBUTOR, cao_loc)
    make_user(Role.LEADER, bac_son)
    make_answer(cao_loc, law, title="Của người viết", owner=writer)
    make_answer(cao_loc, law, title="Của người khác")
    with on(LAPSE_DAY):
        tell_due_pages()
        tell_due_pages()
    mails = {mail.user: mail for mail in PendingMail.objects.all()}
    assert set(mails) == {leader, writer}
    assert PendingMail.objects.count() == 2
    words = {user: "\n".join(mail.context["lines"]) for user, mail in mails.items()}
    assert "Của người viết" in words[leader]
    assert "Của người khác" in words[leader]
    assert "Của người khác" not in words[writer]
    assert "được thay thế bởi Nghị định số 224/2026/NĐ-CP" in words[writer]


def test_the_province_s_items_are_the_board_s(province: Unit):
    board = make_user(Role.BOARD)
    make_item(province, review_again_on=timezone.localdate())
    tell_due_pages()
    assert [mail.user for mail in PendingMail.objects.all()] == [board]


def test_a_law_that_lapses_tells_at_once(cao_loc: Unit):
    law = make_replaced_law()
    make_user(Role.LEADER, cao_loc)
    make_answer(cao_loc, law)
    with on(LAPSE_DAY):
        law_lapsed.send(sender=type(law), law=law, day=LAPSE_DAY, is_partial=False)
    assert DueNotice.objects.count() == 1
    assert PendingMail.objects.count() == 1
