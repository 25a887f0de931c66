"""The portal's clock in tests: it stands where it is set, for everything that asks the time."""

from __future__ import annotations

from datetime import date, datetime, time

import time_machine
from django.utils import timezone


def at(moment: datetime) -> time_machine.travel:
    """A context manager in which it is this moment."""
    return time_machine.travel(moment, tick=False)


def on(day: date) -> time_machine.travel:
    """Noon of the day in Vietnam."""
    return at(timezone.make_aware(datetime.combine(day, time(12))))
