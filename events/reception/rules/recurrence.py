"""Reception days of a period from a rule; dates alone, no database.

"The 15th of each month", "every Tuesday", "the first Monday", "the third working day": a rule names nominal
days. One that is no working day moves to the next working day (law on citizen reception 42/2013), or to the
next such weekday, or is left out, as the rule says; what was passed over on the way is told with it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.calendar.rules.working import Calendar

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
LAST = -1
# No period of a form is longer; a slip of the finger must not ask for centuries.
LONGEST = timedelta(days=800)


class RecurrenceKind(StrEnum):
    MONTH_DAY = "month-day"
    WEEKLY = "weekly"
    NTH_WEEKDAY = "nth-weekday"
    NTH_WORKING_DAY = "nth-working-day"


class OnDayOff(StrEnum):
    """What becomes of a nominal day that is not worked."""

    NEXT_WORKING_DAY = "next-working-day"
    NEXT_SAME_WEEKDAY = "next-same-weekday"
    LEAVE_OUT = "leave-out"


_HIGHEST = {
    RecurrenceKind.MONTH_DAY: 31,
    RecurrenceKind.WEEKLY: 1,
    RecurrenceKind.NTH_WEEKDAY: 4,
    RecurrenceKind.NTH_WORKING_DAY: 15,
}
_MAY_BE_LAST = (RecurrenceKind.NTH_WEEKDAY, RecurrenceKind.NTH_WORKING_DAY)


@dataclass(frozen=True)
class RecurrenceRule:
    """The first Monday of each month: `RecurrenceRule(RecurrenceKind.NTH_WEEKDAY, number=1, weekday=0)`.

    `number`: the day of the month (31 is the last day of a shorter one), or which of the month's
    weekdays or working days, from 1, LAST being the last. `weekday`: 0 is Monday.

    Raises ValueError for numbers that no month has.
    """

    kind: RecurrenceKind
    number: int = 1
    weekday: int = 0
    on_day_off: OnDayOff = OnDayOff.NEXT_WORKING_DAY

    def __post_init__(self) -> None:
        is_counted = 1 <= self.number <= _HIGHEST[self.kind]
        is_last = self.number == LAST and self.kind in _MAY_BE_LAST
        if not (is_counted or is_last):
            raise ValueError(f"{self.number} is no number for {self.kind}")
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"{self.weekday} is no weekday")

    @property
    def key(self) -> str:
        """Names the rule in stored rows, so that it makes the same day once; what is done with days
        off belongs to the answer and not to the question.
        """
        parts = {
            RecurrenceKind.MONTH_DAY: (self.number,),
            RecurrenceKind.WEEKLY: (self.weekday,),
            RecurrenceKind.NTH_WEEKDAY: (self.number, self.weekday),
            RecurrenceKind.NTH_WORKING_DAY: (self.number,),
        }[self.kind]
        return ":".join((self.kind.value, *map(str, parts)))


@dataclass(frozen=True)
class Occurrence:
    """`nominal` is what the rule says, `day` what comes of it: None when it is left out.

    `passed`: the days that were looked at before `day` and are not worked, the nominal one first.
    """

    nominal: date
    day: date | None
    passed: tuple[date, ...] = ()

    @property
    def is_moved(self) -> bool:
        return self.day is not None and self.day != self.nominal

    @property
    def leaves_month(self) -> bool:
        """Moved into another month: the month of the nominal day may be left without a reception."""
        return self.day is not None and self.day.month != self.nominal.month


def occurrences(
    rule: RecurrenceRule, first: date, last: date, calendar: Calendar
) -> list[Occurrence]:
    """What the rule gives from `first` to `last`, both included, by nominal day.

    The 15th of August 2026 is a Saturday: the rule "the 15th" gives the 17th there, the 15th and 16th passed.

    `calendar` must know the days off of a month beyond `last`, where a day may move. Raises ValueError
    for an end before the start, or a period longer than LONGEST.
    """
    if last < first or last - first > LONGEST:
        raise ValueError("the period is empty or too long")
    return [_settled(rule, nominal, calendar) for nominal in _nominal(rule, first, last, calendar)]


def _nominal(rule: RecurrenceRule, first: date, last: date, calendar: Calendar) -> Iterator[date]:
    if rule.kind is RecurrenceKind.WEEKLY:
        day = first + timedelta((rule.weekday - first.weekday()) % 7)
        while day <= last:
            yield day
            day += WEEK
        return
    for month in months_between(first, last):
        found = _in_month(rule, month, calendar)
        if found is not None and first <= found <= last:
            yield found


def months_between(first: date, last: date) -> Iterator[date]:
    """The first day of each month that has a day in the period."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _in_month(rule: RecurrenceRule, month: date, calendar: Calendar) -> date | None:
    length = monthrange(month.year, month.month)[1]
    if rule.kind is RecurrenceKind.MONTH_DAY:
        return month.replace(day=min(rule.number, length))
    days = [month.replace(day=number) for number in range(1, length + 1)]
    if rule.kind is RecurrenceKind.NTH_WEEKDAY:
        days = [day for day in days if day.weekday() == rule.weekday]
    else:
        days = [day for day in days if calendar.is_working_day(day)]
    place = rule.number if rule.number == LAST else rule.number - 1
    return days[place] if -len(days) <= place < len(days) else None


def _settled(rule: RecurrenceRule, nominal: date, calendar: Calendar) -> Occurrence:
    if calendar.is_working_day(nominal):
        return Occurrence(nominal, nominal)
    if rule.on_day_off is OnDayOff.LEAVE_OUT:
        return Occurrence(nominal, None, (nominal,))
    step = WEEK if rule.on_day_off is OnDayOff.NEXT_SAME_WEEKDAY else DAY
    passed = [nominal]
    day = nominal + step
    # A weekday that is never worked would be looked for without end.
    while not calendar.is_working_day(day):
        passed.append(day)
        day += step
        if day - nominal > timedelta(days=31):
            return Occurrence(nominal, None, tuple(passed))
    return Occurrence(nominal, day, tuple(passed))
