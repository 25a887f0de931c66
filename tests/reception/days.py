"""Reception days for tests, said in few words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from events.reception.models import ReceptionDay
from portal.calendar.days import add_working_days, working_calendar
from units.models import Unit


def today() -> date:
    return timezone.localdate()


def working(days: int) -> date:
    """The working day so many working days from today."""
    return add_working_days(today(), days)


def long_before(day: date) -> datetime:
    """A moment early enough for the law."""
    return timezone.make_aware(datetime.combine(day - timedelta(30), time(9)))


def make_day(unit: Unit, day: date | None = None, state: str = "announced", **values: Any) -> Any:
    """An announced day of the head in ten working days, unless it is said otherwise."""
    day = day or working(10)
    values.setdefault("receiver", "Viện trưởng Hoàng Thị Mẫu")
    values.setdefault("head_in_person", True)
    if state != "planned":
        values.setdefault("announced_at", long_before(day))
    return ReceptionDay.objects.create(unit=unit, day=day, state=state, **values)


def next_working_day(day: date) -> date:
    return working_calendar(day, day + timedelta(30)).on_or_after(day)
