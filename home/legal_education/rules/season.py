"""Ngày Pháp luật, 9 November (Law 14/2012/QH13, article 8), and the days around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MONTH: Final = 11
DAY: Final = 9
# The hub speaks of the day from three weeks before until a week after it.
BEFORE: Final = timedelta(days=21)
AFTER: Final = timedelta(days=7)


@dataclass(frozen=True)
class LawDay:
    """The day as seen from `today`; `days_left` is below zero afterwards."""

    day: date
    today: date

    @property
    def days_left(self) -> int:
        return (self.day - self.today).days

    @property
    def is_today(self) -> bool:
        return self.days_left == 0


def law_day(today: date) -> LawDay | None:
    """The Law Day that is in season, None outside of it."""
    day = date(today.year, MONTH, DAY)
    return LawDay(day, today) if day - BEFORE <= today <= day + AFTER else None
