"""Which days are off and which are worked: the law's days, and over them the board's table.

The rules stand in `portal.calendar.rules` without a database; here they meet this portal's rows.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from portal.calendar.models import Holiday
from portal.calendar.rules.lunar import LunarDate, lunar_date
from portal.calendar.rules.statutory import statutory_year
from portal.calendar.rules.working import Calendar

# No run of days off is as long: a day so far away bounds how much of the calendar has to be read.
_MARGIN = timedelta(days=30)


def holidays_between(first: date, last: date) -> dict[date, str]:
    """Each day off from `first` to `last`, both included, with its name, by date.

    Plain weekends are not named; a weekend that is also a holiday is. What is worked in exchange is no
    day off.
    """
    rows = Holiday.objects.filter(day__range=(first, last))
    return _merge(first, last, list(rows))[0]


def working_calendar(first: date, last: date) -> Calendar:
    """The rule for every day from `first` to `last`; one query."""
    rows = list(Holiday.objects.filter(day__range=(first, last)))
    off, worked = _merge(first, last, rows)
    return Calendar(off=frozenset(off), worked=worked)


def is_working_day(day: date) -> bool:
    return working_calendar(day, day).is_working_day(day)


def add_working_days(day: date, n: int) -> date:
    """The n-th working day after `day`, or before it when n is negative; `day` itself when n is 0."""
    reach = timedelta(days=abs(n) * 2) + _MARGIN
    return working_calendar(day - reach, day + reach).shift(day, n)


def lunar(day: date) -> LunarDate:
    """The day in the Vietnamese lunar calendar. Raises ValueError outside 1968–2099."""
    return lunar_date(day)


def lunar_words(day: date) -> str:
    """15/10, or 1/6 nhuận: the same as calendars print it."""
    found = lunar(day)
    leap = f" {_('nhuận')}" if found.leap else ""
    return f"{found.day}/{found.month}{leap}"


def _merge(first: date, last: date, rows: list[Holiday]) -> tuple[dict[date, str], frozenset[date]]:
    """Days off with their names, and days worked in exchange; a row wins over the library."""
    off: dict[date, str] = {}
    worked: set[date] = set()
    for year in range(first.year, last.year + 1):
        statutory = statutory_year(year)
        off |= {day: name for day, name in statutory.off.items() if first <= day <= last}
        worked |= {day for day in statutory.worked if first <= day <= last}
    for row in rows:
        off.pop(row.day, None)
        worked.discard(row.day)
        if row.is_worked:
            worked.add(row.day)
        else:
            off[row.day] = row.name
    return dict(sorted(off.items())), frozenset(worked)
