"""The grid of a month, Monday first; dates alone."""

from __future__ import annotations

from datetime import date, timedelta

DAYS_OF_WEEK = 7


def month_grid(month: date) -> list[list[date]]:
    """The weeks that have a day in the month, each with its seven days; the edges belong to others."""
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    monday = first - timedelta(first.weekday())
    weeks = []
    while monday < following:
        weeks.append([monday + timedelta(number) for number in range(DAYS_OF_WEEK)])
        monday += timedelta(DAYS_OF_WEEK)
    return weeks
