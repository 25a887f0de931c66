"""When a step is late: the rule of `workdays` with this portal's settings and holidays."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from units.moderation.models.calendar import Holiday
from units.moderation.models.steps import Stage
from units.moderation.workdays import Calendar, due, halfway


class Deadline(NamedTuple):
    remind_at: datetime
    due_at: datetime


def working_calendar() -> Calendar:
    rows = list(Holiday.objects.values_list("day", "is_worked"))
    return Calendar(
        off=frozenset(day for day, worked in rows if not worked),
        worked=frozenset(day for day, worked in rows if worked),
    )


def deadline(stage: str, entered_at: datetime) -> Deadline:
    """The moments of a step that began then; working days are those of Vietnam's clock."""
    days = {
        Stage.UNIT: settings.PORTAL_REVIEW_DAYS_UNIT,
        Stage.BOARD: settings.PORTAL_REVIEW_DAYS_BOARD,
    }[Stage(stage)]
    start, calendar = timezone.localtime(entered_at), working_calendar()
    return Deadline(halfway(start, days, calendar), due(start, days, calendar))
