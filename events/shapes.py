"""What home pages render of the coming days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PreviewEntry:
    """One public line of a day; `time` as people write it ("7:30", "Sáng")."""

    time: str
    text: str
    place: str = ""


@dataclass(frozen=True)
class PreviewDay:
    label: str
    entries: tuple[PreviewEntry, ...]


@dataclass(frozen=True)
class WeekSchedule:
    title: str
    url: str
    days: tuple[PreviewDay, ...]


@dataclass(frozen=True)
class Reception:
    date: date
    who: str
    place: str
    url: str
