"""What a cell beside the content says about when: a day, a half-day, an hour, or several of them."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from .dates import Span, read_day, says_only_a_day
from .day_lists import read_days
from .plain import one_line
from .times import HOUR, When, leading_time, read_digits, read_when, session_of
from .week import Session

_SESSION: Final = re.compile(r"\b(?:buổi\s+)?(?:sáng|chiều|tối|cả\s+ngày)\b", re.IGNORECASE)
_LONGEST: Final = 200


@dataclass(frozen=True)
class Moment:
    day: date | None = None
    names_day: bool = False
    session: Session | None = None
    start: time | None = None
    end: time | None = None
    doubts: tuple[str, ...] = ()
    # "Thứ 2 – thứ 4" is Monday, and two days more.
    more_days: tuple[date, ...] = ()


def read_moment(
    text: str, week: Span | None, session: Session | None, *, is_time: bool
) -> Moment | None:
    """None when something in the text is neither; `is_time` decides what "8.10" is.

    "Thứ Hai 11/11", "Sáng", "7h30 - 9h", "Sáng thứ Hai" are moments; "Thứ Hai họp" is none.
    """
    text = one_line(text)
    if len(text) > _LONGEST:
        return None
    when = read_when(text, session) or (read_digits(text, session) if is_time else None)
    if when and (is_time or not says_only_a_day(text)):
        return Moment(
            session=when.session, start=when.start, end=when.end, doubts=_stated(when.doubt)
        )
    return _only_days(text, week) or _mixed(text, week, session)


def _only_days(text: str, week: Span | None) -> Moment | None:
    if days := read_days(text, week):
        doubt = f"Ghi “{text}”: đã đưa việc này vào từng ngày trong {len(days)} ngày."
        return Moment(days[0], True, doubts=(doubt,), more_days=days[1:])
    if says_only_a_day(text):
        found = read_day(text, week)
        return Moment(found.day, True, doubts=_stated(found.doubt))
    return None


def _mixed(text: str, week: Span | None, session: Session | None) -> Moment | None:
    """A day with a half-day or an hour: "Sáng thứ Hai", "7h30 ngày 11/11"."""
    half, clock = _SESSION.search(text), HOUR.search(text)
    rest = _without(text, half, clock)
    if not (half or clock) or not says_only_a_day(rest):
        return None
    found = read_day(rest, week)
    said = session_of(half[0]) if half else session
    when = (leading_time(clock[0], said) if clock else None) or When()
    doubts = _stated(found.doubt, when.doubt)
    return Moment(found.day, True, said or when.session, when.start, when.end, doubts)


def _without(text: str, half: re.Match[str] | None, clock: re.Match[str] | None) -> str:
    if clock:
        text = text.replace(clock[0], " ")
    return _SESSION.sub(" ", text) if half else text


def _stated(*doubts: str) -> tuple[str, ...]:
    return tuple(doubt for doubt in doubts if doubt)
