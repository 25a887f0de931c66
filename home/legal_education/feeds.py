"""Atom feed of a hub, narrowed as the hub is by the same parameters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.legal_education.hub import HubFilters
from portal.core.addresses import absolute_url
from units.frames import Frame

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationIndexPage, LegalEducationPage

LENGTH = 30


class HubFeed(Feed):
    feed_type = Atom1Feed
    language = "vi"

    def __init__(self, frame: Frame, index: LegalEducationIndexPage) -> None:
        self.frame, self.index = frame, index

    def title(self) -> str:
        return _("Phổ biến, giáo dục pháp luật – %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return absolute_url(self.index, self.frame.request)

    def feed_url(self) -> str:
        return self.frame.request.build_absolute_uri(self.frame.request.path)

    def items(self) -> Iterable[LegalEducationPage]:
        return (
            HubFilters(self.frame.request, self.frame)
            .items()
            .prefetch_related("legal_fields")[:LENGTH]
        )

    def item_title(self, item: LegalEducationPage) -> str:
        return item.title

    def item_description(self, item: LegalEducationPage) -> str:
        return item.lead

    def item_link(self, item: LegalEducationPage) -> str:
        return absolute_url(item, self.frame.request)

    def item_guid(self, item: LegalEducationPage) -> str:
        """Stays the same when an item is moved, renamed or gets another host."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: LegalEducationPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: LegalEducationPage) -> datetime | None:
        return item.last_published_at

    def item_author_name(self, item: LegalEducationPage) -> str:
        return item.author_name or self.frame.name

    def item_categories(self, item: LegalEducationPage) -> list[str]:
        return [item.form_label, *(field.name for field in item.field_list)]
