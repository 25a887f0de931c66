"""Atom feeds: of one site, and of one topic on it."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.news.filters import NewsFilters
from home.news.models import NewsPage, Topic
from home.news.querysets import NewsPageQuerySet
from portal.core.addresses import absolute_url
from units.frames import Frame

LENGTH = 30


class SiteFeed(Feed):
    """The newest items that the site lists."""

    feed_type = Atom1Feed
    language = "vi"

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def title(self) -> str:
        return _("Tin bài – %(name)s") % {"name": self.frame.name}

    def subtitle(self) -> str:
        return _("Tin bài mới của %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return self.frame.absolute_home_url

    def feed_url(self) -> str:
        return self.frame.request.build_absolute_uri(self.frame.request.path)

    def _queryset(self) -> NewsPageQuerySet:
        return NewsFilters(
            self.frame.request, self.frame, NewsPage.objects.all(), Topic.objects.none()
        ).all_items

    def items(self) -> Iterable[NewsPage]:
        return self._queryset().newest_first().prefetch_related("topics")[:LENGTH]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lead

    def item_link(self, item: NewsPage) -> str:
        return absolute_url(item, self.frame.request)

    def item_guid(self, item: NewsPage) -> str:
        """Stays the same when an item is moved, renamed or gets another host."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: NewsPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: NewsPage) -> datetime | None:
        return item.last_published_at

    def item_author_name(self, item: NewsPage) -> str:
        return item.author_name or self.frame.name

    def item_categories(self, item: NewsPage) -> list[str]:
        return [topic.name for topic in item.topic_list]


class TopicFeed(SiteFeed):
    """The newest items about one topic."""

    def __init__(self, frame: Frame, topic: Topic) -> None:
        super().__init__(frame)
        self.topic = topic

    def title(self) -> str:
        return _("%(topic)s – %(name)s") % {"topic": self.topic.name, "name": self.frame.name}

    def _queryset(self) -> NewsPageQuerySet:
        return super()._queryset().about(self.topic.slug)
