"""The frame around every page: whose site this is, and what its header and footer need.

A subsite may be the root of a `Site` or only a branch of the provincial one, so Wagtail's `Site` cannot
tell whose page is shown. The frame can: it belongs to the innermost unit whose home page is the page
or one of its ancestors. It is built once per request, with a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from portal.core.addresses import absolute_url, canonical_url
from units.models import Unit


@dataclass
class MenuEntry:
    """One line of a menu as templates show it."""

    label: str
    url: str
    is_current: bool = False
    is_external: bool = False
    children: tuple[MenuEntry, ...] = ()


@dataclass
class FrameParts:
    """What the navigation room adds to a frame."""

    menu: tuple[MenuEntry, ...] = ()
    footer_links: tuple[MenuEntry, ...] = ()
    footer_text: str = ""


class Units:
    """All units with their home pages, loaded once per request.

    `all` holds those in operation, which lists and directories name; `known` the closed ones too, whose
    pages keep their own frame and are nobody else's.
    """

    def __init__(self) -> None:
        self.known = list(Unit.objects.with_home_pages())
        self.all = [unit for unit in self.known if unit.is_active]
        self._by_page = {unit.home_page_id: unit for unit in self.known if unit.home_page_id}

    @cached_property
    def province(self) -> Unit | None:
        return next((unit for unit in self.all if unit.is_province), None)

    @cached_property
    def lower_level(self) -> list[Unit]:
        """Units with a published subsite, in the order of the directory."""
        return [
            unit
            for unit in self.all
            if unit.home_page is not None
            and unit.home_page.live
            and unit.kind in (Unit.Kind.DISTRICT, Unit.Kind.REGION)
        ]

    def owner_of(self, page: Page) -> Unit | None:
        """The innermost unit whose tree holds the page; from the path alone, without a query."""
        owners = [
            unit
            for unit in self._by_page.values()
            if unit.home_page is not None and page.path.startswith(unit.home_page.path)
        ]
        return max(owners, key=lambda unit: unit.home_page.depth, default=None)  # type: ignore[union-attr]

    def below_others(self, unit: Unit) -> Q:
        """A condition: the page stands below the home page of another unit inside this one's tree."""
        below = Q(pk__in=())
        if unit.home_page is None:
            return below
        root = unit.home_page.path
        for other in self.known:
            home = other.home_page
            if other != unit and home is not None and home.path.startswith(root):
                below |= Q(path__startswith=home.path)
        return below


def units_of(request: HttpRequest) -> Units:
    units = getattr(request, "_portal_units", None)
    if units is None:
        units = Units()
        request._portal_units = units  # type: ignore[attr-defined]
    return units


class Frame:
    """Everything the templates of header and footer read; see the contract in `base.html`."""

    def __init__(self, unit: Unit | None, request: HttpRequest) -> None:
        self.unit = unit
        self.request = request
        self.units = units_of(request)

    @property
    def province(self) -> Unit | None:
        return self.units.province

    @property
    def is_province(self) -> bool:
        return self.unit is None or self.unit.is_province

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else settings.WAGTAIL_SITE_NAME

    @property
    def short_name(self) -> str:
        return self.unit.short_name if self.unit else settings.WAGTAIL_SITE_NAME

    @property
    def parent_name(self) -> str:
        if self.is_province:
            return _("Viện kiểm sát nhân dân tối cao")
        return self.province_name

    @property
    def province_name(self) -> str:
        return self.province.name if self.province else settings.WAGTAIL_SITE_NAME

    @property
    def province_short_name(self) -> str:
        return self.province.short_name if self.province else settings.WAGTAIL_SITE_NAME

    @cached_property
    def home_page(self) -> Page | None:
        """None only before the portal is set up."""
        if self.unit and self.unit.home_page:
            return self.unit.home_page
        site = Site.find_for_request(self.request)
        return site.root_page if site else None

    @cached_property
    def home_url(self) -> str:
        return (canonical_url(self.home_page, self.request) if self.home_page else "") or "/"

    @cached_property
    def province_url(self) -> str:
        page = self.province.home_page if self.province else None
        return canonical_url(page, self.request) if page else "/"

    @property
    def security_policy_url(self) -> str:
        """How to report a fault: one page for all, on the host of the province, which runs the portal."""
        return f"{self.province_url.rstrip('/')}/bao-loi-bao-mat/"

    @cached_property
    def search_url(self) -> str:
        """The search of this subsite: its own host's, or the shared one narrowed to the unit."""
        site = Site.find_for_request(self.request)
        if self.unit is None or (site and site.root_page_id == self.unit.home_page_id):
            return "/tim-kiem/"
        return f"/tim-kiem/?don-vi={self.unit.slug}"

    @cached_property
    def absolute_home_url(self) -> str:
        return absolute_url(self.home_page, self.request) if self.home_page else ""

    @cached_property
    def unit_links(self) -> list[tuple[str, str]]:
        return [(unit.short_name, self.url_of(unit)) for unit in self.units.lower_level]

    def url_of(self, unit: Unit) -> str:
        return canonical_url(unit.home_page, self.request) if unit.home_page else ""

    def card_of(self, unit: Unit) -> dict[str, str]:
        """What a directory shows of a unit."""
        shown = ("name", "short_name", "address", "telephone", "hotline", "email", "service_area")
        return {**{name: getattr(unit, name) for name in shown}, "url": self.url_of(unit)}

    @cached_property
    def parts(self) -> FrameParts:
        build = import_string(settings.PORTAL_FRAME_PARTS)
        return build(self)

    @property
    def menu(self) -> Iterable[MenuEntry]:
        return self.parts.menu

    @property
    def footer_links(self) -> Iterable[MenuEntry]:
        return self.parts.footer_links

    @property
    def footer_text(self) -> str:
        return self.parts.footer_text

    @cached_property
    def feed_url(self) -> str:
        return f"{self.home_url.rstrip('/')}/feed/"


def frame_for_page(page: Page, request: HttpRequest) -> Frame:
    return Frame(units_of(request).owner_of(page), request)


def frame_for_request(request: HttpRequest) -> Frame:
    """The frame of the page being shown, or of the site that was asked for (search, errors)."""
    page = getattr(request, "portal_page", None)
    if page is None:
        site = Site.find_for_request(request)
        page = site.root_page if site else None
    unit = units_of(request).owner_of(page) if page is not None else None
    return Frame(unit or units_of(request).province, request)
