"""What was understood of a file or of a pasted table, line by line, and what was not."""

from dataclasses import dataclass, field
from enum import StrEnum

from .week import Entry, Week


class LineKind(StrEnum):
    ENTRY = "entry"  # became one entry or more
    HEADING = "heading"  # a day, a half-day, the head of the table
    FRAME = "frame"  # head and foot of the document
    UNKNOWN = "unknown"  # not understood: a problem says why


@dataclass(frozen=True)
class Unfinished:
    """As much of an entry as was understood, for a person to finish. Unless `knows_day`, its day means
    nothing.
    """

    entry: Entry
    knows_day: bool


@dataclass(frozen=True)
class Line:
    """A line of the source. `entries` are places in `Reading.week.entries`."""

    number: int
    text: str
    kind: LineKind
    entries: tuple[int, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()


@dataclass(frozen=True)
class Problem:
    """`line` is the number of a `Line`, or 0 for the whole; `why` says what to do."""

    line: int
    text: str
    why: str


@dataclass
class Reading:
    """`week` is None when no entry could be given a day."""

    week: Week | None = None
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
