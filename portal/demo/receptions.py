"""Reception days for every unit: a year that is over, the coming months, and one that breaks the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from events.reception.models import ReceptionDay, RegularHours
from events.reception.rules.law import State
from events.reception.rules.recurrence import (
    Occurrence,
    RecurrenceKind,
    RecurrenceRule,
    occurrences,
)
from portal.calendar.days import working_calendar
from portal.calendar.rules.working import Calendar
from portal.demo.book import note
from portal.demo.content.reading import read_table
from units.models import Official, Unit


@dataclass(frozen=True)
class _Texts:
    """An entry of `hours` is weekday (0 is Monday), from, to."""

    hours: tuple[tuple[int, time, time], ...]
    place: str
    participants: str
    matters: tuple[str, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...]


TEXTS = read_table("receptions.toml", _Texts)
PAST, AHEAD = timedelta(days=365), timedelta(days=200)
# What lies further ahead is planned and not announced yet.
ANNOUNCED = timedelta(days=75)
ANNOUNCED_BEFORE = timedelta(days=21)
# The fourth month back was postponed by every third unit.
POSTPONED_BACK = 3


def load_receptions(units: Mapping[str, Unit], province: Unit, today: date) -> int:
    """Hours and days of all units that have a subsite; the number of days."""
    calendar = working_calendar(today - PAST - timedelta(31), today + AHEAD + timedelta(31))
    count = 0
    open_units = [unit for unit in units.values() if unit.home_page]
    for turn, unit in enumerate(open_units):
        _add_hours(unit)
        rows = _days(unit, turn, today, calendar)
        if turn == len(open_units) - 1:
            _break_the_law(rows, today)
        for row in rows:
            row.save()
            note(row)
        count += len(rows)
        if turn % 3 == 0:
            count += _postpone(rows, today, calendar, turn)
    return count


def _add_hours(unit: Unit) -> None:
    for weekday, opens, closes in TEXTS.hours:
        hours = {"weekday": weekday, "opens": opens, "closes": closes, "place": TEXTS.place}
        note(RegularHours.objects.create(unit=unit, **hours))


def _days(unit: Unit, turn: int, today: date, calendar: Calendar) -> list[ReceptionDay]:
    """Days of the units differ, as they do: the 10th of each month, the 11th, …"""
    rule = RecurrenceRule(RecurrenceKind.MONTH_DAY, 10 + turn % 10)
    found = occurrences(rule, today - PAST, today + AHEAD, calendar)
    return [
        _day(unit, rule, one, turn + number, today, calendar)
        for number, one in enumerate(found)
        if one.day is not None
    ]


def _day(
    unit: Unit, rule: RecurrenceRule, one: Occurrence, turn: int, today: date, calendar: Calendar
) -> ReceptionDay:
    day = one.day or one.nominal
    row = ReceptionDay(
        unit=unit,
        day=day,
        head_in_person=True,
        official=_leader(unit),
        participants=TEXTS.participants,
        matter=TEXTS.matters[turn % len(TEXTS.matters)],
        place=TEXTS.place,
        rule=rule.key,
        rule_day=one.nominal,
    )
    if turn % 2:
        row.afternoon_opens, row.afternoon_closes = time(13, 30), time(16)
    if day <= today + ANNOUNCED:
        row.state, row.announced_at = ReceptionDay.States.ANNOUNCED, _moment(day, today)
        row.changed_at = row.announced_at
    if day < today:
        row.state = ReceptionDay.States.HELD
        row.receiver = f"{row.official.post} {row.official.name}" if row.official else ""
        row.result_note = TEXTS.notes[turn % len(TEXTS.notes)]
        told = calendar.shift(day, 6)
        row.told_on = told if told <= today else None
    return row


def _leader(unit: Unit) -> Official | None:
    return unit.officials.order_by("sort_order").first()


def _moment(day: date, today: date) -> datetime:
    """Three weeks before, and never in the future."""
    announced = min(day - ANNOUNCED_BEFORE, today)
    return min(timezone.make_aware(datetime.combine(announced, time(9))), timezone.now())


def _postpone(rows: list[ReceptionDay], today: date, calendar: Calendar, turn: int) -> int:
    """A day that is over and the next one were postponed, each to a week later; days made."""
    over = [row for row in rows if row.state == State.HELD]
    coming = [row for row in rows if row.state == State.ANNOUNCED]
    chosen = [*over[-POSTPONED_BACK - 1 : -POSTPONED_BACK], *coming[:1]]
    for number, row in enumerate(chosen):
        later = calendar.shift(row.day, 5)
        taken = _later(row, later)
        taken.save()
        note(taken)
        row.state, row.successor = ReceptionDay.States.POSTPONED, taken
        row.reason = TEXTS.reasons[(turn + number) % len(TEXTS.reasons)]
        row.result_note, row.told_on = "", None
        row.note_change(_moment(row.day, today))
        row.save()
    return len(chosen)


def _later(row: ReceptionDay, day: date) -> ReceptionDay:
    """The same reception on another day; of what was held, the result moves along."""
    shared = {
        field.name: getattr(row, field.name)
        for field in ReceptionDay._meta.concrete_fields
        if field.name not in ("id", "uid", "day", "rule", "rule_day", "sequence", "told_on")
    }
    told = row.told_on + (day - row.day) if row.told_on else None
    return ReceptionDay(day=day, told_on=told, **shared)


def _break_the_law(rows: list[ReceptionDay], today: date) -> None:
    """The last unit: its last day announced late and without a result, the next one not announced."""
    over = [row for row in rows if row.state == State.HELD]
    coming = [row for row in rows if row.state == State.ANNOUNCED]
    for row in over[-2:]:
        row.announced_at = timezone.make_aware(datetime.combine(row.day - timedelta(1), time(9)))
        row.told_on, row.result_note = None, ""
    for row in over[-2:-1]:
        row.head_in_person = False
    for row in coming[:1]:
        row.state, row.announced_at = ReceptionDay.States.PLANNED, None
