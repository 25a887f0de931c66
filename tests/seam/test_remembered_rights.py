"""Django and Wagtail remember rights on the user, under the names that the seam knows and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Page,
)
from wagtail.permissions import page_permission_policy

from portal.seam.remembered_rights import REMEMBERED, forget_rights
from portal.users.models import User

pytestmark = pytest.mark.django_db


def by_model(user: User) -> bool:
    return user.has_perm("wagtailadmin.access_admin")


def by_page(user: User) -> bool:
    root = page_permission_policy.explorable_root_instance(user)
    return root is not None and page_permission_policy.user_has_permission(user, "add")


def by_collection(user: User) -> bool:
    return image_policy.user_has_permission(user, "add")


def give_by_model(group: Group) -> None:
    group.permissions.add(Permission.objects.get(codename="access_admin"))


def give_by_page(group: Group) -> None:
    permission = Permission.objects.get(codename="add_page")
    root = Page.get_first_root_node()
    GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def give_by_collection(group: Group) -> None:
    permission = Permission.objects.get(
        codename="add_image", content_type__app_label="wagtailimages"
    )
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


@pytest.fixture
def user() -> User:
    user = User.objects.create(username="can-bo")
    user.groups.add(Group.objects.create(name="nhóm"))
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize(
    ("has", "give"),
    [(by_model, give_by_model), (by_page, give_by_page), (by_collection, give_by_collection)],
)
def test_a_new_right_counts_once_the_old_ones_are_forgotten(
    user: User, has: Callable[[User], bool], give: Callable[[Group], Any]
) -> None:
    assert not has(user)
    give(user.groups.get())
    assert not has(user), "read anew without being told: forgetting is not needed any more"
    forget_rights(user)
    assert has(user)


def test_there_are_no_other_memories(user: User) -> None:
    before = set(vars(user))
    for ask in (by_model, by_page, by_collection):
        ask(user)
    ModelLogEntry.objects.viewable_by_user(user)
    user.get_all_permissions()
    user.get_user_permissions()
    user.get_group_permissions()
    assert set(vars(user)) - before == set(REMEMBERED)
