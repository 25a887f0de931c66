"""Dates as schedules write them: "Thứ Hai, 11/11", "21.10.2024", "từ ngày 11 đến 15/11/2024"."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .plain import one_line

# A week may run over one weekend and no further; anything longer is no week.
LONGEST: Final = 13
LONGEST_HEADING: Final = 150

_NUMBERS: Final = (
    r"(?<![\d/.,])(?P<{0}d>\d{{1,2}})\s?(?P<{0}s>[./])\s?(?P<{0}m>\d{{1,2}})"
    r"(?:\s?[./]\s?(?P<{0}y>\d{{4}}|\d{{2}}))?(?![\d/])"
)
_DASHED: Final = r"(?<!\d)(?P<{0}d>\d{{1,2}})-(?P<{0}m>\d{{1,2}})-(?P<{0}y>\d{{4}})(?!\d)"
_WORDS: Final = (
    r"(?<!\d)(?P<{0}d>\d{{1,2}})\s+tháng\s+(?P<{0}m>\d{{1,2}})(?:\s+năm\s+(?P<{0}y>\d{{4}}))?(?!\d)"
)
_ISO: Final = r"(?<!\d)(?P<{0}y>\d{{4}})-(?P<{0}m>\d{{2}})-(?P<{0}d>\d{{2}})(?!\d)"
_SHAPES: Final = (_ISO, _DASHED, _NUMBERS, _WORDS)
_ONE: Final = [re.compile(shape.format(""), re.IGNORECASE) for shape in _SHAPES]
_TO: Final = r"\s*(?:\(.{0,20}?\)\s*)?,?\s*(?:đến(?:\s+hết)?|tới|[-–—→÷])\s*(?:hết\s+)?"
_DAY_WORDS: Final = r"(?:(?:thứ\s+\w+|chủ\s+nhật)\s*,?\s*)?(?:ngày\s+)?"
_RANGES: Final = [
    re.compile(first + _TO + _DAY_WORDS + last.format("b"), re.IGNORECASE)
    for last in _SHAPES
    for first in (*(shape.format("a") for shape in _SHAPES), r"(?<![\d/.,])(?P<ad>\d{1,2})")
]
WEEKDAY: Final = re.compile(
    r"(?:\bthứ\s*(?P<word>hai|ba|tư|bốn|năm|sáu|bảy|bẩy|vii|vi|v|iv|iii|ii|[2-7])"
    r"|\bt[\s.]?(?P<short>[2-7]))\b|(?P<sunday>\bchủ\s*nhật\b|\bc\.?\s?n(?:hật)?\b)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"^(hai|ba|tư|bốn|năm|sáu|bảy|bẩy)\b", re.IGNORECASE)
_PLACES: Final = {
    "hai": 0, "ba": 1, "tư": 2, "bốn": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
    "ii": 0, "iii": 1, "iv": 2, "v": 3, "vi": 4, "vii": 5,
}  # fmt: skip
WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_LUNAR_DAY: Final = r"\d{1,2}\s?[./]\s?\d{1,2}(?:\s?[./]\s?\d{4})?"
_LUNAR: Final = re.compile(
    r"\((?=[^()]*+\))[^()]*?(?:âm\s+lịch|\bâl\b|\bal\b)[^()]*+\)"
    rf"|(?:âm\s+lịch|\bâl\b)\s*:?\s*(?:ngày\s+)?{_LUNAR_DAY}"
    rf"|{_LUNAR_DAY}\s*(?:âm\s+lịch|âl\b)(?!\s*:?\s*\d)",
    re.IGNORECASE,
)
# What stands for a date beside its weekday, or after the word: "22-10", "ngày 22", "24 10".
_SHORT: Final = re.compile(r"(?<![\d/.,-])(\d{1,2})\s*-\s*(\d{1,2})(?![\d/.,-])")
_LONE: Final = re.compile(r"(?<![\d/.,-])(\d{1,2})(?![\d/.,-])")
_OF_THE_MONTH: Final = re.compile(r"\bngày\s+(?=\d{1,2}\s*$)", re.IGNORECASE)
_FILLER: Final = re.compile(r"\b(?:ngày|tháng|năm)\b|[^\w]+|_", re.IGNORECASE)

Span = tuple[date, date]


@dataclass(frozen=True)
class Partial:
    """A date as far as a text says it."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class FoundDay:
    """What a text says about a day; `doubt` is a sentence when it contradicts itself."""

    day: date | None
    doubt: str = ""


def find_dates(text: str) -> list[Partial]:
    """Every date in the text, in the order of the text."""
    found: list[tuple[int, int, Partial]] = []
    for shape in _ONE:
        for match in shape.finditer(text):
            partial = _partial(match, "")
            place = bisect_left(found, match.start(), key=lambda item: item[0])
            is_free_before = place == 0 or found[place - 1][1] <= match.start()
            is_free = is_free_before and (place == len(found) or match.end() <= found[place][0])
            if is_free and partial is not None:
                found.insert(place, (match.start(), match.end(), partial))
    return [partial for _, _, partial in found]


