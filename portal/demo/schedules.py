"""Weeks of work schedules for every unit: past, present, next, and one that was amended.

A week's work is a table: what is public, what is internal, who chairs. `leader` counts the officials of the
unit in their order, 0 being the head.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.utils import timezone

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import new_lines, to_data
from events.schedules.rules.week import Entry, Session
from portal.calendar.days import holidays_between
from portal.demo.book import note
from portal.demo.content.reading import read_rows
from portal.seam.past_clock import clock_at
from units.models import Unit


@dataclass(frozen=True)
class _Row:
    """`weekday` 0 is Monday; `week` says in which of three turning weeks the row stands, None: in each."""

    weekday: int
    session: Literal["morning", "afternoon", "all_day"]
    content: str
    leader: int
    attendees: tuple[str, ...]
    place: str
    prepared_by: str
    is_public: bool
    start: time | None = None
    week: int | None = None
    public_content: str = ""


ROWS = read_rows("schedules.toml", _Row)
# Weeks counted from the present one; the province keeps a longer register than the units.
PROVINCE_WEEKS = range(-5, 2)
UNIT_WEEKS = range(-1, 2)


def load_schedules(units: Mapping[str, Unit], province: Unit, today: date) -> int:
    """Publish the weeks of all units that have a subsite; their number."""
    monday = today - timedelta(today.weekday())
    count = 0
    for turn, unit in enumerate(unit for unit in units.values() if unit.home_page):
        weeks = PROVINCE_WEEKS if unit == province else UNIT_WEEKS
        for offset in weeks:
            first = monday + timedelta(weeks=offset)
            page = _publish_week(unit, first, turn + offset, _number(first))
            count += 1
            if unit == province and offset == 0:
                _amend(page)
    return count


def _number(first: date) -> int:
    """One schedule a week since the first week that begins in this year."""
    return (first - date(first.year, 1, 1)).days // 7 + 1


def _seat(unit: Unit) -> str:
    """Where the unit signs: "VKSND huyện Cao Lộc" is at Cao Lộc."""
    return re.sub(r"^VKSND\s+(?:tỉnh|huyện|thành phố)\s+", "", unit.short_name)


def _publish_week(unit: Unit, first: date, turn: int, number: int) -> WorkSchedulePage:
    officials = list(unit.officials.order_by("sort_order"))
    leaders = tuple(official.name for official in officials)
    days_off = holidays_between(first, first + timedelta(4))
    entries = _entries_of_week(first, turn, leaders)
    page = WorkSchedulePage(
        first=first,
        last=first + timedelta(4),
        number=number,
        entries=to_data(new_lines(entry for entry in entries if entry.day not in days_off)),
        signer=leaders[0] if leaders else "",
        signer_post=officials[0].post if officials else "",
        place_of_issue=_seat(unit),
        issued_on=first - timedelta(3),
        recipients="Lãnh đạo đơn vị;\nCác bộ phận;\nLưu: VT.",
    )
    index = WorkScheduleIndexPage.objects.child_of(unit.home_page).get()
    page.live = False
    # A week is signed on the Friday before; the next one may not have been, when today is early.
    signed = timezone.make_aware(datetime.combine(first - timedelta(3), time(16)))
    with clock_at(min(signed, timezone.now())):
        index.add_child(instance=page)
        page.save_revision(clean=False).publish()
    return note(page)


def _amend(page: WorkSchedulePage) -> None:
    """The week's last public morning is moved to another room and hour."""
    page = WorkSchedulePage.objects.get(pk=page.pk)
    lines = list(page.lines)
    place = max(n for n, line in enumerate(lines) if line.entry.is_public and line.entry.start)
    later = replace(lines[place].entry, start=time(9, 30), place="Hội trường")
    lines[place] = replace(lines[place], entry=later)
    page.entries = to_data(lines)
    page.clean()
    page.save_revision(clean=False).publish()


def _entries_of_week(monday: date, turn: int, leaders: tuple[str, ...]) -> tuple[Entry, ...]:
    """The rows of that turn; a unit with fewer leaders has its last one in the place of the others."""
    return tuple(
        Entry(
            day=monday + timedelta(row.weekday),
            session=Session(row.session),
            start=row.start,
            content=row.content,
            chairs=leaders[min(row.leader, len(leaders) - 1) :][:1] if leaders else (),
            attendees=row.attendees,
            prepared_by=row.prepared_by,
            place=row.place,
            is_public=row.is_public,
            public_content=row.public_content,
        )
        for row in ROWS
        if row.week in (None, turn % 3)
    )
