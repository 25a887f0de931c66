"""A week's work in a procuracy, as a table: what is public, what is internal, who chairs.

Written for the sample; every person is one of the sample's officials. `leader` counts the officials of
the unit in their order, 0 being the head.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from events.schedules.rules.week import Entry, Session
from portal.demo.content.reading import read_table


@dataclass(frozen=True)
class Row:
    """`weekday` 0 is Monday; `week` says in which of three turning weeks the row stands, None: in each."""

    weekday: int
    session: Session
    content: str
    leader: int
    attendees: tuple[str, ...]
    place: str
    prepared_by: str
    is_public: bool
    start: time | None = None
    week: int | None = None
    public_content: str = ""


@dataclass(frozen=True)
class _File:
    row: tuple[Row, ...]


ROWS = read_table("schedules.toml", _File).row


def entries_of_week(monday: date, turn: int, leaders: tuple[str, ...]) -> tuple[Entry, ...]:
    """The rows of that turn; a unit with fewer leaders has its last one in the place of the others."""
    return tuple(
        Entry(
            day=monday + timedelta(row.weekday),
            session=row.session,
            start=row.start,
            content=row.content,
            chairs=leaders[min(row.leader, len(leaders) - 1) :][:1] if leaders else (),
            attendees=row.attendees,
            prepared_by=row.prepared_by,
            place=row.place,
            is_public=row.is_public,
            public_content=row.public_content,
        )
        for row in ROWS
        if row.week in (None, turn % 3)
    )


def amended(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The week's last public morning, moved to another room and hour."""
    moved = [entry for entry in entries if entry.is_public and entry.start][-1]
    later = replace(moved, start=time(9, 30), place="Hội trường")
    return tuple(later if entry is moved else entry for entry in entries)
