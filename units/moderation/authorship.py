"""Whose work an item is: nobody on this list decides about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from wagtail.models import Page, Revision

from units.moderation.rules.substance import Version, editors, main_writers

# In the content of a revision: the writers of a text that came from elsewhere. Wagtail ignores it, and
# copies it with the revision.
WRITTEN_BY = "written_by"
_TAKEN_OVER = "_portal_written_by"


def authors_of(page: Page) -> set[int]:
    """Ids of who wrote the item, began the present version, or last edited it in substance."""
    authors = {page.owner_id} | _writers(page)
    return {author for author in authors if author is not None}


def note_source(page: Page) -> None:
    """An alias is about to become a page of its own: whose text it holds, for its first revision."""
    source = Page.objects.filter(aliases=page.pk).first()
    if source is not None:
        setattr(page, _TAKEN_OVER, sorted(authors_of(source)))


def sign_first_revision(revision: Revision) -> None:
    """Write down who wrote what the page took over; a copy of the page takes it along."""
    writers = vars(revision.content_object).pop(_TAKEN_OVER, None)
    if writers:
        revision.content[WRITTEN_BY] = writers


def _writers(page: Page) -> set[int | None]:
    limit = settings.PORTAL_SUBSTANCE_WORDS
    rows = list(page.revisions.order_by("created_at", "pk").values_list("pk", "user_id", "content"))
    known = [pk for pk, _user, _content in rows]
    live = page.live_revision_id
    start = known.index(live) if live in known else None
    versions = [_version(user, content) for _pk, user, content in rows]
    if start is not None:
        versions[start] = Version(frozenset(), versions[start].content)
    return editors(versions, start, limit) | main_writers(versions, limit)


def _version(user: int | None, content: dict[str, Any]) -> Version:
    return Version(frozenset(content.get(WRITTEN_BY) or [user]), content)
