"""Numbers, dates and times as the public reads them."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import (
    format_date,
    format_date_long,
    format_datetime,
    format_number,
    format_percent,
    format_time,
)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (9608758, None, "9.608.758"),
        (0, None, "0"),
        (-1234, None, "-1.234"),
        (999, None, "999"),
        (1234.5, None, "1.234,5"),
        (Decimal("1234.50"), None, "1.234,50"),
        (0.1, None, "0,1"),
        (1234, 2, "1.234,00"),
        (2.5, 0, "3"),  # half up, not half to even
        (Decimal("0.125"), 2, "0,13"),
        (-0.001, 2, "0,00"),
        (1e21, None, "1.000.000.000.000.000.000.000"),
        (10**400, None, "10" + ".000" * 133),
        (float("nan"), None, "–"),
        (float("inf"), 2, "–"),
    ],
)
def test_numbers_have_dots_between_thousands_and_a_decimal_comma(value, decimals, shown: str):
    assert format_number(value, decimals) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (78, 96, "81,25%"),
        (50, 100, "50%"),
        (163, 200, "81,5%"),
        (1, 3, "33,33%"),
        (2, 3, "66,67%"),
        (0, 5, "0%"),
        (10, 10, "100%"),
        (374, 308, "121,43%"),
        (-66, 242, "-27,27%"),
        (125, 10, "1.250%"),
        (5, 0, "–"),
        (0, 0, "–"),
    ],
)
def test_rates_have_at_most_two_decimals(part: int, whole: int, shown: str):
    assert format_percent(part, whole) == shown


@given(st.integers())
def test_every_integer_can_be_read_back(value: int):
    assert int(format_number(value).replace(".", "")) == value


@given(st.floats(), st.floats())
def test_no_figures_raise(part: float, whole: float):
    assert format_percent(part, whole)
    assert format_number(part, 2)


def test_an_afternoon_meeting_stored_in_utc_is_not_shown_in_the_small_hours():
    meeting = datetime(2026, 11, 24, 8, 45, tzinfo=UTC)
    assert format_datetime(meeting) == "15:45 24/11/2026"
    assert format_time(meeting) == "15:45"


def test_the_day_is_the_vietnamese_day():
    late = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
    assert format_date(late) == "24/11/2026"
    assert format_datetime(late) == "00:30 24/11/2026"
    assert format_date_long(late) == "Thứ Ba, ngày 24 tháng 11 năm 2026"


def test_times_without_a_zone_are_shown_as_they_are():
    assert format_datetime(datetime(2026, 7, 1, 7, 5)) == "07:05 01/07/2026"
    assert format_time(time(15, 45)) == "15:45"
    west = timezone(timedelta(hours=-5))
    assert format_datetime(datetime(2026, 7, 1, 7, 5, tzinfo=west)) == "19:05 01/07/2026"


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2026, 11, 24), "24/11/2026", "Thứ Ba, ngày 24 tháng 11 năm 2026"),
        (date(2024, 11, 11), "11/11/2024", "Thứ Hai, ngày 11 tháng 11 năm 2024"),
        (date(2026, 9, 2), "02/09/2026", "Thứ Tư, ngày 02 tháng 9 năm 2026"),
        (date(2026, 1, 1), "01/01/2026", "Thứ Năm, ngày 01 tháng 01 năm 2026"),
        (date(2026, 2, 13), "13/02/2026", "Thứ Sáu, ngày 13 tháng 02 năm 2026"),
        (date(2027, 2, 6), "06/02/2027", "Thứ Bảy, ngày 06 tháng 02 năm 2027"),
        (date(2026, 7, 26), "26/07/2026", "Chủ nhật, ngày 26 tháng 7 năm 2026"),
    ],
)
def test_dates_follow_decree_30(day: date, short: str, long: str):
    assert format_date(day) == short
    assert format_date_long(day) == long
