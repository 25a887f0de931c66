"""A week as templates show it. What comes in here has passed the gate: nothing is left out later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy

from events.schedules.rules.lines import ScheduleLine, as_public_now
from events.schedules.rules.week import (
    MARK_WORDS,
    SESSION_WORDS,
    Entry,
    Mark,
    in_order,
)
from portal.calendar.days import lunar_words

WEEKDAYS = (
    gettext_lazy("Thứ Hai"),
    gettext_lazy("Thứ Ba"),
    gettext_lazy("Thứ Tư"),
    gettext_lazy("Thứ Năm"),
    gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)


@dataclass(frozen=True)
class ShownEntry:
    entry: Entry
    time: str

    @property
    def session(self) -> str:
        return str(SESSION_WORDS[self.entry.session])

    @property
    def mark(self) -> str:
        return MARK_WORDS[Mark(self.entry.mark)] if self.entry.mark else ""

    @property
    def is_called_off(self) -> bool:
        return self.entry.mark == Mark.POSTPONED


@dataclass(frozen=True)
class ShownDay:
    day: date
    is_today: bool
    holiday: str
    entries: tuple[ShownEntry, ...]

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.day.weekday()])

    @property
    def lunar(self) -> str:
        return lunar_words(self.day)


def public_lines(
    lines: Iterable[ScheduleLine], present: Mapping[str, Entry] | None = None
) -> list[ScheduleLine]:
    """The gate: what everyone may read. `present` holds what later versions say of the entries."""
    shown = (as_public_now(line, present or {}) for line in lines)
    return [line for line in shown if line is not None]


def shown_entries(
    lines: Sequence[ScheduleLine], internal: bool, present: Mapping[str, Entry] | None = None
) -> list[Entry]:
    """The one gate of every page and file: all entries for members, the public part for others."""
    allowed = lines if internal else public_lines(lines, present)
    return [line.entry for line in allowed]


def time_of(entry: Entry) -> str:
    """07:30, 07:30 – 09:00, or the session in words."""
    if entry.start is None:
        return str(SESSION_WORDS[entry.session])
    if entry.end is None:
        return f"{entry.start:%H:%M}"
    return f"{entry.start:%H:%M} – {entry.end:%H:%M}"


def days_of(
    first: date,
    last: date,
    entries: Sequence[Entry],
    today: date,
    holidays: Mapping[date, str],
) -> list[ShownDay]:
    """Every day of the week, and days outside it that have entries all the same."""
    span = [first + timedelta(number) for number in range((last - first).days + 1)]
    days = sorted({*span, *(entry.day for entry in entries)})
    by_day: dict[date, list[ShownEntry]] = {day: [] for day in days}
    for entry in in_order(tuple(entries)):
        by_day[entry.day].append(ShownEntry(entry, time_of(entry)))
    return [ShownDay(day, day == today, holidays.get(day, ""), tuple(by_day[day])) for day in days]
