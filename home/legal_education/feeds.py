"""Atom feed of a hub, narrowed as the hub is by the same parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from home.legal_education.hub import HubFilters
from portal.core.addresses import absolute_url
from portal.core.feeds import LENGTH, PageFeed
from units.frame.frames import Frame

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationIndexPage, LegalEducationPage


class HubFeed(PageFeed):
    def __init__(self, frame: Frame, index: LegalEducationIndexPage) -> None:
        self.frame = frame
        self.filters = HubFilters(frame.request, frame)
        chosen = [
            (choice.name, value)
            for choice in self.filters.choices()
            for value, _label, is_selected in choice.options
            if is_selected
        ]
        self.hub = absolute_url(index, frame.request)
        self.narrowing = f"?{urlencode(chosen)}" if chosen else ""
        super().__init__(frame.request, self.hub + index.reverse_subpage("feed") + self.narrowing)

    def title(self) -> str:
        return _("Phổ biến, giáo dục pháp luật – %(name)s") % {"name": self.frame.name}

    def link(self) -> str:
        return self.hub + self.narrowing

    def items(self) -> Iterable[LegalEducationPage]:
        return self.filters.items().prefetch_related("legal_fields")[:LENGTH]

    def item_author_name(self, item: LegalEducationPage) -> str:
        return item.author_name or self.frame.name

    def item_categories(self, item: LegalEducationPage) -> list[str]:
        return [item.form_label, *(field.name for field in item.field_list)]
