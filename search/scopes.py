"""Whose pages a search looks through: decided by the host that was asked, and by the address.

A unit's own host searches the unit's pages, with a switch to all of them and back. The province's
host searches everything, or one unit with `?don-vi=`; for a unit without a host of its own that is
the unit's search, and shows the unit's frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from wagtail.models import Site

from portal.core.addresses import site_roots
from portal.core.filters import Choice
from units.frame.frames import units_of
from units.models import Unit

if TYPE_CHECKING:
    from search.querysets import IndexEntryQuerySet

EVERYWHERE = "tat-ca"


@dataclass(frozen=True)
class ScopeSwitch:
    """A link to the same question, asked of more or of fewer pages."""

    label: str
    url: str


class Scope:
    """Unknown values narrow nothing: an old or mangled link still leads to an answer."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.units = units_of(request)
        self._asked_everywhere = request.GET.get("pham-vi") == EVERYWHERE

    @cached_property
    def host_unit(self) -> Unit | None:
        """The unit whose own host was asked, None on the province's."""
        site = Site.find_for_request(self.request)
        unit = self.units.owner_of(site.root_page) if site else None
        return None if unit is None or unit.is_province else unit

    @property
    def is_own_search(self) -> bool:
        """On a unit's host, among the unit's own pages."""
        return self.host_unit is not None and not self._asked_everywhere

    @cached_property
    def chosen_unit(self) -> Unit | None:
        slug = self.request.GET.get("don-vi", "")
        return next((unit for unit in self._choosable if unit.slug == slug), None)

    @property
    def unit(self) -> Unit | None:
        """The one unit whose pages are searched, None for all."""
        return self.host_unit if self.is_own_search else self.chosen_unit

    @property
    def guest_unit(self) -> Unit | None:
        """The unit that is searched here because it has no host of its own."""
        unit = self.chosen_unit
        if self.host_unit is not None or unit is None or unit.is_province:
            return None
        own_path = unit.home_page.url_path if unit.home_page else None
        has_host = any(root.root_path == own_path for root in site_roots(self.request))
        return None if has_host else unit

    @cached_property
    def _choosable(self) -> list[Unit]:
        province = [self.units.province] if self.units.province else []
        return [*province, *self.units.lower_level]

    def narrow(self, entries: IndexEntryQuerySet) -> IndexEntryQuerySet:
        entries = entries.below(root.root_path for root in site_roots(self.request))
        return entries.of_unit(self.unit, self.units) if self.unit else entries

    def choices(self) -> list[Choice]:
        if self.is_own_search:
            return []
        options = [(u.slug, u.short_name, u == self.chosen_unit) for u in self._choosable]
        return [Choice("don-vi", _("Đơn vị"), options)]

    def kept(self) -> list[tuple[str, str]]:
        """Parameters that the form must send along, beside its visible fields."""
        on_unit_host = self.host_unit is not None
        return [("pham-vi", EVERYWHERE)] if on_unit_host and self._asked_everywhere else []

    def switch(self) -> ScopeSwitch | None:
        if self.is_own_search:
            return ScopeSwitch(_("Tìm trên toàn cổng thông tin"), self._address(everywhere=True))
        if self.guest_unit is not None:
            return ScopeSwitch(_("Tìm trên toàn cổng thông tin"), self._address())
        if self.host_unit is not None:
            label = _("Chỉ tìm trong trang của %(unit)s") % {"unit": self.host_unit.short_name}
            return ScopeSwitch(label, self._address())
        return None

    def _address(self, everywhere: bool = False) -> str:
        """The same question from its first page, with the kind kept and the unit let go."""
        query = QueryDict(mutable=True)
        for name in ("q", "loai"):
            if value := self.request.GET.get(name):
                query[name] = value
        if everywhere:
            query["pham-vi"] = EVERYWHERE
        return f"{self.request.path}?{query.urlencode()}"
