"""Compare the groups of all units with the role table, and bring them to it.

Reading is cheap (seven queries, whatever the number of units), so that a system check can do it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from units.models import Role, Unit
from units.rights.departments import writing_places
from units.rights.roles import UNIT_ROLES, group_name, spec_of, sync_group

Rights = tuple[frozenset[str], frozenset[tuple[int, str]], frozenset[tuple[int, str]]]


@dataclass(frozen=True)
class RoleGroup:
    """The group that a role should have: its rights hang on trees and a folder."""

    role: Role
    roots: tuple[Page, ...]
    collection: Collection
    unit: Unit | None = None

    @property
    def name(self) -> str:
        return group_name(self.role, self.unit)

    @property
    def wanted(self) -> Rights:
        spec = spec_of(self.role, self.unit)
        return (
            frozenset(spec.models),
            frozenset((root.pk, f"{action}_page") for root in self.roots for action in spec.page),
            frozenset((self.collection.pk, codename) for codename in spec.collection),
        )

    def sync(self) -> bool:
        return sync_group(self.role, self.roots, self.collection, self.unit)[1]


def expected_groups() -> Iterator[RoleGroup]:
    """One for the board, and one for each role of each unit that has a folder and a place to write."""
    places = tuple(writing_places())
    for unit in Unit.objects.select_related("home_page", "collection"):
        if unit.is_province and unit.home_page is not None:
            yield RoleGroup(Role.BOARD, (unit.home_page,), Collection.get_first_root_node())
        elif unit.collection is not None:
            roots = places if unit.is_department else (unit.home_page,)
            if roots != (None,):
                yield from (RoleGroup(role, roots, unit.collection, unit) for role in UNIT_ROLES)


def drift() -> list[str]:
    """What differs from the table, in sentences; empty when nothing does."""
    expected = list(expected_groups())
    rights = _present_rights()
    problems = []
    for group in expected:
        if group.name not in rights:
            problems.append(_("Thiếu nhóm “%s”.") % group.name)
        elif rights[group.name] != group.wanted:
            problems.append(_("Nhóm “%s” có quyền khác với bảng vai trò.") % group.name)
    incomplete = Unit.objects.filter(home_page__isnull=False, collection=None).exclude(
        kind=Unit.Kind.PROVINCE
    )
    problems += [
        _("%s chưa có thư mục ảnh và tài liệu: hãy chạy provision_unit.") % unit
        for unit in incomplete
    ]
    return problems


def sync_all() -> list[str]:
    """Bring every group to the table; names of those that had to change."""
    return [group.name for group in expected_groups() if group.sync()]


def _present_rights() -> dict[str, Rights]:
    names = dict(Group.objects.values_list("pk", "name"))
    models, pages, folders = defaultdict(set), defaultdict(set), defaultdict(set)
    for group, app, codename in Group.objects.filter(permissions__isnull=False).values_list(
        "pk", "permissions__content_type__app_label", "permissions__codename"
    ):
        models[group].add(f"{app}.{codename}")
    for group, page, codename in GroupPagePermission.objects.values_list(
        "group", "page", "permission__codename"
    ):
        pages[group].add((page, codename))
    for group, folder, codename in GroupCollectionPermission.objects.values_list(
        "group", "collection", "permission__codename"
    ):
        folders[group].add((folder, codename))
    return {
        name: (frozenset(models[pk]), frozenset(pages[pk]), frozenset(folders[pk]))
        for pk, name in names.items()
    }
