"""What home pages say about the coming days: this week's schedule and the next citizen reception."""

from datetime import date

from events.reception.next_day import first_reception, page_url
from events.schedules.week_preview import public_week
from events.shapes import Reception, WeekSchedule
from units.models import Unit


def week_schedule(unit: Unit | None, day: date) -> WeekSchedule | None:
    """The public part of the unit's schedule for the week that holds `day`."""
    return public_week(unit, day)


def next_reception(unit: Unit | None, day: date) -> Reception | None:
    """The unit's first announced reception on or after `day`."""
    return first_reception(unit, day)


def reception_url(unit: Unit | None) -> str:
    """Where the unit says when it receives citizens."""
    return page_url(unit)
