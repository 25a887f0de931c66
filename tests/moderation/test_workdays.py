"""The pure rules: working time, and what an edit in substance is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from units.moderation.substance import changed_words, is_substantial
from units.moderation.workdays import Calendar, advance, due, halfway

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


def test_words_pictures_and_layout() -> None:
    body = '[{"type": "paragraph", "id": "a", "value": "<p>Một hai ba</p>"}]'
    moved = '[{"type": "paragraph", "id": "b", "value": "<p>Một <b>hai</b> ba</p>"}]'
    before = {"title": "Tin", "body": body, "lead_image": 1, "locked": True, "slug": "a"}

    assert changed_words(before, {**before, "body": moved}) == 0
    assert not is_substantial(before, {**before, "slug": "b", "locked": False}, 0)
    assert is_substantial(before, {**before, "title": "Tin mới"}, 0)
    assert not is_substantial(before, {**before, "title": "Tin mới"}, 1)
    assert is_substantial(before, {**before, "lead_image": 2}, 10)
