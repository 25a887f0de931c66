"""Calendars that telephones and desktops subscribe to (RFC 5545), written by the `icalendar` library.

The same events give the same bytes: nothing but the events goes in, so that a reader who has the newest
version can be told so. An event that is called off stays in, as cancelled; one that is left out would
stay in the calendars of its subscribers for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import icalendar

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
PRODUCT = "-//VKSND//Cong thong tin//VI"
# How often a subscriber should ask again: a day's change has to arrive on that day.
REFRESH = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One event. `start` and `end` are moments with a time zone; of an all-day event the days count,
    the last one included. `sequence` rises and `changed_at` moves with every change.
    """

    uid: str
    sequence: int
    start: datetime | date
    end: datetime | date | None
    all_day: bool
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    cancelled: bool = False
    changed_at: datetime | None = None


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """The file. Raises ValueError for a moment without a time zone or an end before the start."""
    # Made from the name: the library's own would be another one each time.
    found = icalendar.Calendar.new(
        prodid=PRODUCT, method="PUBLISH", name=name, uid=uuid5(NAMESPACE_URL, name)
    )
    found.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    # What readers from before RFC 7986 understand; the library adds X-WR-CALNAME.
    found.add("X-PUBLISHED-TTL", icalendar.vDuration(REFRESH))
    found.add("X-WR-TIMEZONE", VIETNAM.key)
    found.add_component(_zone())
    for event in events:
        found.add_component(_component(event))
    return found.to_ical()


def _component(event: Event) -> icalendar.Event:
    start, end = _span(event)
    stamp = (event.changed_at or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC)
    return icalendar.Event.new(
        uid=event.uid,
        sequence=event.sequence,
        stamp=stamp,
        last_modified=stamp,
        start=start,
        end=end,
        summary=event.summary,
        description=event.description or None,
        location=event.location or None,
        url=event.url or None,
        status=icalendar.STATUS.CANCELLED if event.cancelled else icalendar.STATUS.CONFIRMED,
        transparency=icalendar.TRANSP.TRANSPARENT if event.all_day else None,
    )


def _span(event: Event) -> tuple[datetime | date, datetime | date | None]:
    if event.all_day:
        first, last = _day(event.start), _day(event.end or event.start)
        if last < first:
            raise ValueError(f"{event.uid} ends before it starts")
        # The end of a day-long event is the first day that it does not take.
        return first, last + DAY
    start, end = _moment(event.start), None if event.end is None else _moment(event.end)
    if end is not None and end < start:
        raise ValueError(f"{event.uid} ends before it starts")
    return start, end


def _day(value: datetime | date) -> date:
    return value.astimezone(VIETNAM).date() if isinstance(value, datetime) else value


def _moment(value: datetime | date) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"{value!r} is no moment with a time zone")
    return value.astimezone(VIETNAM)


@lru_cache(maxsize=1)
def _zone() -> icalendar.Timezone:
    """Vietnam's clock, for readers that do not know it by name; it has not changed since 1975."""
    standard = icalendar.TimezoneStandard()
    standard.add("DTSTART", datetime(1975, 6, 13))
    standard.add("TZOFFSETFROM", timedelta(hours=8))
    standard.add("TZOFFSETTO", timedelta(hours=7))
    standard.add("TZNAME", "+07")
    zone = icalendar.Timezone()
    zone.add("TZID", VIETNAM.key)
    zone.add_component(standard)
    return zone
