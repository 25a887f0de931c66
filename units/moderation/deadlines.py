"""When a step is late: the rule of working time with this portal's settings and holidays."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from portal.calendar.days import working_calendar
from portal.calendar.rules.working import due, halfway
from units.moderation.models.steps import Stage

# Longer than any run of days off between two working days.
_LONGEST_BREAK = timedelta(days=30)


class Deadline(NamedTuple):
    remind_at: datetime
    due_at: datetime


def deadline(stage: str, entered_at: datetime) -> Deadline:
    """The moments of a step that began then; working days are those of Vietnam's clock."""
    days = {
        Stage.UNIT: settings.PORTAL_REVIEW_DAYS_UNIT,
        Stage.BOARD: settings.PORTAL_REVIEW_DAYS_BOARD,
    }[Stage(stage)]
    start = timezone.localtime(entered_at)
    horizon = start.date() + timedelta(days=2 * days) + _LONGEST_BREAK
    calendar = working_calendar(start.date(), horizon)
    return Deadline(halfway(start, days, calendar), due(start, days, calendar))
