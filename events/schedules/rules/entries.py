"""From the slots of a table to entries."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from .columns import Role
from .moments import Moment
from .people import split_names
from .pieces import Piece, cut, mark_named, take_mark, whole
from .plain import one_line, without_bullet
from .reading import Complain, Unfinished
from .slots import Slot, session_for
from .times import leading_time
from .week import Entry, Session, folded

_STRANGE: Final = "Trong tệp ghi: %s"
_HOURS: Final = (
    "Ô giờ có %d giờ nhưng nội dung không chia được thành %d việc: đã giữ là một việc, xin kiểm tra "
    "lại."
)


def entries_of(slot: Slot, day: date, is_matrix: bool, complain: Complain) -> list[Entry]:
    """One entry, or several where the cell names hours: "7h30 Giao ban" above "9h Tiếp dân" are two."""
    if slot.hours:
        return _by_hours(slot, day, complain)
    if slot.moment.start:
        piece = whole(slot.text, slot.session, slot.fields)
        return [_entry(piece, slot, day, slot.moment)]
    pieces = cut(slot.text, slot.session, known=slot.fields, by_line=is_matrix)
    says_when = any(piece.start or piece.session is not slot.session for piece in pieces)
    if not (is_matrix or says_when):
        pieces = [whole(slot.text, slot.session, slot.fields)]
    for piece in pieces:
        if piece.doubt:
            complain(slot.line, slot.text, piece.doubt)
    return [_entry(piece, slot, day, Moment()) for piece in pieces]


def entry_of(piece: Piece, day: date, slot: Slot | None, complain: Complain, line: int) -> Entry:
    """An entry of a schedule without a table."""
    if piece.doubt:
        complain(line, piece.content, piece.doubt)
    return _entry(piece, slot, day, Moment())


def unfinished_of(slot: Slot, strange: str) -> Unfinished:
    """Words that were not understood stay in the note, so that they are at hand where it is finished."""
    fields = dict(slot.fields)
    if strange:
        said = _STRANGE % strange[:200]
        fields[Role.NOTE] = "\n".join(filter(None, [fields.get(Role.NOTE, ""), said]))
    slot = replace(slot, fields=fields)
    piece = whole(slot.text, slot.session, fields)
    return Unfinished(_entry(piece, slot, slot.day or date.min, slot.moment), slot.day is not None)


def unfinished_text(text: str, day: date | None) -> Unfinished:
    """A line that stands alone."""
    found = leading_time(text)
    moment = Moment(start=found.start, end=found.end) if found else Moment()
    piece = whole(found.rest if found else text, None, ())
    return Unfinished(_entry(piece, None, day or date.min, moment), day is not None)


def same_joined(found: Iterable[tuple[int, Entry]]) -> list[tuple[int, Entry]]:
    """In tables by leader one meeting stands in the row of each of its leaders: it is one entry."""
    joined: dict[tuple[object, ...], tuple[int, Entry]] = {}
    chairs: dict[tuple[object, ...], dict[str, None]] = {}
    for line, entry in found:
        key = (
            entry.day, entry.session, entry.start, entry.end, folded(entry.content),
            folded(entry.place), entry.mark,
        )  # fmt: skip
        joined.setdefault(key, (line, entry))
        chairs.setdefault(key, {}).update(dict.fromkeys(entry.chairs))
    return [
        (line, replace(entry, chairs=tuple(chairs[key]))) for key, (line, entry) in joined.items()
    ]


def _by_hours(slot: Slot, day: date, complain: Complain) -> list[Entry]:
    """Hours one below the other, and as many texts beside them."""
    count = len(slot.hours)
    texts = _shares(slot.text, count)
    if texts is None:
        complain(slot.line, slot.text, _HOURS % (count, count))
        return [_entry(whole(slot.text, slot.session, slot.fields), slot, day, slot.hours[0])]
    fields = {role: _shares(text, count) or [text] * count for role, text in slot.fields.items()}
    entries = []
    for at, (moment, text) in enumerate(zip(slot.hours, texts, strict=True)):
        own = replace(slot, fields={role: values[at] for role, values in fields.items()})
        session = None if slot.session is Session.ALL_DAY else slot.session
        entries.append(_entry(whole(text, session, own.fields), own, day, moment))
    return entries


def _shares(text: str, count: int) -> list[str] | None:
    lines = text.split("\n")
    if len(lines) == count:
        return [without_bullet(line) for line in lines]
    pieces = [piece.content for piece in cut(text, None, by_line=True)]
    return pieces if len(pieces) == count else None


def _entry(piece: Piece, slot: Slot | None, day: date, moment: Moment) -> Entry:
    fields = (slot.fields if slot else {}) | piece.fields
    leaders = tuple(slot.leaders) if slot else ()
    mark, content, note = _marked(piece.content, fields.get(Role.NOTE, "").strip())
    if piece.start:
        moment = Moment(start=piece.start, end=piece.end)
    chairs = dict.fromkeys((*split_names(fields.get(Role.CHAIR, "")), *leaders))
    return Entry(
        day=day,
        session=session_for(moment, _session_said(piece, slot)),
        start=moment.start,
        end=moment.end,
        content=content.rstrip(" ;,"),
        chairs=tuple(chairs),
        attendees=split_names(fields.get(Role.ATTENDEES, "")),
        prepared_by=one_line(fields.get(Role.PREPARED, "")),
        place=one_line(fields.get(Role.PLACE, "")).rstrip(" .;,"),
        note=note,
        mark=mark,
    )


def _marked(content: str, note: str) -> tuple[str, str, str]:
    """("hoãn", "Họp", "") from "(Hoãn) Họp", and from "Họp" whose note says "Hoãn" and no more."""
    mark, content = take_mark(content)
    if not mark and (named := mark_named(note)):
        return named, content, ""
    return mark, content, note


def _session_said(piece: Piece, slot: Slot | None) -> Session | None:
    """The half-day of the piece, else of its slot; of "9h Họp" in a cell over both halves, neither."""
    if slot is None:
        return piece.session
    if piece.start and len(slot.sessions) > 1:
        return None  # the hour says in which half this one is
    return piece.session or slot.session
