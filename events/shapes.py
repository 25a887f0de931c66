"""What home pages render of the coming days."""

from dataclasses import dataclass
from datetime import date


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
