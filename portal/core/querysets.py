"""What the public may see, said once for lists, feeds, sitemaps and search."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def is_restricted(path: str = "path") -> Exists:
    """A condition: the page or one of its ancestors is private. `path` names the page's path column.

    Wagtail's `public()` reads every restriction in a query of its own first; this is part of the
    query that it narrows.
    """
    start_of_path = Substr(OuterRef(path), 1, Length("page__path"))
    return Exists(PageViewRestriction.objects.filter(page__path=start_of_path))


class ShownQuerySet(PageQuerySet):
    """Pages that anyone may read."""

    def shown(self) -> ShownQuerySet:
        return self.live().exclude(is_restricted())
