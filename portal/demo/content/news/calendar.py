"""Working days, and the words for dates and periods that the templates use.

Dates are written with two digits for day and month, as in 05/03/2026.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from portal.demo.content.news.authors import NEWS

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SPAN_DAYS = 720  # a little less than 24 months, so that the oldest item stays inside them

_FIXED_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 1), (9, 2), (11, 24)})
_OCCASIONS = {4: "30/4", 5: "30/4", 8: "Quốc khánh 2/9", 9: "Quốc khánh 2/9"}
_ROMAN = ("I", "II", "III", "IV")


def is_working_day(day: date) -> bool:
    if day.weekday() >= 5 or (day.month, day.day) in _FIXED_HOLIDAYS:
        return False
    return not any(first <= day <= last for first, last in NEWS.tet_breaks)


def working_day_before(day: date, steps: int = 1) -> date:
    for _ in range(steps):
        day -= timedelta(days=1)
        while not is_working_day(day):
            day -= timedelta(days=1)
    return day


def publication_day(
    rng: Random, today: date, months: tuple[int, ...], days: tuple[int, int]
) -> date:
    """A working day before ``today``; about a third of all items fall in the last 90 days, because
    a portal that has just opened is fuller at its newer end."""
    while True:
        span = 90 if rng.random() < 0.3 and not months else SPAN_DAYS
        day = today - timedelta(days=rng.randint(1, span))
        in_season = (not months or day.month in months) and days[0] <= day.day <= days[1]
        if in_season and is_working_day(day):
            return day


def at_working_hours(rng: Random, day: date) -> datetime:
    hour = rng.choice((8, 9, 10, 14, 15, 16))
    return datetime(day.year, day.month, day.day, hour, rng.randint(0, 59), tzinfo=TIME_ZONE)


def period_slots(event: date) -> dict[str, object]:
    """The slots that depend on when the event took place."""
    last_month = event.replace(day=1) - timedelta(days=1)
    quarter = (event.month - 1) // 3
    quarter_text = (
        f"quý {_ROMAN[quarter - 1]} năm {event.year}" if quarter else f"quý IV năm {event.year - 1}"
    )
    if event.month >= 3:
        since = since_to = f"từ đầu năm {event.year} đến nay"
        since_start = f"Từ đầu năm {event.year} đến nay"
    else:
        since, since_to = f"trong năm {event.year - 1}", f"đến hết năm {event.year - 1}"
        since_start = f"Năm {event.year - 1}"
    return {
        "ngay": f"{event:%d/%m/%Y}",
        "month": f"tháng {last_month.month}/{last_month.year}",
        "this_month": f"tháng {event.month}/{event.year}",
        "quarter": quarter_text,
        "this_quarter": f"quý {_ROMAN[quarter]} năm {event.year}",
        "year": event.year,
        "since": since,
        "since_to": since_to,
        "Since": since_start,
        "dip": _OCCASIONS.get(event.month, "Tết Nguyên đán"),
        "tuoi": event.year - 1960,
    }
