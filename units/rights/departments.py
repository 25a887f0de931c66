"""Departments ("Phòng 1"): parts of the provincial procuracy, without a site of their own.

Their members write on the provincial site, below the pages that hold items (news, notices, …). Whose
department an item is follows from who wrote it, as it does for the reviews; nothing is stored for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page

from portal.core.pages import BasePage
from units.models import Membership, Unit
from units.rights.roles import UNIT_ROLES, group_name, sync_group


def writing_places() -> list[Page]:
    """The published pages of the provincial site below which departments write: those with items.

    A page type whose children are units' sites says so by `holds_sites`; ordinary pages, which hold
    pages of their own kind alone, tell what the province is and are the board's.
    """
    province = Unit.objects.filter(kind=Unit.Kind.PROVINCE).select_related("home_page").first()
    if province is None or province.home_page is None:
        return []
    children = province.home_page.get_children().live()
    return [page for page in children if _holds_items(page.specific_class)]


def _holds_items(model: type[Page] | None) -> bool:
    if model is None or not issubclass(model, BasePage) or model.holds_sites:
        return False
    return any(child is not model for child in model.allowed_subpage_models())


def authors_in(departments: Iterable[Unit]) -> QuerySet[Membership]:
    """Keys of the people who belong to the departments today."""
    rows = Membership.objects.active().filter(unit__in=[unit.pk for unit in departments])
    return rows.order_by().values_list("user", flat=True)


def own_folder(unit: Unit) -> tuple[Collection, bool]:
    """The unit's own folder for pictures and documents, and whether it was made just now.

    It keeps its folder when somebody is renamed.
    """
    if unit.collection is not None:
        return unit.collection, False
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=unit.short_name, unit=None).first()
    unit.collection = found or root.add_child(name=unit.short_name)
    unit.save(update_fields=["collection"])
    return unit.collection, True


@transaction.atomic
def open_department(unit: Unit) -> list[tuple[str, str]]:
    """Give a department its folder and its groups; (kind, name) of what was missing.

    May be run again. Raises ValueError for a unit that is no department.
    """
    if not unit.is_department:
        raise ValueError(f"{unit.slug} has a site of its own")
    folder, is_new = own_folder(unit)
    made = [(_("Thư mục ảnh và tài liệu"), folder.name)] if is_new else []
    places = writing_places()
    for role in UNIT_ROLES:
        _group, changed = sync_group(role, places, folder, unit)
        if changed:
            made.append((_("Nhóm và quyền"), group_name(role, unit)))
    return made
