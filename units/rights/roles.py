"""Who may do what: one table, from which groups and their permissions are made.

A leader has no publish permission: Wagtail lets a publisher skip the workflow. Nobody but a system
administrator may change users: whoever holds Django's `change_user` can make himself superuser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from units.models import Role, Unit


@dataclass(frozen=True)
class RoleSpec:
    """What a role may do: with pages of its tree, files of its collection, and registers."""

    page: tuple[str, ...]
    collection: tuple[str, ...]
    models: tuple[str, ...] = ("wagtailadmin.access_admin",)


_UPLOAD = ("add_image", "choose_image", "add_document", "choose_document")
_MANAGE_FILES = (*_UPLOAD, "change_image", "change_document")


def _all_of(*models: str) -> tuple[str, ...]:
    """add, change, delete and view of each "app.model"."""
    parts = (model.split(".") for model in models)
    return tuple(
        f"{app}.{action}_{name}"
        for app, name in parts
        for action in ("add", "change", "delete", "view")
    )


ROLES: dict[Role, RoleSpec] = {
    Role.CONTRIBUTOR: RoleSpec(page=("add",), collection=_UPLOAD),
    Role.LEADER: RoleSpec(page=("add", "change"), collection=_MANAGE_FILES),
    Role.UNIT_ADMIN: RoleSpec(
        page=("add", "change"),
        collection=_MANAGE_FILES,
        # Of the own unit alone: `units.scope.registers` narrows what these permissions reach.
        models=(
            "wagtailadmin.access_admin",
            "units.change_unit",
            "units.view_unit",
            *_all_of("units.official", "navigation.menuitem", "navigation.linkedsite"),
            *_all_of("reception.regularhours", "reception.receptionday"),
        ),
    ),
    Role.BOARD: RoleSpec(
        page=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        collection=(*_MANAGE_FILES, "delete_image", "delete_document"),
        models=(
            "wagtailadmin.access_admin",
            *_all_of(
                "units.unit",
                "units.official",
                "navigation.menuitem",
                "navigation.linkedsite",
                "laws.law",
                "news.topic",
                "news.promotion",
                "schedules.leaderpublication",
                "legal_education.legalfield",
                "legal_education.audience",
                "legal_education.monthlytheme",
                "registry.documentfield",
                "reception.regularhours",
                "reception.receptionday",
                "wagtailredirects.redirect",
            ),
        ),
    ),
}
UNIT_ROLES = (Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN)
# A department has no site: no menu to edit, and no pages but those that its own people wrote among the
# items of others. So its groups may add below those pages and no more; that its leader may edit what
# his people wrote is said by the rules of the pages (`PORTAL_PAGE_PERMISSIONS`).
_OF_A_SITE = ("navigation.",)
DEPARTMENT_ROLES: dict[Role, RoleSpec] = {
    role: RoleSpec(
        page=("add",),
        collection=ROLES[role].collection,
        models=tuple(name for name in ROLES[role].models if not name.startswith(_OF_A_SITE)),
    )
    for role in UNIT_ROLES
}


def spec_of(role: Role, unit: Unit | None = None) -> RoleSpec:
    """What the role may do in the unit; None stands for the board's province."""
    if unit is not None and unit.is_department:
        return DEPARTMENT_ROLES[role]
    return ROLES[role]


def group_name(role: Role, unit: Unit | None = None) -> str:
    """Fixed by role and slug, so that a renamed unit keeps its groups."""
    label = str(Role(role).label)
    return f"{unit.slug} – {label}" if unit else label


_UNIT_LABELS = frozenset(str(role.label) for role in UNIT_ROLES)
_UNIT_GROUP = re.compile(r"^[-a-zA-Z0-9_]+ – (?P<label>.+)$")


def is_role_group(name: str) -> bool:
    """Whether `group_name` could have made this name: such groups follow memberships alone."""
    found = _UNIT_GROUP.match(name)
    return name == group_name(Role.BOARD) or (found is not None and found["label"] in _UNIT_LABELS)


def sync_group(
    role: Role, roots: Iterable[Page], collection: Collection, unit: Unit | None = None
) -> tuple[Group, bool]:
    """Give the role's group exactly what the table says; True when something had to change."""
    group, created = Group.objects.get_or_create(name=group_name(role, unit))
    spec = spec_of(role, unit)
    changed = [
        _sync_models(group, spec.models),
        _sync_pages(group, roots, spec.page),
        _sync_collections(group, collection, spec.collection),
    ]
    return group, created or any(changed)


def _sync_models(group: Group, names: Iterable[str]) -> bool:
    wanted = set()
    for name in names:
        app, codename = name.split(".")
        wanted.add(Permission.objects.get(content_type__app_label=app, codename=codename).pk)
    if wanted == set(group.permissions.values_list("pk", flat=True)):
        return False
    group.permissions.set(wanted)
    return True


def _sync_pages(group: Group, roots: Iterable[Page], actions: Iterable[str]) -> bool:
    wanted = {(root.pk, f"{action}_page") for root in roots for action in actions}
    rows = GroupPagePermission.objects.filter(group=group).select_related("permission")
    present = {(row.page_id, row.permission.codename): row.pk for row in rows}
    surplus = [pk for key, pk in present.items() if key not in wanted]
    GroupPagePermission.objects.filter(pk__in=surplus).delete()
    missing = wanted - present.keys()
    for page_id, codename in missing:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.create(group=group, page_id=page_id, permission=permission)
    return bool(surplus or missing)


def _sync_collections(group: Group, collection: Collection, codenames: Iterable[str]) -> bool:
    wanted = {(collection.pk, codename) for codename in codenames}
    rows = GroupCollectionPermission.objects.filter(group=group).select_related("permission")
    present = {(row.collection_id, row.permission.codename): row.pk for row in rows}
    surplus = [pk for key, pk in present.items() if key not in wanted]
    GroupCollectionPermission.objects.filter(pk__in=surplus).delete()
    missing = wanted - present.keys()
    for collection_id, codename in missing:
        permission = Permission.objects.get(
            content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename=codename
        )
        GroupCollectionPermission.objects.create(
            group=group, collection_id=collection_id, permission=permission
        )
    return bool(surplus or missing)
