"""What a subscribed calendar must know of a week: each entry's present face and how often it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from events.schedules.rules.lines import ScheduleLine
from events.schedules.rules.week import Entry, Mark, public_entry


@dataclass(frozen=True)
class SubscribedEntry:
    """One entry in public. `cancelled` keeps the time alone: what is called off may be secret by now."""

    uid: str
    sequence: int
    entry: Entry
    cancelled: bool = False


def public_history(versions: Sequence[Iterable[ScheduleLine]]) -> list[SubscribedEntry]:
    """Of all versions of a week, oldest first: what stands now, and what must be taken back.

    The sequence of an entry grows with every version in which what the public sees of it is another: public,
    then internal is 1 and cancelled, public again is 2 and not.
    """
    faces: dict[str, list[Entry | None]] = {}
    for place, version in enumerate(versions):
        shown = _faces(version)
        for uid in shown.keys() | faces.keys():
            faces.setdefault(uid, [None] * place).append(shown.get(uid))
    return [_event(uid, seen) for uid, seen in faces.items()]


def face(line: ScheduleLine) -> Entry | None:
    """What everybody saw of an entry in one version."""
    return public_entry(line.entry)


def _faces(version: Iterable[ScheduleLine]) -> Mapping[str, Entry]:
    shown = ((line.uid, face(line)) for line in version)
    return {uid: entry for uid, entry in shown if entry is not None}


def _event(uid: str, seen: Sequence[Entry | None]) -> SubscribedEntry:
    known = [entry for entry in seen if entry is not None]
    changes, last, begun = 0, None, False
    for entry in seen:
        if begun and entry != last:
            changes += 1
        begun = begun or entry is not None
        last = entry
    if last is None:
        return SubscribedEntry(uid, changes, _only_time(known[-1]), cancelled=True)
    return SubscribedEntry(uid, changes, last, cancelled=last.mark == Mark.POSTPONED)


def _only_time(entry: Entry) -> Entry:
    return Entry(entry.day, entry.session, entry.start, entry.end)


def with_mark_in_words(entry: Entry, words: Mapping[str, str]) -> Entry:
    """The content begins with what an amendment did, for places that show no mark of its own."""
    if not entry.mark:
        return entry
    return replace(entry, content=f"[{words[entry.mark]}] {entry.content}")
