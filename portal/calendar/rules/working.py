"""Working days, and working time as deadlines count it; dates and hours alone, no database.

A working day gives 24 hours, a day off none: an item that comes in on Friday at 15:00 with one working
day is due on Monday at 15:00, and one that comes in on Saturday is due when Monday ends.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Which days count: Monday to Friday, but for what a year's decision changes."""

    off: Set[date] = field(default_factory=frozenset)
    worked: Set[date] = field(default_factory=frozenset)

    def is_working_day(self, day: date) -> bool:
        """A day named as worked (làm bù) counts even on a weekend or a holiday."""
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def on_or_after(self, day: date) -> date:
        """The day itself when it is worked, else the next working day."""
        while not self.is_working_day(day):
            day += DAY
        return day

    def shift(self, day: date, days: int) -> date:
        """The working day so many working days after `day`, or before it when negative.

        One working day after a Friday, or after the Saturday that follows it, is the Monday.
        """
        step = DAY if days > 0 else -DAY
        left = abs(days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day


def _next_midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date() + DAY, datetime.min.time(), tzinfo=moment.tzinfo)


def advance(start: datetime, working_time: timedelta, calendar: Calendar) -> datetime:
    """The moment when so much working time has passed; `start` in local time, aware or naive."""
    moment, left = start, working_time
    while True:
        midnight = _next_midnight(moment)
        if calendar.is_working_day(moment.date()):
            today = midnight - moment
            if left <= today:
                return moment + left
            left -= today
        moment = midnight


def due(start: datetime, days: float, calendar: Calendar) -> datetime:
    """When a step of `days` working days that began at `start` is late."""
    return advance(start, timedelta(days=days), calendar)


def halfway(start: datetime, days: float, calendar: Calendar) -> datetime:
    """When half of the step's working time is left."""
    return advance(start, timedelta(days=days / 2), calendar)
