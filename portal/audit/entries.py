"""The entries of the report, and how long they are kept."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.audit.actions import LISTED, PREFIXES, STOCK_MODELS

# Three months, whichever they are (rules for information systems of level 2).
LEAST_DAYS = 92


def security_entries() -> QuerySet[ModelLogEntry]:
    return ModelLogEntry.objects.filter(_beginning_with(PREFIXES))


def listed_entries() -> QuerySet[ModelLogEntry]:
    """What the report shows: besides the security entries, other deeds of rooms, and stock screens."""
    stock = reduce(
        or_,
        (Q(content_type__app_label=app, content_type__model=name) for app, name in STOCK_MODELS),
    )
    listed = _beginning_with(LISTED) | (Q(action__startswith="wagtail.") & stock)
    return ModelLogEntry.objects.filter(listed).select_related("user", "content_type")


def _beginning_with(prefixes: tuple[str, ...]) -> Q:
    return reduce(or_, (Q(action__startswith=prefix) for prefix in prefixes))


def purge(days: int, now: datetime | None = None) -> int:
    """Delete security entries older than `days`; return how many.

    Raises ValueError for less than `LEAST_DAYS`.
    """
    if days < LEAST_DAYS:
        raise ValueError(f"{days} < {LEAST_DAYS}")
    limit = (now or timezone.now()) - timedelta(days=days)
    deleted, _by_model = security_entries().filter(timestamp__lt=limit).delete()
    return deleted
