"""Time in which an office is open: mornings and afternoons of working days."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from portal.calendar.rules.working import DAY, Calendar

# The later one first: hours are counted back.
SHIFTS = ((time(13, 30), time(17)), (time(8), time(11, 30)))


def hours_before(now: datetime, hours: float, calendar: Calendar) -> datetime:
    """The moment so many office hours ago; `now` in local time.

    Two hours before a Monday at 9:00 it was Friday at 16:00.
    """
    left, day = timedelta(hours=hours), now.date()
    while True:
        if calendar.is_working_day(day):
            for opens, closes in SHIFTS:
                start = datetime.combine(day, opens, tzinfo=now.tzinfo)
                worked = min(datetime.combine(day, closes, tzinfo=now.tzinfo), now) - start
                if worked >= left:
                    return start + worked - left
                left -= max(worked, timedelta())
        day -= DAY
