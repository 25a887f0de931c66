"""The portal's clock while the sample lives through what has happened before it was loaded.

The reviews write down the time of everything themselves, in rows that nobody may change afterwards. So the
loader does what happened on the day on which it happened, instead of writing dates past the rules.

Therefore `django.utils.timezone.now` is replaced, here and nowhere else: revisions, log entries and review
states of Wagtail ask it by themselves and take no moment from whoever makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from django.utils import timezone

from portal.calendar.rules.working import Calendar

# The later one first: hours are counted back.
SHIFTS = ((time(13, 30), time(17)), (time(8), time(11, 30)))


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Inside, `timezone.now()` answers `moment`, for the whole process: for commands alone."""
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real


def working_hours_before(now: datetime, hours: float, calendar: Calendar) -> datetime:
    """The moment so many working hours ago; `now` in local time. Nobody sends an item in at night."""
    left, day = timedelta(hours=hours), now.date()
    while True:
        if calendar.is_working_day(day):
            for opens, closes in SHIFTS:
                start = datetime.combine(day, opens, tzinfo=now.tzinfo)
                worked = min(datetime.combine(day, closes, tzinfo=now.tzinfo), now) - start
                if worked >= left:
                    return start + worked - left
                left -= max(worked, timedelta())
        day -= timedelta(days=1)
