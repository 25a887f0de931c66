"""Atom feed of a register: the documents that were published last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from home.registry.models import OfficialDocumentPage
from portal.core.addresses import absolute_url
from portal.core.feeds import LENGTH, PageFeed
from units.frame.frames import Frame

if TYPE_CHECKING:
    from home.registry.models import DocumentIndexPage


class DocumentFeed(PageFeed):
    def __init__(self, index: DocumentIndexPage, frame: Frame) -> None:
        self.register, self.frame = absolute_url(index, frame.request), frame
        super().__init__(frame.request, f"{self.register}feed/")

    def title(self) -> str:
        return _("Văn bản – %(name)s") % {"name": self.frame.name}

    def subtitle(self) -> str:
        return _("Văn bản mới của %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return self.register

    def items(self) -> Iterable[OfficialDocumentPage]:
        shown = OfficialDocumentPage.objects.shown().of_site(self.frame.unit)
        return shown.select_related("field").order_by("-first_published_at", "-pk")[:LENGTH]

    def item_title(self, item: OfficialDocumentPage) -> str:
        return item.name

    def item_summary(self, item: OfficialDocumentPage) -> str:
        return item.summary

    def item_author_name(self, item: OfficialDocumentPage) -> str:
        return item.issuer

    def item_categories(self, item: OfficialDocumentPage) -> list[str]:
        return [str(item.type_label), *([item.field.name] if item.field else [])]
