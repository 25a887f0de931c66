"""This week on a home page: what is public of it, day by day, one query."""

from __future__ import annotations

from datetime import date

from events.schedules.display import days_of, public_lines
from events.schedules.models import WorkSchedulePage
from events.shapes import PreviewDay, PreviewEntry, WeekSchedule
from portal.core.addresses import canonical_url
from portal.core.text import format_date
from units.models import Unit


def public_week(unit: Unit | None, day: date) -> WeekSchedule | None:
    """None without a schedule for that week, or with nothing public in it."""
    page = WorkSchedulePage.objects.shown().of_unit(unit).holding(day).first()
    if page is None:
        return None
    entries = [line.entry for line in public_lines(page.lines)]
    shown = [
        PreviewDay(
            label=f"{found.weekday}, {format_date(found.day)}",
            entries=tuple(
                PreviewEntry(each.time, _with_mark(each.mark, each.entry.content), each.entry.place)
                for each in found.entries
            ),
        )
        for found in days_of(page.first, page.last, entries, day, {})
        if found.entries
    ]
    if not shown:
        return None
    return WeekSchedule(title=page.title, url=canonical_url(page), days=tuple(shown))


def _with_mark(mark: str, text: str) -> str:
    return f"[{mark}] {text}" if mark else text
