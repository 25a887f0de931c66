"""Collections from which everybody may choose who may choose at all.

What: overrides `_get_user_permission_objects_for_actions` of Wagtail's collection policy, and changes the
    class of its two policy objects for pictures and documents.
Reason: permissions belong to a group and a collection. The shared folders would need a row for each
    unit's groups, written anew for every unit and folder; and Wagtail hands its two objects to many
    views, so that another object would reach only some of them.
Versions: Wagtail 7.4
Upstream: https://github.com/wagtail/wagtail/issues/6898
Goes when: Wagtail has a registry of permission policies (RFC 92).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.documents import permissions as documents
from wagtail.images import permissions as images
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

CHOOSE = "choose"


@dataclass(frozen=True)
class GivenChoice:
    """Stands beside a group's permissions; Wagtail reads no more of them than this."""

    collection: Collection
    collection_id: int


class WiderChoicePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy of collections, with more of them open for choosing."""

    def collections_to_choose(self, user: Any) -> Iterable[Collection]:
        """What is open, with all below, to whoever may choose somewhere."""
        return ()

    def _get_user_permission_objects_for_actions(self, user: Any, actions: Any) -> set[Any]:
        found = super()._get_user_permission_objects_for_actions(user, actions)
        if CHOOSE not in actions:
            return found
        may_choose = super()._get_user_permission_objects_for_actions(user, [CHOOSE])
        if not may_choose:
            return found
        given = {GivenChoice(root, root.pk) for root in self.collections_to_choose(user)}
        return found | given


def use_policy(policy_class: type[WiderChoicePolicy]) -> None:
    """Teach Wagtail's policies of pictures and documents the rule of this class."""
    for policy in (images.permission_policy, documents.permission_policy):
        policy.__class__ = policy_class
