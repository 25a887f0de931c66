"""Titles as another unit may read them."""

from wagtail.models import Page

from units.scope.rows import may_see
from units.scope.sight import active_actor


def display_title(page: Page) -> str:
    """The draft's title for those who see the draft, the published one for the others.

    A page on the way to one's own, or one that a text already points to, is named by what everybody
    reads on the site. Wagtail shows the draft's title to all.
    """
    if page.draft_title and page.draft_title != page.title:
        actor = active_actor()
        if actor is not None and not may_see(actor, page):
            return page.title
    return page.draft_title or page.title


def install() -> None:
    # Rows read as plain `Page` know nothing of our base class, so the method is set on Wagtail's.
    Page.get_admin_display_title = display_title
