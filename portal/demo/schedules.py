"""Weeks of work schedules for every unit: past, present, next, and one that was amended."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import new_lines, to_data
from portal.calendar.days import holidays_between
from portal.demo.book import note
from portal.demo.clock import clock_at
from portal.demo.content.schedules import amended, entries_of_week
from units.models import Unit

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
    entries = entries_of_week(first, turn, leaders)
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
    page = WorkSchedulePage.objects.get(pk=page.pk)
    lines = page.lines
    changed = amended(tuple(line.entry for line in lines))
    page.entries = to_data(
        replace(line, entry=entry) for line, entry in zip(lines, changed, strict=True)
    )
    page.clean()
    page.save_revision(clean=False).publish()
