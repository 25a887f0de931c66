"""Counters of attempts, in the database.

Not in the cache: a cache that is away must neither lift a limit nor lock everybody out, and the local
one of a small installation is not shared by its processes.
"""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.users.models import Throttle


def take(kind: str, subject: str, limit: int, seconds: int) -> int:
    """Count one attempt; return how many are left after it, or -1 when it is refused.

    Counting comes before the attempt, so that attempts made at the same time are all counted. A
    refused attempt does not lengthen the wait.
    """
    now = timezone.now()
    with transaction.atomic():
        row, _created = Throttle.objects.select_for_update().get_or_create(
            key=_key(kind, subject), defaults={"since": now}
        )
        if row.since <= now - timedelta(seconds=seconds):
            row.since, row.count = now, 0
        if row.count >= limit:
            return -1
        row.count += 1
        row.save(update_fields=["since", "count"])
        return limit - row.count


def clear(kind: str, subject: str) -> None:
    Throttle.objects.filter(key=_key(kind, subject)).delete()


def forget_old() -> None:
    """Remove counters that no window reaches back to."""
    Throttle.objects.filter(since__lt=timezone.now() - timedelta(days=2)).delete()


def _key(kind: str, subject: str) -> str:
    """Hashed, because a subject may be a mail address that somebody typed."""
    return f"{kind}:{hashlib.sha256(subject.encode()).hexdigest()[:48]}"
