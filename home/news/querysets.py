"""Questions about news items, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from wagtail.models import Page

from portal.core.months import Month
from portal.core.querysets import ShownQuerySet
from units.frame.frames import Units
from units.models import Unit

if TYPE_CHECKING:
    from home.news.models import NewsPage, Topic


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
        return self.of_unit(unit).exclude(units.below_others(unit))

    def on_province(self, units: Units) -> NewsPageQuerySet:
        """The province's own items and those that the board has promoted from the units."""
        if units.province is None:
            return self.none()
        foreign = units.below_others(units.province)
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

    def around(
        self, item: NewsPage, topics: Iterable[Topic], amount: int
    ) -> tuple[NewsPage | None, NewsPage | None, list[NewsPage]]:
        """The next newer, the next older and the newest items with a topic in common: one query."""
        if item.first_published_at is None:
            return None, None, []
        through = self.model.topics.through.objects.filter(topic__in=list(topics))
        shares_topic = Exists(through.filter(newspage_id=OuterRef("pk")))
        rows = self.annotate(shares_topic=shares_topic)
        wanted = [
            self.newer_than(item).values("pk")[:1],
            self.older_than(item).values("pk")[:1],
            rows.filter(shares_topic=True).newest_first().values("pk")[:amount],
        ]
        among = reduce(or_, (Q(pk__in=Subquery(part)) for part in wanted))
        found = list(rows.filter(among).newest_first())
        place = (item.first_published_at, item.pk)
        above = [row for row in found if (row.first_published_at, row.pk) > place]
        below = [row for row in found if (row.first_published_at, row.pk) < place]
        # Above may hold related items too: the last is the nearest, as the first below is.
        related = [row for row in found if row.shares_topic][:amount]
        return next(reversed(above), None), next(iter(below), None), related
