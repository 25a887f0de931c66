"""The entries of the report, and how long they are kept."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.audit.actions import PREFIXES

# Three months, whichever they are (rules for information systems of level 2).
LEAST_DAYS = 92


def security_entries() -> QuerySet[ModelLogEntry]:
    known = reduce(or_, (Q(action__startswith=prefix) for prefix in PREFIXES))
    return ModelLogEntry.objects.filter(known).select_related("user", "content_type")


def purge(days: int, now: datetime | None = None) -> int:
    """Delete security entries older than `days`; return how many.

    Raises ValueError for less than `LEAST_DAYS`.
    """
    if days < LEAST_DAYS:
        raise ValueError(f"{days} < {LEAST_DAYS}")
    limit = (now or timezone.now()) - timedelta(days=days)
    deleted, _by_model = security_entries().filter(timestamp__lt=limit).delete()
    return deleted
