"""What was understood of a file or of a pasted table, line by line, and what was not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

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
class ReadLine:
    """A line of the source. `entries` are places in `Reading.week.entries`."""

    number: int
    text: str
    kind: LineKind
    entries: tuple[int, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()


@dataclass(frozen=True)
class ReadingProblem:
    """`line` is the number of a `ReadLine`, or 0 for the whole; `why` says what to do."""

    line: int
    text: str
    why: str


# Called with the number and text of a line, and with why it is a problem.
Complain: TypeAlias = Callable[[int, str, str], None]


@dataclass
class Reading:
    """`week` is None when no entry could be given a day."""

    week: Week | None = None
    lines: list[ReadLine] = field(default_factory=list)
    problems: list[ReadingProblem] = field(default_factory=list)
