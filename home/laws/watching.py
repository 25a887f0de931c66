"""Tell other rooms when a law's force ends. Pages show it by themselves; this is for queues and mails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import structlog
from django.db import transaction
from django.utils import timezone

from home.laws.models import Lapse, Law
from home.laws.signals import law_lapsed

logger = structlog.get_logger(__name__)


class LapsesUntoldError(Exception):
    """Receivers failed for some laws; the next run tells of them again."""


def watch_validity(day: date | None = None) -> int:
    """Tell of every end of force up to `day` (today) that was not told yet; returns how many were.

    Days on which nothing ran are made up for. One law whose receivers fail does not hold up the others.
    """
    told, failed = 0, []
    for law, lapses_on, is_partial in _untold(day or timezone.localdate()):
        try:
            told += tell_lapse(law, lapses_on, is_partial=is_partial)
        except Exception:
            # Whatever a receiver raises: kept for the log and raised below, after the other laws.
            logger.exception("law_lapse_not_told", law=law.pk, day=lapses_on.isoformat())
            failed.append(law)
    if failed:
        raise LapsesUntoldError(", ".join(str(law) for law in failed))
    return told


@transaction.atomic
def tell_lapse(law: Law, day: date, *, is_partial: bool = False) -> bool:
    """Send `law_lapsed` unless that was done for this law and day; tells whether it was sent.

    The note and the receivers' work are one transaction, so a failed receiver leaves no note behind.
    """
    _row, is_new = Lapse.objects.get_or_create(law=law, day=day, is_partial=is_partial)
    if is_new:
        law_lapsed.send(sender=Law, law=law, day=day, is_partial=is_partial)
    return is_new


def _untold(day: date) -> Iterator[tuple[Law, date, bool]]:
    told = set(Lapse.objects.values_list("law_id", "day", "is_partial"))
    for is_partial, laws in (
        (False, Law.objects.lapsed_on(day)),
        (True, Law.objects.partly_lapsed_on(day)),
    ):
        for law in laws.with_replacement():
            end = law.partly_expires_on if is_partial else law.lapses_on
            if end is not None and (law.pk, end, is_partial) not in told:
                yield law, end, is_partial
