"""Cells that name several days: "Từ 21/10 đến 23/10", "Thứ 2 – thứ 4", "Thứ 2, 3, 5", "Cả tuần"."""

import re
from collections.abc import Collection
from datetime import date
from typing import Final

from .dates import LONGEST_HEADING, WEEKDAY, Span, days_of, find_span, says_only_a_day, weekday
from .plain import one_line

_WHOLE_WEEK: Final = re.compile(
    r"(?:cả|trong|toàn)\s+tuần|các\s+ngày(?:\s+trong\s+tuần)?|h[ằà]ng\s+ngày", re.IGNORECASE
)
_TO: Final = re.compile(r"\s*(?:[-–—→÷~]|đến(?:\s+hết)?|tới)\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[,;+&]|và)\s*", re.IGNORECASE)
_FROM: Final = re.compile(r"^(?:từ\s+)?(?:ngày\s+)?", re.IGNORECASE)
_DIGIT: Final = re.compile(r"[2-7]")
_FILLER: Final = re.compile(r"\b(?:từ|ngày|tháng|năm|đến|tới|hết)\b|[\W\d_]+", re.IGNORECASE)
_WORKING_DAYS: Final = 5


def read_days(text: str, week: Span | None) -> tuple[date, ...]:
    """The days, if the text names two or more of the week and says nothing else.

    "Cả tuần" is Monday to Friday, "Thứ 2, 4" Monday and Wednesday; "Thứ 2 họp" names none.
    """
    text = one_line(text).strip(" .:;()")
    if week is None or len(text) > LONGEST_HEADING:
        return ()
    days = days_of(week)
    if _WHOLE_WEEK.fullmatch(text):
        return tuple(day for day in days if day.weekday() < _WORKING_DAYS)
    named = _by_weekdays(_FROM.sub("", text), days)
    return named if len(named) > 1 else _by_dates(text, week)


def _by_dates(text: str, week: Span) -> tuple[date, ...]:
    says_more = _FILLER.sub("", WEEKDAY.sub("", text))
    span = None if says_more else find_span(text, week[0])
    if span is None:
        return ()
    return tuple(day for day in days_of(week) if span[0] <= day <= span[1])


def _by_weekdays(text: str, days: list[date]) -> tuple[date, ...]:
    ends = _TO.split(text)
    places = _from_to(*ends) if len(ends) == 2 else _listed(text)
    return tuple(day for day in days if day.weekday() in places)


def _from_to(first_text: str, last_text: str) -> Collection[int]:
    """ "Thứ 2 – thứ 4" are three days; "Thứ 4 – thứ 2" are none."""
    first, last = _place(first_text), _place(last_text)
    if first is None or last is None or first >= last:
        return ()
    return range(first, last + 1)


def _listed(text: str) -> Collection[int]:
    """ "Thứ 2, 3 và 5" are three days, if each part is one."""
    parts = _AND.split(text)
    places = [_place(part, is_first=not at) for at, part in enumerate(parts)]
    known = [place for place in places if place is not None]
    return known if len(known) == len(parts) else ()


def _place(text: str, *, is_first: bool = True) -> int | None:
    """The weekday that a part is; after "Thứ 2" a digit alone is one too."""
    if not is_first and _DIGIT.fullmatch(text):
        return int(text) - 2
    is_alone = says_only_a_day(text) and not any(map(str.isdigit, WEEKDAY.sub("", text)))
    return weekday(text) if is_alone else None
