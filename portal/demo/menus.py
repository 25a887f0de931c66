"""The sample province's own menu and footer: what an administrator would have made by hand."""

from dataclasses import dataclass

from wagtail.models import Page

from home.navigation.models import MenuItem
from portal.demo.book import note
from portal.demo.content.reading import read_table
from units.models import Unit


@dataclass(frozen=True)
class _File:
    """All by the slugs of pages: entries with those below them, labels for titles that are too long."""

    footer: tuple[str, ...]
    main: dict[str, tuple[str, ...]]
    labels: dict[str, str]


MENU = read_table("menu.toml", _File)


def load_province_menu(province: Unit) -> None:
    """Replace the menu that provisioning made; one that somebody changed is left alone."""
    home = Page.objects.get(pk=province.home_page_id)
    # Units have pages of the same slugs further down: the province's own come last, and stay.
    pages = {page.slug: page for page in home.get_descendants().order_by("-depth")}
    items = MenuItem.objects.filter(unit=province)
    provisioned = [home.pk, *home.get_children().values_list("pk", flat=True)]
    is_loaded = items.filter(link_page=pages["gioi-thieu"]).exists()
    if is_loaded or items.exclude(link_page__in=provisioned).exists():
        return
    items.exclude(link_page=home).delete()
    for order, (slug, children) in enumerate(MENU.main.items(), 1):
        entry = _entry(province, pages[slug], order)
        for place, child in enumerate(children):
            _entry(province, pages[child], place, parent=entry)
    for order, slug in enumerate(MENU.footer):
        _entry(province, pages[slug], order, place=MenuItem.Place.FOOTER)


def _entry(
    unit: Unit,
    page: Page,
    order: int,
    parent: MenuItem | None = None,
    place: str = MenuItem.Place.MAIN,
) -> MenuItem:
    item = MenuItem.objects.create(
        unit=unit,
        link_page=page,
        label=MENU.labels.get(page.slug, ""),
        sort_order=order,
        parent=parent,
        place=place,
    )
    return note(item)
