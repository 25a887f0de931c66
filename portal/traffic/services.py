"""Count views and downloads, apart; read the totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Model, Sum
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from portal.traffic.marks import Visitor, online_at
from portal.traffic.models import CountKind, DailyCount, DailyVisitors
from portal.traffic.rules import is_continuation, is_guess, is_program
from portal.users.client import user_agent

_FIGURES: Final = "traffic:figures"
_FIGURES_SECONDS: Final = 30


class Totals(NamedTuple):
    """Of one object, since it was first counted."""

    views: int = 0
    downloads: int = 0


@dataclass(frozen=True)
class Figures:
    """The visitor counters that stand at the foot of every page."""

    online: int
    today: int
    month: int
    total: int


def count_view(obj: Model, request: HttpRequest) -> bool:
    """Count one view of `obj`, unless it is a program's, a guess or a reload; tells whether it counted.

    The caller has made sure that the public may see `obj`.
    """
    return _count(obj, CountKind.VIEW, request)


def count_download(obj: Model, request: HttpRequest) -> bool:
    """The same for a download; a further piece of the same file does not count."""
    if request.method != "GET" or is_continuation(request.headers):
        return False
    return _count(obj, CountKind.DOWNLOAD, request)


@transaction.atomic
def count_visit(request: HttpRequest) -> None:
    """Note that the visitor is here, and count him once a day."""
    if not is_person(request) or not Visitor(request).claim_visit():
        return
    today = timezone.localdate()
    rows = DailyVisitors.objects.filter(day=today)
    if not rows.update(count=F("count") + 1):
        DailyVisitors.objects.bulk_create([DailyVisitors(day=today)], ignore_conflicts=True)
        rows.update(count=F("count") + 1)


def is_person(request: HttpRequest) -> bool:
    return (
        request.method != "HEAD"
        and not is_program(user_agent(request))
        and not is_guess(request.headers)
    )


def totals_of(objects: Iterable[Model]) -> dict[Any, Totals]:
    """Views and downloads of objects of one kind, by primary key; one query, none without objects."""
    found = list(objects)
    if not found:
        return {}
    counted: dict[int, dict[str, int]] = defaultdict(dict)
    rows = DailyCount.objects.filter(
        content_type=_type_of(found[0]), object_id__in=[obj.pk for obj in found]
    )
    for pk, kind, count in rows.values_list("object_id", "kind").annotate(sum=Sum("count")):
        counted[pk][kind] = count
    return {obj.pk: _totals(counted[obj.pk]) for obj in found}


def _totals(counts: dict[str, int]) -> Totals:
    return Totals(counts.get(CountKind.VIEW, 0), counts.get(CountKind.DOWNLOAD, 0))


def visitor_figures() -> Figures:
    """At most half a minute old."""
    figures = cache.get(_FIGURES)
    if figures is None:
        today = timezone.localdate()
        month = DailyVisitors.objects.filter(day__year=today.year, day__month=today.month)
        figures = Figures(
            online=online_at(timezone.now()),
            today=DailyVisitors.objects.filter(day=today).aggregate(n=Sum("count"))["n"] or 0,
            month=month.aggregate(n=Sum("count"))["n"] or 0,
            total=DailyVisitors.objects.aggregate(n=Sum("count"))["n"] or 0,
        )
        cache.set(_FIGURES, figures, _FIGURES_SECONDS)
    return figures


@transaction.atomic
def _count(obj: Model, kind: CountKind, request: HttpRequest) -> bool:
    content_type = _type_of(obj)
    if not is_person(request):
        return False
    if not Visitor(request).claim(f"{kind} {content_type.pk} {obj.pk}"):
        return False
    place = {
        "content_type": content_type,
        "object_id": obj.pk,
        "kind": kind,
        "day": timezone.localdate(),
    }
    rows = DailyCount.objects.filter(**place)
    if not rows.update(count=F("count") + 1):
        # Two at once may both find no row: one of them makes it, both add to it.
        DailyCount.objects.bulk_create([DailyCount(**place)], ignore_conflicts=True)
        rows.update(count=F("count") + 1)
    return True


def _type_of(obj: Model) -> ContentType:
    """Every page counts as a page, so that its number alone says which row is meant."""
    return ContentType.objects.get_for_model(Page if isinstance(obj, Page) else obj)
