"""What readers see on the reception pages."""

from __future__ import annotations

import json
import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from events.reception.models import ReceptionDay, ReceptionIndexPage, RegularHours
from events.upcoming import next_reception, reception_url
from portal.core.text import format_date
from tests.factories import browser
from tests.fixtures import UNIT_HOST
from tests.reception.days import make_day, today, working
from units.models import Official, Unit

PATH = "/tiep-cong-dan/"


def html_of(path: str = PATH, host: str = UNIT_HOST) -> str:
    response = browser(host).get(path)
    assert response.status_code == 200, path
    return " ".join(response.content.decode().split())


def test_every_site_has_the_page_and_links_to_it(cao_loc: Unit, province: Unit) -> None:
    for unit, host in ((cao_loc, UNIT_HOST), (province, "localhost")):
        page = ReceptionIndexPage.objects.child_of(unit.home_page).get()
        assert page.slug == "tiep-cong-dan"
        assert f'href="{PATH}"' in html_of("/", host)
        assert f'href="{reception_url(unit)}"' in html_of("/lien-he/", host)


def test_top_of_the_page_answers_when_the_head_receives(cao_loc: Unit) -> None:
    head = Official.objects.create(unit=cao_loc, name="Lý Văn Mẫu", post="Viện trưởng")
    make_day(cao_loc, working(3), head_in_person=False, receiver="Kiểm sát viên trực")
    day = make_day(cao_loc, working(8), official=head, place="Phòng tiếp công dân")
    sentence = (
        f"Viện trưởng Lý Văn Mẫu ({cao_loc.short_name}) trực tiếp tiếp công dân "
        f"{weekday(day.day)}, ngày {format_date(day.day)}, 08:00 – 11:30, tại Phòng tiếp công dân."
    )
    assert sentence in html_of()


def weekday(day: date) -> str:
    names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
    return names[day.weekday()]


def test_page_without_days_says_so_and_shows_hours(cao_loc: Unit) -> None:
    RegularHours.objects.create(unit=cao_loc, weekday=1, place="Phòng số 1")
    html = html_of()
    assert "chưa công bố ngày tiếp công dân định kỳ" in html
    assert "<b>Thứ Ba</b>: 08:00 – 11:30" in html
    assert "Phòng số 1" in html
    assert "openstreetmap.org" in html
    assert "02053.716.910" in html


def test_postponed_day_says_why_and_to_when_and_the_new_day_what_it_stands_for(
    cao_loc: Unit,
) -> None:
    new = make_day(cao_loc, working(12))
    old = make_day(cao_loc, working(6), "postponed", reason="Họp Quốc hội", successor=new)
    html = html_of()
    words = f"Lý do: Họp Quốc hội. Chuyển sang {weekday(new.day)}, ngày {format_date(new.day)}."
    assert words in html
    assert f"Thay cho ngày {format_date(old.day)}." in html
    assert "Công bố ngày" in html


def test_new_day_that_is_only_planned_is_not_told(cao_loc: Unit) -> None:
    planned = make_day(cao_loc, working(12), "planned")
    make_day(cao_loc, working(6), "postponed", reason="Họp", successor=planned)
    assert format_date(planned.day) not in html_of()


def test_days_of_a_year_stand_on_their_own_page(cao_loc: Unit) -> None:
    day = today() - timedelta(400)
    make_day(cao_loc, day, "held", told_on=day + timedelta(3))
    html = html_of(f"{PATH}nam/{day.year}/")
    assert format_date(day) in html
    assert "Đã tiếp" in html
    assert f"Thông báo kết quả xử lý ngày {format_date(day + timedelta(3))}" in html
    assert browser(UNIT_HOST).get(f"{PATH}nam/2015/").status_code == 404


def test_month_shows_days_off_and_the_lunar_calendar_right_for_2030(cao_loc: Unit) -> None:
    make_day(cao_loc, date(2030, 2, 20), receiver="Viện trưởng Mẫu")
    html = html_of(f"{PATH}thang/?thang=2030-02")
    # 2/2/2030 is the first of the first lunar month in Vietnam; in China it is the day after.
    assert re.search(
        r'2030-02-02">02/02</time> <span class="meta"><span [^>]+>âm lịch </span>1/1<', html
    )
    assert "Viện trưởng Mẫu" in html
    assert "Tết" in html


def test_links_to_other_months_come_to_an_end(cao_loc: Unit) -> None:
    assert 'rel="next"' in html_of(f"{PATH}thang/")
    far = html_of(f"{PATH}thang/?thang={today().year + 3}-06")
    assert 'rel="next"' not in far
    assert 'rel="prev"' not in far


