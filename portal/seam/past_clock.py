"""The clock while rows are made as of a day that is over.

What: replaces `django.utils.timezone.now`.
Reason: the reviews write down the time of everything themselves, in rows that nobody may change afterwards.
    So the sample does what happened on the day on which it happened, instead of writing dates past the
    rules; revisions, log entries and review states of Wagtail take no moment from whoever makes them.
Versions: Django 5.2, Wagtail 7.4
Upstream: none known
Goes when: Wagtail's revisions, logs and reviews take their moment from the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Inside, `timezone.now()` answers `moment`, for the whole process: for commands alone."""
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
