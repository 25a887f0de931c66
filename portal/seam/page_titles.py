"""The title by which the administration calls a page.

What: replaces the method `Page.get_admin_display_title`, for all page types.
Reason: Wagtail shows a draft's title to whoever sees the page named anywhere. A page type may override
    the method, but many screens of Wagtail read rows as plain `Page`, which knows of no override.
Versions: Wagtail 7.4
Upstream: none known
Goes when: the administration asks the specific page type, or a hook, for titles in its lists and
    choosers.
"""

from collections.abc import Callable

from wagtail.models import Page


def replace_display_title(title: Callable[[Page], str]) -> None:
    """From now on `title(page)` names every page in the administration."""
    Page.get_admin_display_title = title
