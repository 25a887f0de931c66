"""Whose work an item is: nobody on this list decides about it."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Page, Revision

from units.moderation.substance import is_substantial

DEFAULT_LIMIT = 10


def authors_of(page: Page) -> set[int]:
    """Ids of who wrote the item, began the present version, or last edited it in substance."""
    authors = {page.owner_id} | _editors_of_draft(page)
    return {author for author in authors if author is not None}


def _editors_of_draft(page: Page) -> set[int | None]:
    """Revisions of one person in a row count as one edit, so that many small ones add up."""
    rows = list(page.revisions.order_by("created_at", "pk").values_list("pk", "user_id"))
    live = page.live_revision_id
    known = [pk for pk, _user in rows]
    start = known.index(live) if live in known else None
    draft = rows if start is None else rows[start + 1 :]
    if not draft:
        return set()
    blocks = _last_of_each_editor(draft)
    contents = Revision.objects.in_bulk([pk for pk, _user in blocks] + ([live] if live else []))
    before = contents.get(live) if start is not None else None
    last = draft[0][1]
    limit = getattr(settings, "PORTAL_SUBSTANCE_WORDS", DEFAULT_LIMIT)
    for pk, user in blocks:
        if before is None or is_substantial(before.content, contents[pk].content, limit):
            last = user
        before = contents[pk]
    first = {draft[0][1]} if start is None else set()
    return {last} | first


def _last_of_each_editor(rows: list[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    blocks: list[tuple[int, int | None]] = []
    for pk, user in rows:
        if blocks and blocks[-1][1] == user:
            blocks[-1] = (pk, user)
        else:
            blocks.append((pk, user))
    return blocks