@pytest.mark.parametrize(
    "query",
    [
        "?thang=abc",
        "?thang=2026-13",
        "?thang=9999-99",
        "?thang=%00",
        "?don-vi=%00",
        "?thang=1899-01",
    ],
)
def test_a_mangled_month_is_answered_with_this_one(province: Unit, query: str) -> None:
    response = browser().get(f"{PATH}thang/{query}")
    assert response.status_code == 200
    now = timezone.localdate()
    assert f"tháng {now:%m/%Y}" in response.content.decode()


@pytest.mark.parametrize("path", ["nam/0/", "nam/99999/", "nam/999999999999999999999/"])
def test_a_year_that_is_none_does_not_exist(province: Unit, path: str) -> None:
    assert browser().get(f"{PATH}{path}").status_code == 404


def test_province_shows_the_next_days_of_every_unit_and_of_one(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    near = make_day(cao_loc, working(4), head_in_person=False, receiver="Phó Viện trưởng A")
    far = make_day(cao_loc, working(14), receiver="Viện trưởng A")
    make_day(bac_son, working(5), receiver="Viện trưởng B")
    html = html_of(PATH, "localhost")
    for words in (format_date(near.day), format_date(far.day), "Viện trưởng B"):
        assert words in html
    chosen = html_of(f"{PATH}?don-vi=cao-loc", "localhost")
    assert "Viện trưởng A" in chosen
    assert "Viện trưởng B" not in chosen
    assert "noindex" in chosen
    month = html_of(f"{PATH}thang/?thang={near.day:%Y-%m}&don-vi=tat-ca", "localhost")
    assert cao_loc.short_name in month


def test_private_page_of_a_unit_tells_the_province_nothing(province: Unit, cao_loc: Unit) -> None:
    from wagtail.models import PageViewRestriction

    make_day(cao_loc, working(4), receiver="zqrieng")
    assert "zqrieng" in html_of(PATH, "localhost")
    page = ReceptionIndexPage.objects.child_of(cao_loc.home_page).get()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    paths = (
        PATH,
        f"{PATH}?don-vi=cao-loc",
        f"{PATH}thang/?don-vi=tat-ca",
        f"{PATH}cac-don-vi/ics/",
    )
    for path in paths:
        assert "zqrieng" not in html_of(path, "localhost"), path
    assert next_reception(cao_loc, today()) is None


def test_home_pages_show_the_next_announced_day(cao_loc: Unit) -> None:
    make_day(cao_loc, working(2), "planned", receiver="Kiểm sát viên dự kiến")
    make_day(cao_loc, today() - timedelta(1), receiver="Người hôm qua")
    day = make_day(cao_loc, working(7), place="Phòng tiếp dân")
    found = next_reception(cao_loc, today())
    assert found is not None
    assert (found.date, found.place) == (day.day, "Phòng tiếp dân")
    assert found.url.endswith(PATH)
    assert "Phòng tiếp dân" in html_of("/")


def test_official_who_left_stays_named_on_a_day_that_was_held(cao_loc: Unit) -> None:
    head = Official.objects.create(unit=cao_loc, name="Lý Văn Mẫu", post="Viện trưởng")
    day = make_day(cao_loc, today() - timedelta(20), official=head, receiver="")
    ReceptionDay.objects.filter(pk=day.pk).update(state="held")
    head.delete()
    assert "Viện trưởng Lý Văn Mẫu" in html_of(f"{PATH}nam/{day.day.year}/")


def test_machines_are_told_of_coming_days_and_of_hours(cao_loc: Unit) -> None:
    new = make_day(cao_loc, working(9), afternoon_opens=time(13, 30), afternoon_closes=time(16))
    make_day(cao_loc, working(6), "postponed", reason="Họp", successor=new)
    RegularHours.objects.create(unit=cao_loc, weekday=1)
    (event,) = graph("Event")
    assert event["startDate"] == f"{new.day.isoformat()}T08:00:00+07:00"
    assert event["endDate"].endswith("T16:00:00+07:00")
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    (office,) = graph("GovernmentOffice")
    assert office["openingHoursSpecification"][0]["dayOfWeek"] == "https://schema.org/Tuesday"


def graph(kind: str) -> list[dict[str, Any]]:
    html = browser(UNIT_HOST).get(PATH).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return [part for part in json.loads(found[1])["@graph"] if part["@type"] == kind]


def test_print_view_has_the_answer_and_no_tools(cao_loc: Unit) -> None:
    make_day(cao_loc)
    html = html_of(f"{PATH}?in=1")
    assert "print-view" in html
    assert "reception-answer" in html
