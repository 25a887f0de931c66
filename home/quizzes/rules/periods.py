"""When a contest takes entries, and when personal data must be gone. All moments carry their time zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum


class State(Enum):
    """Where a quiz stands at a moment; practice is always open."""

    PRACTICE = "practice"
    UPCOMING = "upcoming"
    RUNNING = "running"
    OVER = "over"


def state(opens_at: datetime | None, closes_at: datetime | None, moment: datetime) -> State:
    """Where a contest stands; the whole of the last second still counts.

    People are told the time in seconds: "it came at 17:00:00" must not be too late for 17:00:00. A contest
    without its dates has not begun: nothing of it may be shown.

    It closes at 17:00:00; 17:00:00.9 → RUNNING, 17:00:01 → OVER.
    """
    if opens_at is None or closes_at is None or moment < opens_at:
        return State.UPCOMING
    is_in_time = moment.replace(microsecond=0) <= closes_at
    return State.RUNNING if is_in_time else State.OVER


def delete_at(closes_at: datetime, days: int) -> datetime:
    """From when on personal data is deleted: so many days after the end, as the consent said."""
    return closes_at + timedelta(days=days)
