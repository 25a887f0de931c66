"""The editor's side: what a new week begins with, what is refused, what the grid asks."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from events.schedules.models import WorkSchedulePage
from events.schedules.rules.lines import from_data, to_data
from portal.users.models import User
from tests.factories import browser, make_user
from tests.schedules.weeks import MONDAY, line, make_week, schedules_of
from tests.users.helpers import sign_in
from units.models import Official, Unit
from units.rights.roles import Role


@pytest.fixture
def writer(cao_loc: Unit) -> User:
    return make_user(Role.CONTRIBUTOR, cao_loc)


@pytest.fixture
def client(writer: User) -> Client:
    found = browser()
    sign_in(found, writer)
    return found


def add_url(unit: Unit) -> str:
    return reverse(
        "wagtailadmin_pages:add", args=["schedules", "workschedulepage", schedules_of(unit).pk]
    )


def form(entries: Any, **values: Any) -> dict[str, Any]:
    return {
        "first": MONDAY.isoformat(),
        "last": (MONDAY + timedelta(4)).isoformat(),
        "number": "",
        "signer": "",
        "signer_post": "",
        "place_of_issue": "",
        "issued_on": "",
        "recipients": "",
        "entries": entries if isinstance(entries, str) else json.dumps(entries),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **values,
    }


def test_new_week_follows_the_last_one(client: Client, cao_loc: Unit) -> None:
    Official.objects.create(unit=cao_loc, name="Hoàng Thị Mẫu", post="Viện trưởng")
    make_week(cao_loc, number=9, signer="Hoàng Thị Mẫu", recipients="Lưu: VT")
    html = client.get(add_url(cao_loc)).content.decode()
    assert 'name="number" value="10"' in html
    assert "30/11/2026" in html
    assert 'value="Hoàng Thị Mẫu"' in html
    assert '"people": ["Ho\\u00e0ng' in html or '"people": ["Hoàng' in html


def test_saved_week_is_a_draft_with_title_and_address(client: Client, cao_loc: Unit) -> None:
    response = client.post(add_url(cao_loc), form(to_data([line("Giao ban")]), number="3"))
    assert response.status_code == 302
    page = WorkSchedulePage.objects.get(owning_unit=cao_loc)
    assert not page.live
    assert page.title.startswith("Lịch làm việc từ ngày 23/11/2026")
    assert page.lines[0].entry.content == "Giao ban"
    assert not page.lines[0].entry.is_public


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"content": ""}, "Dòng 1: Hãy ghi nội dung"),
        ({"start": "25:00"}, "Dòng 1: Hãy ghi giờ"),
        ({"day": "x"}, "Dòng 1: Hãy chọn ngày"),
        ({"session": "night"}, "Dòng 1: Hãy chọn buổi"),
        ({"is_public": "có"}, "Dòng 1: Hãy chọn công khai"),
    ],
)
def test_wrong_row_is_named_and_what_was_typed_is_kept(
    client: Client, cao_loc: Unit, change: dict[str, str], words: str
) -> None:
    rows = to_data([line("Giao ban", place="Phòng họp số 9")])
    rows[0].update(change)
    response = client.post(add_url(cao_loc), form(rows))
    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert "Phòng họp số 9" in html
    assert not WorkSchedulePage.objects.exists()


@pytest.mark.parametrize("sent", ["{", "{}", '"x"', "[1]", json.dumps([{}] * 301)])
def test_what_is_no_list_of_rows_is_refused(client: Client, cao_loc: Unit, sent: str) -> None:
    assert client.post(add_url(cao_loc), form(sent)).status_code == 200
    assert not WorkSchedulePage.objects.exists()


def test_number_that_stands_in_a_draft_is_taken(client: Client, cao_loc: Unit) -> None:
    """A draft's number is not in the table yet, and two people write next week's schedules."""
    page = make_week(cao_loc, number=5, first=MONDAY - timedelta(7))
    page.number = 6
    page.save_revision()
    response = client.post(add_url(cao_loc), form([], number="6"))
    assert "Số 6/LLV của năm 2026 đã có trong sổ. Số tiếp theo là 7." in response.content.decode()


def test_last_week_is_copied_to_the_same_weekdays(client: Client, cao_loc: Unit) -> None:
    wednesday = MONDAY + timedelta(2)
    old = line("Giao ban", wednesday, public=True, mark="changed")
    off = line("Đã hoãn", mark="postponed")
    make_week(cao_loc, old, off)
    url = reverse("schedules_copy", args=[schedules_of(cao_loc).pk])
    answer = client.get(url, {"first": (MONDAY + timedelta(7)).isoformat()}).json()
    (copied,) = from_data(answer["entries"])
    assert copied.entry.day == wednesday + timedelta(7)
    assert copied.entry.mark == ""
    assert copied.uid != old.uid


def test_another_unit_copies_nothing(cao_loc: Unit, bac_son: Unit) -> None:
    make_week(cao_loc, line("Nội bộ"))
    stranger = browser()
    sign_in(stranger, make_user(Role.UNIT_ADMIN, bac_son))
    url = reverse("schedules_copy", args=[schedules_of(cao_loc).pk])
    assert stranger.get(url, {"first": "2026-11-30"}).status_code == 404


def test_warnings_are_told_while_writing(client: Client) -> None:
    rows = to_data(
        [line("Họp một", chairs=("Lê Văn Mẫu",)), line("Họp hai", chairs=("Lê Văn Mẫu",))]
    )
    sent = {"first": MONDAY.isoformat(), "last": MONDAY.isoformat(), "entries": rows}
    answer = client.post(
        reverse("schedules_check"), json.dumps(sent), content_type="application/json"
    ).json()
    assert any("Lê Văn Mẫu có hai việc cùng lúc" in text for text in answer["warnings"])


@pytest.mark.parametrize("sent", ["", "[]", '{"first": 1}', '{"first":"x","last":"y"}'])
def test_nonsense_is_answered_and_not_failed_on(client: Client, sent: str) -> None:
    url = reverse("schedules_check")
    assert client.post(url, sent, content_type="application/json").status_code == 400


@pytest.mark.parametrize("sign", ["\\u0000", "\\ud800", "\\u000b", "\\u202e", "\\u200b"])
def test_signs_that_nobody_sees_are_not_kept(client: Client, cao_loc: Unit, sign: str) -> None:
    """Half a letter cannot be sent to anybody, and PostgreSQL takes no zero."""
    rows = json.dumps(to_data([line("Giao@ban", chairs=("Lê Văn@ Mẫu",))])).replace("@", sign)
    assert client.post(add_url(cao_loc), form(rows)).status_code == 302
    (found,) = WorkSchedulePage.objects.get().get_latest_revision_as_object().lines
    assert found.entry.content in ("Giaoban", "Giao\nban")
    found.entry.chairs[0].encode()


DEEP = "[" * 200_000


def test_what_is_nested_without_end_is_refused(client: Client, cao_loc: Unit) -> None:
    for name in ("schedules_check", "schedules_paste"):
        answer = client.post(reverse(name), DEEP, content_type="application/json")
        assert answer.status_code in (400, 422)
        assert answer.json()["error"]
    assert client.post(add_url(cao_loc), form(DEEP)).status_code == 200
    assert not WorkSchedulePage.objects.exists()


def test_copy_for_the_end_of_time_is_refused(client: Client, cao_loc: Unit) -> None:
    make_week(cao_loc, line("Việc", MONDAY + timedelta(6)))
    url = reverse("schedules_copy", args=[schedules_of(cao_loc).pk])
    assert client.get(url, {"first": "9999-12-31"}).status_code == 400


def test_copy_of_a_week_has_no_number(cao_loc: Unit) -> None:
    page = make_week(cao_loc, line("Giao ban"), number=4)
    copied = page.copy(update_attrs={"slug": "ban-sao"}, keep_live=False)
    assert Page.objects.get(pk=copied.pk).specific.number is None
