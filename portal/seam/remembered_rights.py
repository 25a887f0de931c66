"""What Django and Wagtail remember about somebody's rights.

What: removes Django's `_perm_cache`, `_user_perm_cache`, `_group_perm_cache`, Wagtail's permissions by
    page and collection, its `_explorable_root_page_cache`, and the log's `_allowed_content_type_ids`.
Reason: a role may change within a request (and in a task, a test, the sample), and both keep the rights
    that they read first for as long as the object lives. Django's advice, to read the user anew, would
    break who holds the same object.
Versions: Django 5.2, Wagtail 7.4
Upstream: none known
Goes when: Django and Wagtail offer a method that forgets.
"""

from typing import Any

from wagtail.permission_policies.collections import CollectionPermissionLookupMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

REMEMBERED = (
    "_perm_cache",
    "_user_perm_cache",
    "_group_perm_cache",
    PagePermissionPolicy.permission_cache_name,
    PagePermissionPolicy._explorable_root_instance_cache_name,
    CollectionPermissionLookupMixin.permission_cache_name,
    "_allowed_content_type_ids",
)


def forget_rights(user: Any) -> None:
    """Let the next question about the user's rights read them anew."""
    for name in REMEMBERED:
        vars(user).pop(name, None)
