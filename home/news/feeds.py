"""Atom feeds: of one site, and of one topic on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from home.news.filters import NewsFilters
from home.news.models import NewsPage, Topic
from home.news.querysets import NewsPageQuerySet
from portal.core.addresses import absolute_url
from portal.core.feeds import LENGTH, PageFeed
from units.frame.frames import Frame

if TYPE_CHECKING:
    from home.news.models import NewsIndexPage


class SiteFeed(PageFeed):
    """The newest items that the site lists."""

    def __init__(self, frame: Frame, address: str = "") -> None:
        super().__init__(frame.request, address or f"{frame.absolute_home_url}feed/")
        self.frame = frame

    def title(self) -> str:
        return _("Tin bài – %(name)s") % {"name": self.frame.name}

    def subtitle(self) -> str:
        return _("Tin bài mới của %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return self.frame.absolute_home_url

    def _queryset(self) -> NewsPageQuerySet:
        return NewsFilters(
            self.frame.request, self.frame, NewsPage.objects.all(), Topic.objects.none()
        ).all_items

    def items(self) -> Iterable[NewsPage]:
        return self._queryset().newest_first().prefetch_related("topics")[:LENGTH]

    def item_author_name(self, item: NewsPage) -> str:
        return item.author_name or self.frame.name

    def item_categories(self, item: NewsPage) -> list[str]:
        return [topic.name for topic in item.topic_list]


class TopicFeed(SiteFeed):
    """The newest items about one topic."""

    def __init__(self, frame: Frame, index: NewsIndexPage, topic: Topic) -> None:
        self.listing = absolute_url(index, frame.request)
        address = self.listing + index.reverse_subpage("topic_feed", args=(topic.slug,))
        super().__init__(frame, address)
        self.topic = topic

    def title(self) -> str:
        return _("%(topic)s – %(name)s") % {"topic": self.topic.name, "name": self.frame.name}

    def link(self) -> str:
        return f"{self.listing}?chu-de={self.topic.slug}"

    def _queryset(self) -> NewsPageQuerySet:
        return super()._queryset().about(self.topic.slug)
