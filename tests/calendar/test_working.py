"""Working days and working time; nothing here needs a database."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.calendar.rules.working import Calendar, advance, due, halfway

PLAIN = Calendar()
TET = Calendar(off=frozenset(date(2027, 2, day) for day in range(5, 10)))


@pytest.mark.parametrize(
    ("start", "days", "calendar", "end"),
    [
        ("2026-11-23 09:00", 1, PLAIN, "2026-11-24 09:00"),
        ("2026-11-27 15:00", 1, PLAIN, "2026-11-30 15:00"),
        ("2026-11-28 10:00", 1, PLAIN, "2026-12-01 00:00"),
        ("2026-11-27 15:00", 2, PLAIN, "2026-12-01 15:00"),
        ("2027-02-04 16:00", 1, TET, "2027-02-10 16:00"),
        (
            "2026-11-27 15:00",
            1,
            Calendar(worked=frozenset([date(2026, 11, 28)])),
            "2026-11-28 15:00",
        ),
        ("2026-11-23 09:00", 1, Calendar(off=frozenset([date(2026, 11, 24)])), "2026-11-25 09:00"),
    ],
)
def test_due(start: str, days: int, calendar: Calendar, end: str) -> None:
    assert due(datetime.fromisoformat(start), days, calendar) == datetime.fromisoformat(end)


def test_half_of_one_day_before_a_weekend() -> None:
    start = datetime(2026, 11, 27, 15)
    assert halfway(start, 1, PLAIN) == datetime(2026, 11, 30, 3)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)),
    st.timedeltas(timedelta(0), timedelta(days=20)),
    st.timedeltas(timedelta(0), timedelta(days=20)),
)
def test_working_time_adds_up(start: datetime, first: timedelta, second: timedelta) -> None:
    once = advance(start, first + second, TET)
    assert advance(advance(start, first, TET), second, TET) == once
    assert once >= start + first + second


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 40))
def test_shifting_there_and_back_ends_on_a_working_day_no_later(day: date, days: int) -> None:
    there = TET.shift(day, days)
    assert TET.shift(there, -days) == TET.on_or_after(day) or not TET.is_working_day(day)
    passed = [day + timedelta(days=n) for n in range(1, (there - day).days + 1)]
    assert sum(map(TET.is_working_day, passed)) == days


@given(st.dates(date(2027, 1, 20), date(2027, 2, 20)))
def test_the_next_working_day_is_the_first_that_is_worked(day: date) -> None:
    found = TET.on_or_after(day)
    assert TET.is_working_day(found)
    assert not any(TET.is_working_day(day + timedelta(days=n)) for n in range((found - day).days))


def test_no_shift_stays_where_it_is() -> None:
    assert PLAIN.shift(date(2026, 11, 28), 0) == date(2026, 11, 28)
    assert PLAIN.shift(date(2026, 11, 28), 1) == date(2026, 11, 30)
    assert PLAIN.shift(date(2026, 11, 30), -5) == date(2026, 11, 23)
