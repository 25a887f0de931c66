"""Hours as schedules write them: "7 giờ 30'", "07h30", "14:00", "từ 8h đến 9h30", "2h chiều"."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from .week import Session

_SESSION: Final = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối|cả\s+ngày)"
_HOUR: Final = (
    r"(?P<{0}h>\d{{1,2}})(?:\s*(?:giờ|h|g)(?![^\W\d_])\s*(?:(?P<{0}m>[0-5]?\d)(?!\d))?"
    r"|\s?:\s?(?P<{0}c>[0-5]\d)(?!\d)(?::\d\d)?)"
    r"(?:\s*(?:['’′`]|phút\b|ph\b|p\b))*(?:\s*(?P<{0}s>sáng|trưa|chiều|tối)\b)?"
)
_DOTTED: Final = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
_BEFORE: Final = r"[\s(\[]*(?:vào\s+)?(?:lúc\s+|hồi\s+|từ\s+)?"
_TO: Final = r"\s*(?:-|–|—|đến|tới|→)\s*"
_AFTER: Final = r"[\s)\]]*[\s:.,;)\]–—-]*"
_SPAN: Final = re.compile(
    _BEFORE + _HOUR.format("a") + r"(?:" + _TO + _HOUR.format("b") + r")?" + _AFTER, re.IGNORECASE
)
HOUR: Final = re.compile(
    _HOUR.format("a") + r"(?:" + _TO + _HOUR.format("b") + r")?", re.IGNORECASE
)
_LEADING_SESSION: Final = re.compile(
    r"\s*(?P<word>" + _SESSION + r")\b(?:\s*(?P<mark>[:;,.–—-]+)\s*|\s*$|\s+(?=\d))", re.IGNORECASE
)
_WHOLE_SESSION: Final = re.compile(r"[\s(\[-]*(" + _SESSION + r")[\s:.,;)\]-]*", re.IGNORECASE)
# Nobody works at night: 2 o'clock in an afternoon's row is 14:00.
_EARLIEST: Final = 6


@dataclass(frozen=True)
class When:
    """What was understood of a time. `rest` follows it in the text; `doubt` is a sentence."""

    start: time | None = None
    end: time | None = None
    session: Session | None = None
    rest: str = ""
    doubt: str = ""


def session_of(text: str) -> Session | None:
    """The half-day that a whole cell names."""
    match = _WHOLE_SESSION.fullmatch(text)
    return _session(match[1]) if match else None


def leading_session(text: str) -> tuple[Session, str] | None:
    """ "Sáng: 7h30 họp" begins with its half-day; "Sáng tạo" does not."""
    match = _LEADING_SESSION.match(text)
    return (_session(match["word"]), text[match.end() :]) if match else None


def leading_time(text: str, session: Session | None = None) -> When | None:
    """The time that a line begins with, or None."""
    match = _SPAN.match(text)
    if match is None:
        return None
    said = match["as"] or match["bs"]
    half = _session(said) if said else session
    start, moved = _time(match, "a", half)
    end, end_moved = _time(match, "b", half)
    if start is None:
        return None
    doubt = ""
    if (moved or end_moved) and not said:
        doubt = f"Ghi “{match[0].strip(' :.,;–—-()')}” trong buổi chiều; đã hiểu là {start:%H:%M}."
    return When(start, end, _half(start, said), text[match.end() :], doubt)


def read_when(text: str, session: Session | None = None) -> When | None:
    """A cell that holds a time and nothing else; None for anything else."""
    if half := session_of(text):
        return When(session=half)
    rest = text
    if led := leading_session(text):
        session, rest = led
    rest = _DOTTED.sub(r"\1:\2", rest)
    found = leading_time(rest, session)
    if found is None:
        return None
    if half := session_of(found.rest):
        return leading_time(rest, half)
    return found if not found.rest.strip(" '’.") else None


def session_at(moment: time) -> Session:
    return Session.MORNING if moment.hour < 12 else Session.AFTERNOON


def _half(start: time, said: str | None) -> Session:
    return _session(said) if said and start.hour != 12 else session_at(start)


def _session(word: str) -> Session:
    last = word.lower().split()[-1]
    if last == "ngày":
        return Session.ALL_DAY
    return Session.MORNING if last == "sáng" else Session.AFTERNOON


def _time(match: re.Match[str], prefix: str, half: Session | None) -> tuple[time | None, bool]:
    if match[f"{prefix}h"] is None:
        return None, False
    hour = int(match[f"{prefix}h"])
    minute = int(match[f"{prefix}m"] or match[f"{prefix}c"] or 0)
    moved = half is Session.AFTERNOON and 0 < hour < _EARLIEST
    if half is Session.AFTERNOON and match[f"{prefix}s"] and hour < 12:
        moved = True
    if moved:
        hour += 12
    return (time(hour, minute), moved) if hour < 24 else (None, False)
