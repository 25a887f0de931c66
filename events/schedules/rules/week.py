"""A unit's week: what it is called, what of it is public, and what looks wrong in it.

Plain Python: models, importers and writers all speak in these shapes.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from itertools import combinations, islice

from events.schedules.rules.people import is_person, person_key
from portal.core.text.compose import few_marks

NOON = 12 * 60
MIDNIGHT = 24 * 60
# A meeting without an end is taken to last so long (minutes).
USUAL_LENGTH = 60
# A week may have no more lines (`rules.lines`); and nobody reads more warnings of one kind.
MOST_COMPARED = 300
MOST_TWICE = 100


class Session(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    ALL_DAY = "all_day"


SESSION_WORDS = {Session.MORNING: "Sáng", Session.AFTERNOON: "Chiều", Session.ALL_DAY: "Cả ngày"}


class Mark(StrEnum):
    """What an amendment did to an entry. `REPLACED`: the entry stands in the place of another."""

    ADDED = "added"
    CHANGED = "changed"
    POSTPONED = "postponed"
    REPLACED = "replaced"


MARK_WORDS = {
    Mark.ADDED: "Bổ sung",
    Mark.CHANGED: "Điều chỉnh",
    Mark.POSTPONED: "Hoãn",
    Mark.REPLACED: "Thay thế",
}


@dataclass(frozen=True)
class Entry:
    """One line of a week. `mark` is empty or the value of a `Mark`."""

    day: date
    session: Session
    start: time | None = None
    end: time | None = None
    content: str = ""
    chairs: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    prepared_by: str = ""
    place: str = ""
    note: str = ""
    is_public: bool = False
    public_content: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Week:
    """`issuer` is the body above the unit, the first line of an official document's head, and may be
    empty; `amendment` is said below the title ("Điều chỉnh lần 1 ngày 12/11/2024").
    """

    first: date
    last: date
    number: int | None = None
    unit_name: str = ""
    issuer: str = ""
    signer: str = ""
    signer_post: str = ""
    entries: tuple[Entry, ...] = ()
    place_of_issue: str = ""
    issued_on: date | None = None
    recipients: tuple[str, ...] = ()
    amendment: str = ""


class WarningKind(StrEnum):
    PERSON_TWICE = "person_twice"
    PLACE_TWICE = "place_twice"
    OUTSIDE_WEEK = "outside_week"
    HOLIDAY = "holiday"
    PAST_WEEK = "past_week"
    TIME_ORDER = "time_order"
    WRONG_SESSION = "wrong_session"


@dataclass(frozen=True)
class WeekWarning:
    """Something to look at, never a reason to refuse. `entries` are places in `Week.entries`."""

    kind: WarningKind
    text: str
    entries: tuple[int, ...] = ()


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def title(week: Week) -> str:
    return f"Lịch làm việc từ ngày {written(week.first)} đến ngày {written(week.last)}"


def symbol(week: Week) -> str:
    """The number in the register as it is written: 49/LLV."""
    return f"{week.number:02d}/LLV" if week.number else ""


def in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """By day and hour ("cả ngày", "7:30", "Chiều", "14:00"); as typed where nothing else decides."""
    return tuple(sorted(entries, key=lambda entry: (entry.day, _span(entry)[0])))


def public_entry(entry: Entry) -> Entry | None:
    """What everyone may read of an entry, or None.

    A note is never public (cars, telephone numbers). A public wording stands for everything that the
    entry says: a place or a list of names would tell what the wording keeps back. Of "Hỏi cung bị can A" in
    "Trại tạm giam", worded "Công tác nghiệp vụ", everyone reads the wording, the hours and who chairs.
    """
    if not entry.is_public:
        return None
    if wording := entry.public_content.strip():
        return Entry(
            day=entry.day,
            session=entry.session,
            start=entry.start,
            end=entry.end,
            content=wording,
            chairs=entry.chairs,
            is_public=True,
            mark=entry.mark,
        )
    return replace(entry, note="", public_content="")


def public_part(week: Week) -> Week:
    shown = (public_entry(entry) for entry in week.entries)
    return replace(week, entries=tuple(entry for entry in shown if entry))


def warnings(week: Week, holidays: Mapping[date, str], today: date) -> list[WeekWarning]:
    """Everything in the week that somebody should look at before it is published."""
    return [
        *_past(week, today),
        *_outside(week),
        *_on_holidays(week, holidays),
        *_odd_times(week),
        *islice(_twice(week), MOST_TWICE),
    ]


def _past(week: Week, today: date) -> Iterator[WeekWarning]:
    if week.last < today:
        text = f"Tuần này đã kết thúc vào ngày {written(week.last)}."
        yield WeekWarning(WarningKind.PAST_WEEK, text)


def _outside(week: Week) -> Iterator[WeekWarning]:
    for place, entry in enumerate(week.entries):
        if not week.first <= entry.day <= week.last:
            text = (
                f"{_named(entry)}: ngày {written(entry.day)} nằm ngoài tuần "
                f"{written(week.first)} – {written(week.last)}."
            )
            yield WeekWarning(WarningKind.OUTSIDE_WEEK, text, (place,))


def _on_holidays(week: Week, holidays: Mapping[date, str]) -> Iterator[WeekWarning]:
    for day in sorted({entry.day for entry in week.entries} & set(holidays)):
        places = tuple(place for place, entry in enumerate(week.entries) if entry.day == day)
        text = f"Ngày {written(day)} là ngày nghỉ ({holidays[day]}) nhưng có lịch làm việc."
        yield WeekWarning(WarningKind.HOLIDAY, text, places)


def _odd_times(week: Week) -> Iterator[WeekWarning]:
    for place, entry in enumerate(week.entries):
        if entry.start and entry.end and entry.end <= entry.start:
            text = (
                f"{_named(entry)}: giờ kết thúc {entry.end:%H:%M} không sau "
                f"giờ bắt đầu {entry.start:%H:%M}."
            )
            yield WeekWarning(WarningKind.TIME_ORDER, text, (place,))
        if entry.start and entry.session is not Session.ALL_DAY:
            is_afternoon = entry.start.hour >= 12
            if is_afternoon != (entry.session is Session.AFTERNOON):
                word = SESSION_WORDS[entry.session].lower()
                text = f"{_named(entry)}: {entry.start:%H:%M} không thuộc buổi {word}."
                yield WeekWarning(WarningKind.WRONG_SESSION, text, (place,))


def _twice(week: Week) -> Iterator[WeekWarning]:
    works = [
        _Work(place, entry, _people(entry), folded(entry.place), folded(entry.content))
        for place, entry in enumerate(week.entries[:MOST_COMPARED])
        if entry.mark != Mark.POSTPONED
    ]
    for one, other in combinations(works, 2):
        if _at_one_time(one.entry, other.entry):
            for kind, text in _needed_twice(one, other):
                yield WeekWarning(kind, text, (one.at, other.at))


@dataclass(frozen=True)
class _Work:
    """An entry as it is compared with each of the others."""

    at: int
    entry: Entry
    people: dict[str, str]
    room: str
    content: str


def _needed_twice(one: _Work, other: _Work) -> Iterator[tuple[WarningKind, str]]:
    """Who and which room would have to be at two works of the same hours."""
    twice = one.people.keys() & other.people.keys()
    # One meeting that is written once for each leader needs its room only once.
    same_room = one.room and one.room == other.room and one.content != other.content
    if not (twice or same_room):
        return
    when = f"ngày {written(one.entry.day)}: {_named(one.entry)}; {_named(other.entry)}"
    for key, name in one.people.items():
        if key in twice:
            yield WarningKind.PERSON_TWICE, f"{name} có hai việc cùng lúc {when}."
    if same_room:
        place = one.entry.place
        yield WarningKind.PLACE_TWICE, f"“{place}” được dùng cho hai việc cùng lúc {when}."


def _people(entry: Entry) -> dict[str, str]:
    """Who is expected, by key. Groups ("các phòng") can be in many places at once."""
    attendees = (name for name in entry.attendees if is_person(name))
    named = {person_key(name): name for name in (*entry.chairs, *attendees)}
    named.pop("", None)
    return named


def _at_one_time(one: Entry, other: Entry) -> bool:
    if one.day != other.day:
        return False
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return start < other_end and other_start < end


def _span(entry: Entry) -> tuple[int, int]:
    """Minutes of the day that an entry takes: exact hours, else its whole session.

    From 7:30 to 9:00 is (450, 540); a morning without hours is (0, 720).
    """
    if entry.start is None:
        return _span_of_session(entry)
    start = _minutes(entry.start)
    if entry.end and (end := _minutes(entry.end)) > start:
        return start, end
    if entry.session is Session.ALL_DAY:
        return start, MIDNIGHT
    return start, min(start + USUAL_LENGTH, MIDNIGHT)


def _span_of_session(entry: Entry) -> tuple[int, int]:
    """The whole of it, or up to the end that is said: "đến 10h" of a morning is (0, 600)."""
    first = NOON if entry.session is Session.AFTERNOON else 0
    last = NOON if entry.session is Session.MORNING else MIDNIGHT
    end = _minutes(entry.end) if entry.end else last
    return first, end if end > first else last


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _named(entry: Entry) -> str:
    when = f"{entry.start:%H:%M}" if entry.start else SESSION_WORDS[entry.session]
    content = " ".join(entry.content.split())
    return f"{when} “{content[:60].rstrip()}…”" if len(content) > 60 else f"{when} “{content}”"


def folded(text: str) -> str:
    """For comparing: composed, without case and without doubled spaces."""
    return " ".join(unicodedata.normalize("NFC", few_marks(text)).casefold().split())