def find_span(text: str, near: date | None = None) -> Span | None:
    """The week that a heading names: "Từ ngày 11 đến 15/11/2024" gives the 11th and the 15th.

    A missing year is the one that comes nearest to `near`.
    """
    text = one_line(text)
    for shape in _RANGES:
        for match in shape.finditer(text):
            first, last = _partial(match, "a"), _partial(match, "b")
            if first and last and (span := _span(first, last, near)):
                return span
    return None


def weekday(text: str) -> int | None:
    """0 is Monday."""
    match = WEEKDAY.search(text) or _BARE.search(text.strip())
    if match is None:
        return None
    if match.re is WEEKDAY and match["sunday"]:
        return 6
    word = match[1] if match.re is _BARE else match["word"] or match["short"]
    return _PLACES[word.lower()]


def says_only_a_day(text: str) -> bool:
    """Whether the text is a day's heading and nothing else: "Thứ Hai, ngày 11/11/2024 (11/10 ÂL)"."""
    if len(text) > LONGEST_HEADING:
        return False
    bare = _spelled(text)
    if weekday(bare) is None and not find_dates(bare) and not _OF_THE_MONTH.match(bare):
        return False
    bare = _without_weekday(bare)
    for shape in _ONE:
        bare = shape.sub(" ", bare)
    if len(_LONE.findall(bare)) == 1:
        bare = _LONE.sub(" ", bare)
    return not _FILLER.sub("", bare)


def _spelled(text: str) -> str:
    """On one line, without its lunar day; "Thứ Ba, 22-10" with the sign that dates have elsewhere."""
    bare = _LUNAR.sub(" ", one_line(text))
    return _SHORT.sub(r"\1/\2", bare) if weekday(bare) is not None else bare


def _without_weekday(text: str) -> str:
    return _BARE.sub(" ", WEEKDAY.sub(" ", text).strip())


def read_day(text: str, week: Span | None) -> FoundDay:
    """The day that a cell means: "Thứ Ba, 12/11", "Thứ Ba", "12". Without a year or date the week decides."""
    bare = _spelled(text)
    place = weekday(bare)
    dates = find_dates(bare)
    lone = _LONE.findall(_without_weekday(bare))
    if not dates and len(lone) != 1:
        day = _by_weekday(place, week)
        return FoundDay(day)
    if dates:
        day = complete(dates[0], week[0] if week else None)
    else:
        day = _by_number(int(lone[0]), week)
    if day is None:
        return FoundDay(None)
    if place is not None and day.weekday() != place:
        doubt = (
            f"Ghi “{WEEKDAYS[place]}” nhưng ngày {day:%d/%m/%Y} là {WEEKDAYS[day.weekday()].lower()}; "
            "đã lấy theo ngày tháng."
        )
        return FoundDay(day, doubt)
    return FoundDay(day)


def complete(partial: Partial, near: date | None) -> date | None:
    """The date, in the year that brings it nearest to `near`; None when there is no such day.

    2 January without a year, near 30 December 2024, is that of 2025.
    """
    if partial.month is None:
        return None
    if partial.year is not None:
        return _date(partial.year, partial.month, partial.day)
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [day for year in years if (day := _date(year, partial.month, partial.day))]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def days_of(span: Span) -> list[date]:
    first, last = span
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]


def week_around(days: list[date]) -> Span | None:
    """Monday to Friday (or to the last day) of the one week that holds all the days."""
    if not days:
        return None
    monday = min(days) - timedelta(days=min(days).weekday())
    last = max(*days, monday + timedelta(days=4))
    return (monday, last) if (last - monday).days <= 6 else None


def _by_weekday(place: int | None, week: Span | None) -> date | None:
    if place is None or week is None:
        return None
    fitting = [day for day in days_of(week) if day.weekday() == place]
    if fitting:
        return fitting[0]
    # A Saturday beside a week that is said to end on Friday is that week's Saturday.
    return week[0] + timedelta(days=(place - week[0].weekday()) % 7)


def _span(first: Partial, last: Partial, near: date | None) -> Span | None:
    end = complete(last, near)
    if end is None:
        return None
    month = first.month or (end.month if first.day <= end.day else (end.month - 2) % 12 + 1)
    start = complete(Partial(first.day, month, first.year), end)
    if start is None or not 0 <= (end - start).days <= LONGEST:
        return None
    return start, end


def _partial(match: re.Match[str], prefix: str) -> Partial | None:
    parts = match.groupdict()
    day = int(parts[f"{prefix}d"])
    month = parts.get(f"{prefix}m")
    year = parts.get(f"{prefix}y")
    if not 1 <= day <= 31 or (month and not 1 <= int(month) <= 12):
        return None
    whole = int(year) if year else None
    if whole is not None and whole < 100:
        whole += 2000
    return Partial(day, int(month) if month else None, whole)


def _by_number(number: int, week: Span | None) -> date | None:
    return next((day for day in days_of(week) if day.day == number), None) if week else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
