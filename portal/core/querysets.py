"""What the public may see, said once for lists, feeds, sitemaps and search."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

# Every page that is private or stands below a private one. It starts from the restrictions, of which
# there are few, and depends on nothing outside, so a database works it out once for a query. The same
# as a condition on each row made SQLite read every page for every row, and PostgreSQL, before it had
# statistics, every page for every item. The ORM has no join by the beginning of a text.
_PRIVATE_PAGES = """
    SELECT below.id FROM wagtailcore_pageviewrestriction AS restriction
    JOIN wagtailcore_page AS private ON private.id = restriction.page_id
    JOIN wagtailcore_page AS below ON below.path LIKE private.path || '%%'
"""


def is_restricted(prefix: str = "") -> Q:
    """A condition: the page, one of its ancestors or the source of an alias is private.

    `prefix` leads from the filtered model to the page, such as "page__". Wagtail's `public()` reads
    every restriction in a query of its own first; this is part of the query that it narrows.
    """
    private = RawSQL(_PRIVATE_PAGES, ())  # noqa: S611 (a constant)
    return Q(**{f"{prefix}pk__in": private}) | Q(**{f"{prefix}alias_of_id__in": private})


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """What keeps the page from the public: its own, its ancestors', its source's restrictions.

    The rule of Wagtail's `Page.get_view_restrictions`, in one query instead of two and more.
    """
    step = page.steplen
    paths = [page.path[:end] for end in range(step, len(page.path) + 1, step)]
    source = Coalesce("alias_of__alias_of_id", "alias_of_id", "pk")
    pages = Page.objects.filter(path__in=paths).annotate(source=source).values("source")
    return PageViewRestriction.objects.filter(page_id__in=pages)


class ShownQuerySet(PageQuerySet):
    """Pages of one type: those that anyone may read; holding one for a change."""

    def shown(self) -> ShownQuerySet:
        return self.live().exclude(is_restricted())

    def lock(self, pk: int) -> None:
        """Hold the page's row until the transaction ends: of two who change it at once, one waits here."""
        list(self.select_for_update().filter(pk=pk).values_list("pk"))
