"""What every Atom feed of pages has in common."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import get_current_timezone, localdate

from portal.core.addresses import absolute_url

LENGTH = 30


class SteadyAtomFeed(Atom1Feed):
    """Atom whose bytes stay while nothing happens."""

    def latest_post_date(self) -> datetime:
        """Django says "now" for a feed without entries, so that every request gets another one."""
        if self.items:
            return super().latest_post_date()
        return datetime.combine(localdate(), time.min, get_current_timezone())


class PageFeed(Feed):
    """Pages under lasting names.

    `address` is the feed's own canonical address and therefore its name: two feeds of one site must
    not share an id, and a feed has one id under whatever host it is asked for.
    """

    feed_type = SteadyAtomFeed
    language = "vi"

    def __init__(self, request: HttpRequest, address: str) -> None:
        self.request = request
        self.address = address

    def feed_url(self) -> str:
        return self.address

    def feed_guid(self) -> str:
        return self.address

    def item_title(self, item: Any) -> str:
        return item.title

    def item_summary(self, item: Any) -> str:
        """Plain text; subclasses whose pages have no lead say what stands for it."""
        return item.lead

    def item_description(self, item: Any) -> str:
        """Readers take an Atom summary of Django's for HTML, so the text must not be any."""
        return escape(self.item_summary(item))

    def item_link(self, item: Any) -> str:
        return absolute_url(item, self.request)

    def item_guid(self, item: Any) -> str:
        """Stays the same when a page is moved, renamed or gets another host."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: Any) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: Any) -> datetime | None:
        return item.last_published_at
