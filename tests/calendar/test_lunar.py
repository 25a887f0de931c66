"""The lunar calendar of Vietnam. Expected days are published ones, not results of this code."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays.calendars.chinese import VIETNAMESE_CALENDAR, _ChineseLunisolar
from hypothesis import given
from hypothesis import strategies as st

from portal.calendar.rules.lunar import LunarDate, lunar_date, new_year, solar_date

DAYS = st.dates(date(1968, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "tet"),
    [
        (1968, "1968-01-29"),
        (1985, "1985-01-21"),
        (2007, "2007-02-17"),
        (2025, "2025-01-29"),
        (2026, "2026-02-17"),
        (2027, "2027-02-06"),
        (2028, "2028-01-26"),
        (2030, "2030-02-02"),
    ],
)
def test_tet(year: int, tet: str) -> None:
    assert new_year(year).isoformat() == tet


def test_tet_of_every_year_is_where_the_holidays_library_has_it() -> None:
    table = _ChineseLunisolar(VIETNAMESE_CALENDAR)
    theirs = {year: table.lunar_new_year_date(year)[0] for year in range(1968, 2099)}
    assert {year: new_year(year) for year in theirs} == theirs


@pytest.mark.parametrize(
    ("year", "month"),
    [(1985, 2), (1987, 7), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2033, 11)],
)
def test_leap_months(year: int, month: int) -> None:
    first = solar_date(LunarDate(year, month, True, 1))
    assert lunar_date(first - timedelta(days=1)).month == month
    assert not lunar_date(first - timedelta(days=1)).leap


def test_hung_kings_day() -> None:
    assert lunar_date(date(2026, 4, 26)) == LunarDate(2026, 3, False, 10)
    assert lunar_date(date(2027, 4, 16)) == LunarDate(2027, 3, False, 10)


@given(DAYS)
def test_there_and_back(day: date) -> None:
    assert solar_date(lunar_date(day)) == day


@given(DAYS.filter(lambda day: day < date(2099, 12, 31)))
def test_days_follow_each_other(day: date) -> None:
    today, tomorrow = lunar_date(day), lunar_date(day + timedelta(days=1))
    assert today < tomorrow
    if tomorrow.day == 1:
        assert today.day in {29, 30}
    else:
        assert (tomorrow.month, tomorrow.leap) == (today.month, today.leap)
        assert tomorrow.day == today.day + 1


@pytest.mark.parametrize("day", [date(1967, 12, 31), date(2100, 1, 1)])
def test_no_answer_outside_the_years_that_are_right(day: date) -> None:
    with pytest.raises(ValueError, match="outside"):
        lunar_date(day)


@pytest.mark.parametrize("lunar", [(2026, 3, True, 1), (2026, 13, False, 1), (2026, 1, False, 31)])
def test_a_lunar_day_that_does_not_exist_is_refused(lunar: tuple[int, int, bool, int]) -> None:
    with pytest.raises(ValueError, match="no lunar day"):
        solar_date(LunarDate(*lunar))
