"""Questions about news items, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q, Subquery
from wagtail.models import Page

from portal.core.months import Month
from portal.core.querysets import ShownQuerySet
from units.frames import Units
from units.models import Unit

if TYPE_CHECKING:
    from home.news.models import NewsPage


class TopicQuerySet(models.QuerySet):
    def active(self) -> TopicQuerySet:
        return self.filter(is_active=True)


class NewsPageQuerySet(ShownQuerySet):
    def in_tree(self, root: Page) -> NewsPageQuerySet:
        return self.filter(path__startswith=root.path, depth__gt=root.depth)

    def of_unit(self, unit: Unit) -> NewsPageQuerySet:
        """Everything below the unit's home page; nothing for a unit without one."""
        return self.in_tree(unit.home_page) if unit.home_page else self.none()

    def on_site_of(self, unit: Unit, units: Units) -> NewsPageQuerySet:
        """The unit's own items, without those of units whose sites stand below its tree."""
        return self.of_unit(unit).exclude(_below_others(unit, units))

    def on_province(self, units: Units) -> NewsPageQuerySet:
        """The province's own items and those that the board has promoted from the units."""
        if units.province is None:
            return self.none()
        foreign = _below_others(units.province, units)
        return self.of_unit(units.province).exclude(foreign & Q(promotion__isnull=True))

    def newest_first(self) -> NewsPageQuerySet:
        """By publication; items of the same second keep one order, so that pages never repeat."""
        return self.order_by("-first_published_at", "-pk")

    def about(self, topic_slug: str) -> NewsPageQuerySet:
        return self.filter(topics__slug=topic_slug)

    def in_month(self, month: Month) -> NewsPageQuerySet:
        start, end = month.bounds()
        return self.filter(first_published_at__gte=start, first_published_at__lt=end)

    def newer_than(self, item: NewsPage) -> NewsPageQuerySet:
        moment = item.first_published_at
        return self.filter(
            Q(first_published_at__gt=moment) | Q(first_published_at=moment, pk__gt=item.pk)
        ).order_by("first_published_at", "pk")

    def older_than(self, item: NewsPage) -> NewsPageQuerySet:
        moment = item.first_published_at
        return self.filter(
            Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=item.pk)
        ).newest_first()

    def neighbours_of(self, item: NewsPage) -> tuple[NewsPage | None, NewsPage | None]:
        """The next newer and the next older item, in one query."""
        newer = self.newer_than(item).values("pk")[:1]
        older = self.older_than(item).values("pk")[:1]
        found = self.filter(Q(pk__in=Subquery(newer)) | Q(pk__in=Subquery(older))).newest_first()
        place = (item.first_published_at, item.pk)
        above = [row for row in found if (row.first_published_at, row.pk) > place]
        below = [row for row in found if (row.first_published_at, row.pk) < place]
        return (above[0] if above else None), (below[0] if below else None)


def _below_others(unit: Unit, units: Units) -> Q:
    """A condition: the page stands below the home page of another unit inside this one's tree."""
    below = Q(pk__in=())
    if unit.home_page is None:
        return below
    root = unit.home_page.path
    for other in units.all:
        if other != unit and other.home_page is not None and other.home_page.path.startswith(root):
            below |= Q(path__startswith=other.home_page.path)
    return below
