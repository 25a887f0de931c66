"""What home pages say about the coming days: this week's schedule and the next citizen reception.

The shapes that home pages render. Until schedules and receptions are kept in the portal nothing is
known, and a home page leaves the section out.
"""

from dataclasses import dataclass
from datetime import date

from units.models import Unit


@dataclass(frozen=True)
class Entry:
    """One public line of a day; `time` as people write it ("7:30", "Sáng")."""

    time: str
    text: str
    place: str = ""


@dataclass(frozen=True)
class Day:
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class WeekSchedule:
    title: str
    url: str
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Reception:
    date: date
    who: str
    place: str
    url: str


def week_schedule(unit: Unit | None, day: date) -> WeekSchedule | None:
    """The public part of the unit's schedule for the week that holds `day`."""
    return None


def next_reception(unit: Unit | None, day: date) -> Reception | None:
    """The unit's first announced reception on or after `day`."""
    return None
