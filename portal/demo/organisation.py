"""The sample province's units, officials, sites and menus."""

from collections.abc import Callable

from wagtail.models import Collection, Page, Site

from home.navigation.models import LinkedSite, MenuItem
from home.news.models import Topic
from portal.demo.book import note
from portal.demo.content.links import LINKS
from portal.demo.content.officials import OFFICIALS
from portal.demo.content.types import UnitSample
from portal.demo.content.units import DEPARTMENTS, DISTRICTS, PROVINCE
from portal.demo.files import Album
from units.models import Official, Unit
from units.rights.departments import open_department
from units.subsites.provisioning import (
    ensure_collection,
    ensure_shared_collection,
    open_province,
    open_subsite,
    unit_groups,
)

Say = Callable[[str], None]
FOOTER = (
    "<p>Cơ quan chủ quản: {name}. Chịu trách nhiệm: Trưởng Ban Biên tập (mẫu).<br/>"
    "Ghi rõ nguồn “{short}” khi phát hành lại thông tin. Nội dung trên trang là dữ liệu mẫu.</p>"
)


def load_organisation(port: int, say: Say) -> dict[str, Unit]:
    """Province, departments and districts with their sites; by slug."""
    province = _unit(PROVINCE, None, 0)
    home = open_province(province, "localhost", port)
    note(home)
    _note_tree(home)
    for topic in Topic.objects.all():
        note(topic)
    units = {province.slug: province}
    for order, sample in enumerate(DEPARTMENTS, 1):
        units[sample.slug] = _unit(sample, province, order)
        open_department(units[sample.slug])
        _note_own(units[sample.slug])
    note(ensure_shared_collection())
    for order, sample in enumerate(DISTRICTS, 100):
        unit = _unit(sample, province, order)
        page = open_subsite(unit, f"{unit.slug}.localhost", port)
        note(page)
        _note_tree(page)
        _note_own(unit)
        note(Site.objects.get(hostname=f"{unit.slug}.localhost"))
        units[unit.slug] = unit
        say(f"  {unit.short_name}")
    for item in MenuItem.objects.filter(unit__in=units.values()):
        note(item)
    _load_links(units, province)
    return units


def load_officials(units: dict[str, Unit], album: Album) -> None:
    for sample in OFFICIALS:
        official, _created = Official.objects.update_or_create(
            unit=units[sample.unit_slug],
            name=sample.name,
            defaults={
                "post": sample.post,
                "title": sample.title,
                "duties": sample.duties,
                "sort_order": sample.order,
                "portrait": album.image(
                    sample.portrait, f"Tranh minh họa: chân dung {sample.name}"
                ),
            },
        )
        note(official)


def _unit(sample: UnitSample, parent: Unit | None, order: int) -> Unit:
    copied = (
        "code",
        "kind",
        "name",
        "short_name",
        "address",
        "telephone",
        "hotline",
        "email",
        "service_area",
        "working_hours",
        "introduction",
    )
    unit, _created = Unit.objects.update_or_create(
        slug=sample.slug,
        defaults={
            **{name: getattr(sample, name) for name in copied},
            "latitude": round(sample.latitude, 5) if sample.latitude else None,
            "longitude": round(sample.longitude, 5) if sample.longitude else None,
            "parent": parent,
            "sort_order": order,
            "footer_text": FOOTER.format(name=sample.name, short=sample.short_name),
        },
    )
    return note(unit)


def _note_own(unit: Unit) -> None:
    note(ensure_collection(unit))
    for group in unit_groups(unit).values():
        note(group)


def _note_tree(home: Page) -> None:
    for page in home.get_children().specific():
        note(page)


def _load_links(units: dict[str, Unit], province: Unit) -> None:
    for order, sample in enumerate(LINKS):
        link, _created = LinkedSite.objects.update_or_create(
            unit=units[sample.unit_slug] if sample.unit_slug else province,
            title=sample.title,
            defaults={
                "group": sample.group,
                "url": sample.url,
                "description": sample.description,
                "sort_order": order,
            },
        )
        note(link)


def sample_collection() -> Collection:
    """Where the drawn pictures lie: open to everyone, apart from the units' own folders."""
    root = Collection.get_first_root_node()
    name = "Tranh minh họa (mẫu)"
    found = root.get_children().filter(name=name).first()
    return note(found or root.add_child(name=name))
