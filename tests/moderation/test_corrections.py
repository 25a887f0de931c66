"""The board's urgent correction of a published page: at once, but past the check list, and listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.users.models import User
from tests.moderation.people import (
    Staff,
    edit,
    edit_url,
    form_of,
    fresh,
    said,
    signed_in,
    submit,
    through,
)
from tests.moderation.test_submission import WARNED, WRONG, check_url
from units.models import Unit
from units.moderation.models import Decision, LedgerEntry

pytestmark = pytest.mark.django_db


def press_publish(page: Page, user: User) -> Any:
    return signed_in(user).post(edit_url(page), form_of(page, **{"action-publish": "1"}))


def publish_in_bulk(page: Page, user: User) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return signed_in(user).post(f"{url}?id={page.pk}", {})


def craft_on_check_screen(page: Page, user: User) -> Any:
    values = {"revision": page.latest_revision_id, "action": "correct"}
    return signed_in(user).post(check_url(page), values)


WAYS: tuple[Callable[[Page, User], Any], ...] = (
    press_publish,
    publish_in_bulk,
    craft_on_check_screen,
)


@pytest.fixture
def page(cao_loc: Unit, staff: Staff) -> Any:
    return through(cao_loc, staff.author, staff.leader, staff.board)


@pytest.mark.parametrize("lead", [WARNED, WRONG], ids=["warning", "error"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_leads_past_the_check_list(
    page: Any, staff: Staff, way: Callable[[Page, User], Any], lead: str
) -> None:
    page = edit(page, staff.board, lead=lead)

    answer = way(page, staff.board)

    assert answer.headers["location"] == check_url(page)
    assert fresh(page).lead != lead
    assert fresh(page).get_latest_revision_as_object().lead == lead
    assert not LedgerEntry.objects.of_page(page.pk).filter(decision=Decision.URGENT).exists()


def test_confirmed_warnings_are_published_and_stand_in_the_list(page: Any, staff: Staff) -> None:
    page = edit(page, staff.board, lead=WARNED)
    client = signed_in(staff.board)
    press_publish(page, staff.board)
    assert "Đăng đính chính ngay" in client.get(check_url(page)).content.decode()
    page = fresh(page)
    values = {"revision": page.latest_revision_id, "warnings_read": "1", "action": "correct"}

    answer = client.post(check_url(page), values)

    assert "Đã đăng bản đính chính" in said(answer)
    assert fresh(page).lead == WARNED
    row = LedgerEntry.objects.of_page(page.pk).last()
    assert (row.decision, row.actor_id) == (Decision.URGENT, staff.board.pk)
    listed = client.get(reverse("moderation_exceptions")).content.decode()
    assert "xác nhận 1 điểm" in listed


@pytest.mark.parametrize("who", ["author", "leader", "colleague", "other_leader"])
def test_nobody_else_corrects_on_the_check_screen(page: Any, staff: Staff, who: str) -> None:
    page = edit(page, staff.board, title="Tên đã sửa")

    craft_on_check_screen(page, getattr(staff, who))

    assert fresh(page).title != "Tên đã sửa"


def test_text_of_others_is_no_correction(page: Any, staff: Staff) -> None:
    page = edit(page, staff.author, title="Tên của tác giả")

    answer = craft_on_check_screen(page, staff.board)

    assert "Chỉ Ban Biên tập đính chính" in said(answer)
    assert fresh(page).title != "Tên của tác giả"


def test_no_correction_while_the_item_is_under_review(page: Any, staff: Staff) -> None:
    page = submit(edit(page, staff.board, title="Đang duyệt"), staff.board)

    craft_on_check_screen(page, staff.board)

    assert fresh(page).title != "Đang duyệt"
