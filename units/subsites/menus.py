"""A site's first menu, made from its standard pages; and where a page that joins later stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise
from wagtail.models import Page

from home.navigation.models import MenuItem
from units.models import Unit
from units.subsites.changes import Ledger


class Place(NamedTuple):
    """Where a page stands in the menu: below the page with that slug, in other words than its title."""

    under: str = ""
    label: StrOrPromise = ""


def ensure_menu(
    unit: Unit, home: Page, made: Iterable[Page], places: Mapping[str, Place], ledger: Ledger
) -> None:
    """Give a site without a menu one of its pages, and an existing menu the pages just `made`.

    `places` is by the slugs of pages. What somebody took out of a menu is not put back: only pages
    that did not exist a moment ago are added.
    """
    is_new = not MenuItem.objects.filter(unit=unit).exists()
    pages = list(made)
    if is_new:
        MenuItem.objects.create(unit=unit, label=_("Trang chủ"), link_page=home.page_ptr)
        pages = list(home.get_children().live().order_by("path"))
    added = [
        _add(unit, page, places.get(page.slug, Place())) for page in pages if page.show_in_menus
    ]
    if is_new or added:
        ledger.note(_("Trình đơn"), _("%s mục") % (len(added) + is_new))


def _add(unit: Unit, page: Page, place: Place) -> MenuItem:
    """Last among the entries that it stands with."""
    items = MenuItem.objects.filter(unit=unit, place=MenuItem.Place.MAIN)
    parent = items.filter(parent=None, link_page__slug=place.under).first() if place.under else None
    last = items.filter(parent=parent).order_by("-sort_order").first()
    return MenuItem.objects.create(
        unit=unit,
        link_page=page,
        parent=parent,
        label=str(place.label),
        sort_order=last.sort_order + 1 if last else 0,
    )
