"""What an amendment did: entries added, taken out, and changed part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from events.schedules.rules.lines import ScheduleLine
from events.schedules.rules.week import Entry, Mark, folded


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


# Parts in the order in which they are told. `when` is day, session and hours together.
PARTS: Final = (
    "when", "content", "chairs", "attendees", "place", "prepared_by", "note", "scope",
    "public_content", "mark",
)  # fmt: skip
_TOLD_MARKS: Final = (Mark.POSTPONED, Mark.REPLACED)


@dataclass(frozen=True)
class Difference:
    """`entry` as it is afterwards, or as it was where nothing is left; `before` of a change alone."""

    change: Change
    entry: Entry
    before: Entry | None = None
    parts: tuple[str, ...] = ()


def differences(before: Iterable[ScheduleLine], after: Iterable[ScheduleLine]) -> list[Difference]:
    """In the order of the week. What is compared has passed the gate on both sides.

    An entry that moved from 8:00 to 9:00 is one difference: CHANGED, parts ("when",).
    """
    old = {line.uid: line.entry for line in before}
    new = {line.uid: line.entry for line in after}
    found = [Difference(Change.REMOVED, entry) for uid, entry in old.items() if uid not in new]
    for uid, entry in new.items():
        if uid not in old:
            found.append(Difference(Change.ADDED, entry))
        elif parts := changed_parts(old[uid], entry):
            found.append(Difference(Change.CHANGED, entry, old[uid], parts))
    return sorted(found, key=lambda each: (each.entry.day, _minute(each.entry), each.change))


def changed_parts(before: Entry, after: Entry) -> tuple[str, ...]:
    """The marks "changed" and "added" say no more than the parts do; spaces and case say nothing."""
    return tuple(part for part in PARTS if _value(before, part) != _value(after, part))


def _value(entry: Entry, part: str) -> object:
    if part == "when":
        return entry.day, entry.session, entry.start, entry.end
    if part == "scope":
        return entry.is_public
    if part == "mark":
        return entry.mark if entry.mark in _TOLD_MARKS else ""
    value = getattr(entry, part)
    return tuple(map(folded, value)) if isinstance(value, tuple) else folded(value)


def _minute(entry: Entry) -> int:
    if entry.start is None:
        return 0 if entry.session != "afternoon" else 12 * 60
    return entry.start.hour * 60 + entry.start.minute
