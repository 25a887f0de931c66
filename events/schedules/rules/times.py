"""Hours as schedules write them: "7 giờ 30'", "07h30", "14:00", "từ 8h đến 9h30", "2h chiều"."""

import re
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from .week import Session

_SESSION: Final = (
    r"(?:(?:đầu|giữa|cuối)\s+(?:giờ|buổi)\s+|buổi\s+)?(?:sáng|trưa|chiều|tối|cả\s+ngày)"
)
_HOUR: Final = (
    r"(?P<{0}h>\d{{1,2}})(?:\s*(?:giờ|h|g)(?![^\W\d_])\s*(?:(?P<{0}m>[0-5]?\d)(?!\d))?"
    r"|\s?:\s?(?P<{0}c>[0-5]\d)(?!\d)(?::\d\d)?)"
    r"(?:\s*(?:['’′`]|phút\b|ph\b|p\b))*(?:\s*(?P<{0}s>sáng|trưa|chiều|tối)\b)?"
)
_DOTTED: Final = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
_BEFORE: Final = (
    r"[\s(\[]*(?:vào\s+)?(?:(?:lúc|hồi|từ|đúng|bắt\s+đầu)\s+)*"
    r"(?P<vague>(?:khoảng|dự\s+kiến|sau)\s+)?(?:lúc\s+|từ\s+)?"
)
_TO: Final = r"\s*(?:[-–—]>|[-–—~÷→]|đến|tới)\s*"
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
_BOTH_HALVES: Final = re.compile(
    r"\W*(?:(?:buổi\s+)?(?:sáng|s)\s*(?:[-–—,+&/]|và)?\s*(?:buổi\s+)?(?:chiều|c)|cả\s+(?:hai|2)\s+buổi)\W*",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[\s(-]*([SC])[\s:.)-]*")
_SESSION_BEFORE: Final = re.compile(
    r"\s*(?P<word>" + _SESSION + r")[\s:;,.(–—-]*(?=(?:(?:từ|lúc|vào|hồi|khoảng)\s+)?\d)",
    re.IGNORECASE,
)
# The clocks of Excel in English and in Vietnamese.
_CLOCK_WORDS: Final = (
    (re.compile(r"(?<=\d)\s*(?:a\.?m\.?|sa)(?!\w)", re.IGNORECASE), " sáng"),
    (re.compile(r"(?<=\d)\s*(?:p\.?m\.?|ch)(?!\w)", re.IGNORECASE), " chiều"),
)
_OPEN_END: Final = re.compile(
    r"\W*(?:(?:đến|tới)\s+)?(?:hết|cuối)\s+(?:giờ|buổi|ngày)(?:\s+(?:làm\s+việc|sáng|chiều))?\W*",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\s*(?:([01]\d|2[0-3])([0-5]\d)|(0?[6-9]|1\d|2[0-2]))\s*")
# Nobody works at night: 2 o'clock in an afternoon's row is 14:00.
_EARLIEST: Final = 6
# "11h30 trưa" is before twelve, "1h trưa" is after it.
_BEFORE_NOON: Final = 10


@dataclass(frozen=True)
class When:
    """What was understood of a time. `rest` follows it in the text; `doubt` is a sentence."""

    start: time | None = None
    end: time | None = None
    session: Session | None = None
    rest: str = ""
    doubt: str = ""


def session_of(text: str) -> Session | None:
    """The half-day that a whole cell names; "S" and "C" are what narrow columns leave of it."""
    if _BOTH_HALVES.fullmatch(text):
        return Session.ALL_DAY
    if letter := _LETTER.fullmatch(text):
        return Session.MORNING if letter[1] == "S" else Session.AFTERNOON
    match = _WHOLE_SESSION.fullmatch(text)
    return _session(match[1]) if match else None


def leading_session(text: str) -> tuple[Session, str] | None:
    """ "Sáng: 7h30 họp" begins with its half-day; "Sáng tạo" does not."""
    match = _LEADING_SESSION.match(text)
    return (_session(match["word"]), text[match.end() :]) if match else None


def leading_time(text: str, session: Session | None = None) -> When | None:
    """The time that a line begins with, or None: of "7h30-9h: Giao ban" the rest is "Giao ban"."""
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
    written = match[0].strip(" :.,;–—-()")
    if (moved or end_moved) and not said:
        doubt = f"Ghi “{written}” trong buổi chiều; đã hiểu là {start:%H:%M}."
    elif match["vague"]:
        doubt = f"Ghi “{written}”: đã hiểu là {start:%H:%M}."
    return When(start, end, _half(start, said), text[match.end() :], doubt)


def read_when(text: str, session: Session | None = None) -> When | None:
    """A cell that holds a time and nothing else; None for anything else.

    "Chiều 14h - 16h30" is a time, "14h họp" is none.
    """
    if half := session_of(text):
        return When(session=half)
    rest = text
    led = _SESSION_BEFORE.match(text)
    if led:
        session, rest = _session(led["word"]), text[led.end() :]
    rest = _with_usual_signs(rest)
    found = leading_time(rest, session)
    if found is None:
        return None
    if half := session_of(found.rest):
        return leading_time(rest, half)
    if found.rest.strip(" '’.") and not _OPEN_END.fullmatch(found.rest):
        return None
    is_all_day = led is not None and session is Session.ALL_DAY
    return replace(found, session=Session.ALL_DAY) if is_all_day else found


def _with_usual_signs(text: str) -> str:
    """ "8.10" as "8:10", and "2:30 PM" as "2:30 chiều"."""
    text = _DOTTED.sub(r"\1:\2", text)
    for clock, word in _CLOCK_WORDS:
        text = clock.sub(word, text)
    return text


def read_digits(text: str, session: Session | None = None) -> When | None:
    """ "0730" or "14", which are hours in a column of hours and nowhere else."""
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    start = time(int(match[1] or match[3]), int(match[2] or 0))
    return When(start, None, session_at(start))


def session_at(moment: time) -> Session:
    return Session.MORNING if moment.hour < 12 else Session.AFTERNOON


def _half(start: time, said: str | None) -> Session:
    is_noon = said is not None and said.lower() == "trưa"
    return _session(said) if said and not is_noon and start.hour != 12 else session_at(start)


def _session(word: str) -> Session:
    last = word.lower().split()[-1]
    if last == "ngày":
        return Session.ALL_DAY
    return Session.MORNING if last == "sáng" else Session.AFTERNOON


def _time(match: re.Match[str], prefix: str, half: Session | None) -> tuple[time | None, bool]:
    """The time, and whether it was moved into the afternoon; no hour is later than 23."""
    if match[f"{prefix}h"] is None:
        return None, False
    hour = int(match[f"{prefix}h"])
    minute = int(match[f"{prefix}m"] or match[f"{prefix}c"] or 0)
    word = (match[f"{prefix}s"] or "").lower()
    moved = half is Session.AFTERNOON and _counts_from_noon(hour, word)
    if moved:
        hour += 12
    return (time(hour, minute), moved) if hour < 24 else (None, False)


def _counts_from_noon(hour: int, word: str) -> bool:
    """In an afternoon: 2 does, and "8h tối"; 14 does not, nor "11h30 trưa"."""
    if 0 < hour < _EARLIEST:
        return True
    noon = _BEFORE_NOON if word == "trưa" else 12
    return bool(word) and hour < noon
