"""Narrow a list of news by topic, month and unit, from whatever stands in the address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.filters import Choice
from portal.core.months import Month
from units.frame.frames import Frame
from units.models import Unit

if TYPE_CHECKING:
    from home.news.models import NewsIndexPage, Topic
    from home.news.querysets import NewsPageQuerySet


class NewsFilters:
    """Unknown values narrow nothing: an old or mangled link still leads to the news."""

    def __init__(
        self,
        request: HttpRequest,
        frame: Frame,
        items: NewsPageQuerySet,
        topics: QuerySet[Topic],
    ) -> None:
        self.frame = frame
        self.request = request
        self._items = items
        self.topics = list(topics)
        wanted = request.GET.get
        self.topic = next((t for t in self.topics if t.slug == wanted("chu-de")), None)
        self.month = Month.parse(wanted("thang", ""))
        self.unit = self._unit(wanted("don-vi", ""))

    def _unit(self, slug: str) -> Unit | None:
        if not self.frame.is_province:
            return None
        units = self.frame.units
        candidates = [*units.lower_level, *([units.province] if units.province else [])]
        return next((unit for unit in candidates if unit.slug == slug), None)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.topic or self.month or self.unit)

    @cached_property
    def all_items(self) -> NewsPageQuerySet:
        """What this site lists before anything is narrowed."""
        items = self._items.shown()
        if self.frame.is_province:
            return items.on_province(self.frame.units)
        return items.of_unit(self.frame.unit)

    def items(self) -> NewsPageQuerySet:
        items = self.all_items
        if self.unit:
            items = items.on_site_of(self.unit, self.frame.units)
        if self.topic:
            items = items.about(self.topic.slug)
        if self.month:
            items = items.in_month(self.month)
        return items.newest_first()

    def choices(self) -> list[Choice]:
        topics = [(t.slug, t.name, t == self.topic) for t in self.topics]
        choices = [
            Choice("chu-de", _("Chủ đề"), topics),
            Choice("thang", _("Tháng"), list(self._months())),
        ]
        if self.frame.is_province:
            units = [(u.slug, u.short_name, u == self.unit) for u in self._units()]
            choices.append(Choice("don-vi", _("Đơn vị"), units))
        return choices

    def _units(self) -> Iterator[Unit]:
        if self.frame.units.province:
            yield self.frame.units.province
        yield from self.frame.units.lower_level

    def _months(self) -> Iterator[tuple[str, str, bool]]:
        """Every month from the newest item back to the oldest."""
        span = self.all_items.aggregate(
            oldest=Min("first_published_at"), newest=Max("first_published_at")
        )
        if span["newest"] is None:
            return
        month, oldest = Month.of(span["newest"]), Month.of(span["oldest"])
        while month >= oldest:
            yield month.key, str(month), month == self.month
            month = month.previous()

    def feed_url(self, index: NewsIndexPage) -> str:
        """The feed of the chosen topic, or of the whole site."""
        if self.topic:
            address = index.get_url(self.request) or ""
            return address + index.reverse_subpage("topic_feed", args=(self.topic.slug,))
        return self.frame.feed_url
