"""Hours of offices, counted back."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.calendar.rules.office_hours import hours_before
from portal.calendar.rules.working import Calendar

NOW = datetime(2026, 10, 19, 15, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0.5, "2026-10-19 14:30"),
        (2, "2026-10-19 11:00"),
        (5, "2026-10-19 08:00"),
        (5.5, "2026-10-16 16:30"),
        # Wednesday the 14th is a day off here.
        (20, "2026-10-13 16:00"),
    ],
)
def test_hours_are_counted_back_through_working_time(hours: float, expected: str) -> None:
    calendar = Calendar(off=frozenset({NOW.date() - timedelta(days=5)}))
    moment = hours_before(NOW, hours, calendar)
    assert moment.strftime("%Y-%m-%d %H:%M") == expected


def test_at_night_the_day_before_counts() -> None:
    late = NOW.replace(hour=23)
    assert hours_before(late, 1, Calendar()) == NOW.replace(hour=16)
    early = NOW.replace(hour=1)
    assert hours_before(early, 1, Calendar()).date() == NOW.date() - timedelta(days=3)
