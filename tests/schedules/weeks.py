"""Weeks for tests, said in few words."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import ScheduleLine, new_uid, to_data
from events.schedules.rules.week import Entry, Session
from tests.factories import publish_child
from units.models import Unit

MONDAY = date(2026, 11, 23)


def schedules_of(unit: Unit) -> WorkScheduleIndexPage:
    return WorkScheduleIndexPage.objects.child_of(unit.home_page).get()


def line(content: str = "Giao ban", day: date = MONDAY, **values: Any) -> ScheduleLine:
    """An entry of a Monday morning; `public=True` for everybody."""
    session = values.pop("session", Session.MORNING)
    is_public = values.pop("public", False)
    uid = values.pop("uid", "") or new_uid()
    values.setdefault("start", time(7, 30))
    return ScheduleLine(uid, Entry(day, session, content=content, is_public=is_public, **values))


def make_week(
    unit: Unit, *lines: ScheduleLine, first: date = MONDAY, **values: Any
) -> WorkSchedulePage:
    """A published week from Monday to Friday."""
    page = WorkSchedulePage(
        first=first, last=first + timedelta(4), entries=to_data(lines), **values
    )
    return publish_child(schedules_of(unit), page)


def amend(page: WorkSchedulePage, *lines: ScheduleLine, **values: Any) -> WorkSchedulePage:
    """Publish the week anew with these lines."""
    week = WorkSchedulePage.objects.get(pk=page.pk)
    week.entries = to_data(lines)
    for name, value in values.items():
        setattr(week, name, value)
    week.full_clean()
    week.save_revision().publish()
    return WorkSchedulePage.objects.get(pk=page.pk)
