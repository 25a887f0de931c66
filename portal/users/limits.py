"""Counters of attempts, in the database.

Not in the cache: a cache that is away must neither lift a limit nor lock everybody out, and the local
one of a small installation is not shared by its processes.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.users.models import Throttle


@dataclass(frozen=True)
class Limit:
    """`count` times in `seconds`; `what` says in words what is counted."""

    count: int
    seconds: int
    what: StrOrPromise


# What one person does in the administration that a machine could repeat for him. Each is several times
# what a busy day needs: all members of twelve units invited in one afternoon, a register of ten years
# brought in by lists of a hundred documents, every list of a report taken out for its meeting.
MAILS, IMPORTS, EXPORTS = "mails", "imports", "exports"
STAFF_LIMITS = {
    MAILS: Limit(100, 3600, _("gửi thư")),
    IMPORTS: Limit(200, 3600, _("nhập tệp")),
    EXPORTS: Limit(100, 3600, _("xuất tệp")),
}


@dataclass(frozen=True)
class Taken:
    """What became of an attempt: how many are left, or -1 when it is refused; seconds until they begin
    anew; whether it is the first one that is refused since they began."""

    left: int
    wait: int
    is_first_refused: bool = False

    @property
    def is_refused(self) -> bool:
        return self.left < 0

    @property
    def minutes(self) -> int:
        """The wait as people are told it: rounded up, so that the limit is over by then."""
        return max(1, -(-self.wait // 60))


def attempt(kind: str, subject: str, limit: int, seconds: int) -> Taken:
    """Count one attempt.

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
        wait = max(1, round((row.since - now).total_seconds()) + seconds)
        if row.count > limit:
            return Taken(-1, wait)
        row.count += 1
        row.save(update_fields=["since", "count"])
    if row.count > limit:
        return Taken(-1, wait, is_first_refused=True)
    return Taken(limit - row.count, wait)


def take(kind: str, subject: str, limit: int, seconds: int) -> int:
    """Count one attempt; return how many are left after it, or -1 when it is refused."""
    return attempt(kind, subject, limit, seconds).left


def take_named(name: str, subject: str) -> Taken:
    """Count one deed of a person under a limit of `STAFF_LIMITS`."""
    limit = STAFF_LIMITS[name]
    return attempt(f"staff-{name}", subject, limit.count, limit.seconds)


def give_back(kind: str, subject: str) -> None:
    """The attempt was none to be counted: it succeeded."""
    Throttle.objects.filter(key=_key(kind, subject), count__gt=0).update(count=F("count") - 1)


def clear(kind: str, subject: str) -> None:
    Throttle.objects.filter(key=_key(kind, subject)).delete()


def forget_old() -> None:
    """Remove counters that no window reaches back to."""
    Throttle.objects.filter(since__lt=timezone.now() - timedelta(days=2)).delete()


def _key(kind: str, subject: str) -> str:
    """Hashed, because a subject may be a mail address that somebody typed."""
    digest = hashlib.sha256(f"{kind}:{subject}".encode()).hexdigest()[:48]
    # A name that is too long is cut: the whole of it is in the hash.
    return f"{kind[:30]}:{digest}"
