"""Wagtail's policies of collections ask one private method, and its views share two objects."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.documents import permissions as documents
from wagtail.documents.models import Document
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images import permissions as images
from wagtail.images.views.images import IndexView as ImageIndexView
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from portal.media.models import PortalDocument
from portal.seam.chooser_policies import WiderChoicePolicy
from portal.users.models import User

pytestmark = pytest.mark.django_db


class OpenPolicy(WiderChoicePolicy):
    def collections_to_choose(self, user: Any) -> list[Collection]:
        return list(Collection.objects.filter(name="Dùng chung"))


def choosable(policy_class: type[CollectionOwnershipPermissionPolicy], user: User) -> set[str]:
    policy = policy_class(PortalDocument, auth_model=Document, owner_field_name="uploaded_by_user")
    found = policy.collections_user_has_any_permission_for(User.objects.get(pk=user.pk), ["choose"])
    return {collection.name for collection in found}


@pytest.fixture
def own() -> Collection:
    root = Collection.get_first_root_node()
    shared = root.add_child(name="Dùng chung")
    shared.add_child(name="Dùng chung, bên dưới")
    return root.add_child(name="Của đơn vị")


def test_whoever_chooses_somewhere_chooses_here_too(own: Collection) -> None:
    user = User.objects.create(username="can-bo")
    group = Group.objects.create(name="nhóm")
    user.groups.add(group)
    assert choosable(OpenPolicy, user) == set(), "he may choose nowhere"
    permission = Permission.objects.get(
        codename="choose_document", content_type__app_label="wagtaildocs"
    )
    GroupCollectionPermission.objects.create(group=group, collection=own, permission=permission)
    assert choosable(CollectionOwnershipPermissionPolicy, user) == {own.name}
    assert choosable(OpenPolicy, user) == {own.name, "Dùng chung", "Dùng chung, bên dưới"}


def test_the_views_of_wagtail_share_the_two_objects() -> None:
    assert ImageIndexView.permission_policy is images.permission_policy
    assert DocumentIndexView.permission_policy is documents.permission_policy
    assert isinstance(images.permission_policy, WiderChoicePolicy)
    assert isinstance(documents.permission_policy, WiderChoicePolicy)
