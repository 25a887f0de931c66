"""A page whose parent is known already.

What: sets treebeard's `_cached_parent_obj` on a page.
Reason: every row of a listing asks for its parent, which is the same row for all: a query each. Wagtail
    sets the name itself where it lists children.
Versions: Wagtail 7.4, django-treebeard 5.3
Upstream: none known
Goes when: treebeard lets a caller hand over a known parent, or Wagtail's chooser does so itself.
"""

from wagtail.models import Page


def remember_parent(page: Page, parent: Page) -> None:
    """Spare the query for the parent of a page just read."""
    page._cached_parent_obj = parent
