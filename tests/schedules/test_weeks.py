"""A unit's weeks: title, register number, amendments, earlier versions, the way between weeks."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.schedules.models import WorkSchedulePage
from events.schedules.rules.week import Session
from tests.factories import browser
from tests.fixtures import UNIT_HOST
from tests.schedules.weeks import MONDAY, amend, line, make_week
from units.models import Official, Unit


def page_of(path: str, host: str = UNIT_HOST) -> str:
    response = browser(host).get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_title_follows_from_the_days_and_says_from_once(cao_loc: Unit) -> None:
    page = make_week(cao_loc, line(public=True), first=date(2024, 11, 11), number=49)
    assert page.title == "Lịch làm việc từ ngày 11/11/2024 đến ngày 15/11/2024"
    assert page.symbol == "49/LLV"
    assert page.slug == "tuan-11-11-2024"
    assert page.owning_unit == cao_loc


@pytest.mark.parametrize(("days", "field"), [(-1, "last"), (40, "last")])
def test_impossible_weeks_are_refused_in_words(cao_loc: Unit, days: int, field: str) -> None:
    page = WorkSchedulePage(first=MONDAY, last=MONDAY + timedelta(days))
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert list(caught.value.message_dict) == [field]


def test_a_number_stands_once_in_the_register_of_a_year(cao_loc: Unit, bac_son: Unit) -> None:
    make_week(cao_loc, number=7)
    make_week(bac_son, number=7)
    make_week(cao_loc, first=date(2025, 11, 24), number=7)
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        make_week(cao_loc, first=MONDAY + timedelta(7), number=7)


def test_register_of_a_year_is_in_numeric_order(cao_loc: Unit) -> None:
    for weeks, number in enumerate((10, 9, 2)):
        make_week(cao_loc, first=MONDAY - timedelta(7 * weeks), number=number)
    html = page_of("/lich-cong-tac/nam/2026/")
    places = [html.index(f">{number}/LLV<") for number in ("02", "09", "10")]
    assert places == sorted(places)


def test_week_page_shows_day_time_and_today_in_words(cao_loc: Unit) -> None:
    today = timezone.localdate()
    monday = today - timedelta(today.weekday())
    afternoon = line("Họp", today, public=True, session=Session.AFTERNOON, start=None)
    timed = line("Giao ban", today, public=True, start=time(8), end=time(9, 15))
    page = make_week(cao_loc, afternoon, timed, first=monday)
    page.last = monday + timedelta(6)
    page.save_revision().publish()
    html = page_of(f"/lich-cong-tac/{page.slug}/").split("</main>")[0]
    assert html.count("Hôm nay") == 1
    assert "08:00 – 09:15" in html
    assert html.index("Giao ban") < html.index(">Chiều<")


def test_index_leads_to_the_week_that_holds_the_asked_day(cao_loc: Unit) -> None:
    make_week(cao_loc, line("Việc tuần này", public=True))
    next_monday = MONDAY + timedelta(7)
    make_week(cao_loc, line("Việc tuần sau", next_monday, public=True), first=next_monday)
    html = page_of("/lich-cong-tac/?ngay=2026-12-02")
    assert "Việc tuần sau" in html
    assert "Việc tuần này" not in html
    assert 'rel="prev"' in html
    assert "Chưa đăng lịch cho tuần có ngày 4/1/2027" in page_of(
        "/lich-cong-tac/?ngay=2027-01-04"
    ).replace("04/01", "4/1")


def test_a_day_may_be_asked_for_as_it_is_written_here(cao_loc: Unit) -> None:
    next_monday = MONDAY + timedelta(7)
    make_week(cao_loc, line("Việc tuần sau", next_monday, public=True), first=next_monday)
    for asked in ("2/12/2026", "02%2F12%2F2026"):
        html = page_of(f"/lich-cong-tac/?ngay={asked}")
        assert "Việc tuần sau" in html
        assert "không đọc được" not in html


def test_pages_below_the_list_are_known_by_their_own_title_and_address(
    cao_loc: Unit, province: Unit
) -> None:
    page = amend(make_week(cao_loc, line(public=True), number=3), line("Khác", public=True))
    path = f"/lich-cong-tac/{page.slug}/lan/0/"
    for address, title in (
        (path, f"Bản ban hành lần đầu – {page.title}"),
        ("/lich-cong-tac/nam/2026/", "Lịch công tác năm 2026"),
    ):
        html = page_of(address)
        assert f"<title>{title}" in html
        canonical = re.search(r'rel="canonical" href="([^"]+)"', html)
        assert canonical is not None
        assert canonical[1].endswith(address)


@pytest.mark.parametrize(
    "asked", ["31/02/2026", "1/1/99999", "x", "2026-02-31", "9999-12-31", "0001-01-01", "-1"]
)
def test_a_mangled_day_is_told_and_leads_to_this_week(cao_loc: Unit, asked: str) -> None:
    assert "không đọc được" in page_of(f"/lich-cong-tac/?ngay={asked}")


def test_leader_sees_what_he_chairs_or_attends(cao_loc: Unit) -> None:
    leader = Official.objects.create(unit=cao_loc, name="Hoàng Thị Mẫu", post="Viện trưởng")
    lines = (
        line("Chủ trì một", public=True, chairs=("Đ/c Hoàng Thị Mẫu",)),
        line("Dự hai", public=True, attendees=("Viện trưởng",)),
        line("Của người khác", public=True, chairs=("Lê Văn Mẫu",)),
    )
    page = make_week(cao_loc, *lines)
    html = page_of(f"/lich-cong-tac/{page.slug}/?lanh-dao={leader.pk}")
    assert "Chủ trì một" in html
    assert "Dự hai" in html
    assert "Của người khác" not in html


def test_leader_of_another_unit_narrows_nothing(cao_loc: Unit, bac_son: Unit) -> None:
    other = Official.objects.create(unit=bac_son, name="Lê Văn Mẫu", post="Viện trưởng")
    page = make_week(cao_loc, line("Việc", public=True))
    assert "Việc" in page_of(f"/lich-cong-tac/{page.slug}/?lanh-dao={other.pk}")
    path = f"/lich-cong-tac/lanh-dao/{other.pk}/ics/"
    assert browser(UNIT_HOST).get(path).status_code == 404


def test_amendment_marks_entries_in_words_and_keeps_the_earlier_version(cao_loc: Unit) -> None:
    kept = line("Giữ nguyên", public=True)
    changed = line("Họp cũ", public=True)
    page = make_week(cao_loc, kept, changed)
    assert "Điều chỉnh" not in page_of(f"/lich-cong-tac/{page.slug}/")

    moved = line("Họp mới", public=True, uid=changed.uid, start=time(9))
    off = line("Giữ nguyên", public=True, uid=kept.uid, mark="postponed")
    amend(page, off, moved, line("Thêm vào", public=True))

    html = page_of(f"/lich-cong-tac/{page.slug}/")
    today = timezone.localdate()
    assert f"Điều chỉnh lần 1 ngày {today:%d/%m/%Y}" in html or f"{today.day}/" in html
    for word in (">Hoãn<", ">Điều chỉnh<", ">Bổ sung<"):
        assert word in html
    earlier = page_of(f"/lich-cong-tac/{page.slug}/lan/0/")
    assert "Họp cũ" in earlier
    table, changes = earlier.split('class="schedule-changes')
    assert "Thêm vào" not in table
    assert "Thêm vào" in changes
    assert "Bản ban hành lần đầu" in earlier
    assert 'content="noindex' in earlier


def test_publishing_the_same_entries_again_is_no_amendment(cao_loc: Unit) -> None:
    entry = line("Giao ban", public=True)
    page = make_week(cao_loc, entry, number=1)
    amend(page, entry, number=2)
    assert list(page.versions.values_list("number", flat=True)) == [0]
    assert page.versions.get().content["number"] == 2


def test_latest_version_is_the_page_itself(cao_loc: Unit) -> None:
    page = make_week(cao_loc, line(public=True))
    response = browser(UNIT_HOST).get(f"/lich-cong-tac/{page.slug}/lan/0/")
    assert response.status_code == 302
    assert browser(UNIT_HOST).get(f"/lich-cong-tac/{page.slug}/lan/4/").status_code == 404


def test_all_units_stand_side_by_side_for_the_province_alone(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    make_week(cao_loc, line("Việc của Cao Lộc", public=True))
    make_week(bac_son, line("Việc nội bộ Bắc Sơn"), line("Việc Bắc Sơn", public=True))
    html = page_of("/lich-cong-tac/cac-don-vi/?ngay=2026-11-25", "localhost")
    assert "Việc của Cao Lộc" in html
    assert "Việc Bắc Sơn" in html
    assert "nội bộ" not in html
    assert "Chưa đăng lịch tuần này" in html  # the province has none
    assert browser(UNIT_HOST).get("/lich-cong-tac/cac-don-vi/").status_code == 404


def test_home_page_shows_this_week(cao_loc: Unit) -> None:
    today = timezone.localdate()
    monday = today - timedelta(today.weekday())
    make_week(cao_loc, line("Giao ban đầu tuần", monday, public=True), first=monday)
    assert "Giao ban đầu tuần" in page_of("/")


def test_unreadable_rows_are_never_shown(cao_loc: Unit) -> None:
    page = make_week(cao_loc, line("Đọc được", public=True))
    broken: list[Any] = [{"content": "Hỏng", "is_public": True}, *page.entries, "x"]
    WorkSchedulePage.objects.filter(pk=page.pk).update(entries=broken)
    html = page_of(f"/lich-cong-tac/{page.slug}/")
    assert "Đọc được" in html
    assert "Hỏng" not in html
