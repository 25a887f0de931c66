"""The folder into which somebody's uploads for a unit go."""

from __future__ import annotations

from wagtail.models import Collection, Page
from wagtail.permission_policies.collections import CollectionPermissionPolicy

from portal.users.models import User
from units.scope.rows import unit_of_object


def folder_to_fill(user: User, page: Page, policy: CollectionPermissionPolicy) -> Collection | None:
    """The folder of the page's unit, if the policy (of pictures, of documents) lets the person add to it."""
    unit = unit_of_object(page)
    folder = unit.collection if unit else None
    if folder is None and unit is not None and unit.is_province:
        folder = Collection.get_first_root_node()
    if folder is None:
        return None
    allowed = policy.collections_user_has_permission_for(user, "add")
    return folder if allowed.filter(pk=folder.pk).exists() else None
