"""Atom feed of a register: the documents that were published last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.registry.models import OfficialDocumentPage
from portal.core.addresses import absolute_url
from units.frames import Frame

if TYPE_CHECKING:
    from home.registry.models import DocumentIndexPage

LENGTH = 30


class DocumentFeed(Feed):
    feed_type = Atom1Feed
    language = "vi"

    def __init__(self, index: DocumentIndexPage, frame: Frame) -> None:
        self.index, self.frame = index, frame

    def title(self) -> str:
        return _("Văn bản – %(name)s") % {"name": self.frame.name}

    def subtitle(self) -> str:
        return _("Văn bản mới của %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return absolute_url(self.index, self.frame.request)

    def feed_url(self) -> str:
        return self.frame.request.build_absolute_uri(self.frame.request.path)

    def items(self) -> Iterable[OfficialDocumentPage]:
        shown = OfficialDocumentPage.objects.shown().of_site(self.frame.unit)
        return shown.select_related("field").order_by("-first_published_at", "-pk")[:LENGTH]

    def item_title(self, item: OfficialDocumentPage) -> str:
        return item.name

    def item_description(self, item: OfficialDocumentPage) -> str:
        return item.summary

    def item_link(self, item: OfficialDocumentPage) -> str:
        return absolute_url(item, self.frame.request)

    def item_guid(self, item: OfficialDocumentPage) -> str:
        """Stays the same when a document is moved or its host changes."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: OfficialDocumentPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: OfficialDocumentPage) -> datetime | None:
        return item.last_published_at

    def item_author_name(self, item: OfficialDocumentPage) -> str:
        return item.issuer

    def item_categories(self, item: OfficialDocumentPage) -> list[str]:
        return [str(item.type_label), *([item.field.name] if item.field else [])]
