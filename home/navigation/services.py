"""Turn the rows an administrator edits into the menus that a frame shows."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from home.navigation.models import LinkedSite, MenuItem
from portal.core.addresses import canonical_url
from units.frame.frames import Frame, FrameParts, MenuEntry
from units.models import Unit

# As many as there are standard pages; a longer bar would wrap.
DEFAULT_ENTRIES = 9


def frame_parts(frame: Frame) -> FrameParts:
    """Menu and footer of the frame's unit, in one query (two when no menu was made yet)."""
    if frame.unit is None:
        return FrameParts(menu=_default_menu(frame))
    by_parent: dict[int | None, list[MenuItem]] = defaultdict(list)
    for item in MenuItem.objects.filter(unit=frame.unit).select_related("link_page"):
        by_parent[item.parent_id].append(item)
    top = by_parent[None]
    main = [item for item in top if item.place == MenuItem.Place.MAIN]
    foot = [item for item in top if item.place == MenuItem.Place.FOOTER]
    return FrameParts(
        menu=_entries(main, by_parent, frame) if main else _default_menu(frame),
        footer_links=_entries(foot, by_parent, frame),
        footer_text=mark_safe(expand_db_html(frame.unit.footer_text)),  # noqa: S308 (editor HTML)
    )


def linked_groups(unit: Unit | None) -> list[tuple[str, list[LinkedSite]]]:
    """The unit's linked sites by group, software first; groups without a site are left out."""
    if unit is None:
        return []
    groups: dict[str, list[LinkedSite]] = defaultdict(list)
    for site in LinkedSite.objects.filter(unit=unit):
        groups[site.get_group_display()].append(site)
    return list(groups.items())


def _entries(
    items: Iterable[MenuItem], by_parent: dict[int | None, list[MenuItem]], frame: Frame
) -> tuple[MenuEntry, ...]:
    found = (_entry(item, by_parent, frame) for item in items)
    return tuple(entry for entry in found if entry is not None)


def _entry(
    item: MenuItem, by_parent: dict[int | None, list[MenuItem]], frame: Frame
) -> MenuEntry | None:
    """One entry, or None when its page was deleted, taken down or never published.

    One with entries below stays as a heading, in its own words: the title of a draft is not public.
    """
    children = _entries(by_parent[item.pk], by_parent, frame) if item.pk else ()
    url = _link(item, frame)
    if not url:
        return MenuEntry(item.label, "", children=children) if item.label and children else None
    own = urlsplit(url)
    return MenuEntry(
        label=item.text,
        url=url,
        is_current=own.path == frame.request.path and not own.netloc,
        is_external=bool(own.netloc) and item.link_page is None,
        children=children,
    )


def _link(item: MenuItem, frame: Frame) -> str:
    if item.link_page is not None:
        return canonical_url(item.link_page, frame.request) if item.link_page.live else ""
    return item.link_url


def _default_menu(frame: Frame) -> tuple[MenuEntry, ...]:
    """A site whose menu nobody made yet still leads somewhere: its home and its first pages."""
    home = frame.home_page
    children = Page.objects.child_of(home).live().filter(show_in_menus=True) if home else []
    pages = [(_("Trang chủ"), frame.home_url)] + [
        (page.title, canonical_url(page, frame.request)) for page in children[:DEFAULT_ENTRIES]
    ]
    return tuple(
        MenuEntry(label=label, url=url, is_current=url == frame.request.path)
        for label, url in pages
    )
