"""Keep the index equal to what is published."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page

from portal.core.pages import BasePage
from portal.core.text import compose, fold, normalize_marks
from search.kinds import kind_of
from search.models import IndexEntry
from units.models import Unit

logger = logging.getLogger(__name__)

BATCH = 200
TEXT_FIELDS = (
    "kind", "published_at", "title_folded", "title_marks", "title",
    "body_folded", "body_marks", "body",
)  # fmt: skip


@dataclass
class RebuildReport:
    indexed: int = 0
    removed: int = 0
    failed: int = 0


def index_page(page: Page) -> None:
    """Store the public text of a published page; drop it when the page is not published."""
    if not page.live:
        remove(page)
        return
    entry = entry_for(page.specific, Unit.objects.active().filter(home_page=page.pk).first())
    values = {name: getattr(entry, name) for name in TEXT_FIELDS}
    IndexEntry.objects.update_or_create(page_id=page.pk, defaults=values)


def remove(page: Page) -> None:
    IndexEntry.objects.filter(page_id=page.pk).delete()


def rebuild(on_progress: Callable[[int, int], None] | None = None) -> RebuildReport:
    """Make every entry anew and remove those of pages that are no longer published.

    Safe while editors publish, and any number of times. A page whose text cannot be read is logged,
    and keeps the entry it had.
    """
    report = RebuildReport()
    report.removed, _rows = IndexEntry.objects.exclude(page__live=True).delete()
    units = {unit.home_page_id: unit for unit in Unit.objects.active() if unit.home_page_id}
    numbers = list(
        Page.objects.live().filter(depth__gt=1).order_by("pk").values_list("pk", flat=True)
    )
    for start in range(0, len(numbers), BATCH):
        _index_batch(numbers[start : start + BATCH], units, report)
        if on_progress:
            on_progress(report.indexed + report.failed, len(numbers))
    return report


def entry_for(page: Page, unit: Unit | None = None) -> IndexEntry:
    """The entry of a specific page, unsaved; `unit` is the one whose home page this is."""
    title = _one_line(page.title)
    text = page.get_search_text() if isinstance(page, BasePage) else page.search_description
    body = _one_line(f"{text} {_unit_text(unit)}" if unit else text)
    return IndexEntry(
        page_id=page.pk,
        kind=kind_of(page).key,
        published_at=page.first_published_at,
        title=title,
        title_marks=_padded(normalize_marks(title)),
        title_folded=_padded(fold(title)),
        body=body,
        body_marks=_padded(normalize_marks(body)),
        body_folded=_padded(fold(body)),
    )


def _index_batch(numbers: list[int], units: dict[int, Unit], report: RebuildReport) -> None:
    """One batch in one transaction that keeps its pages from being published in between."""
    with transaction.atomic():
        list(Page.objects.select_for_update().filter(pk__in=numbers).values_list("pk"))
        entries = []
        for page in Page.objects.live().filter(pk__in=numbers).specific():
            try:
                entries.append(entry_for(page, units.get(page.pk)))
            except Exception:
                logger.exception("Page %s cannot be indexed", page.pk)
                report.failed += 1
        IndexEntry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["page"], update_fields=TEXT_FIELDS
        )
        report.indexed += len(entries)


def _unit_text(unit: Unit) -> str:
    """What people look for when they look for a unit: its name, address and communes."""
    shown = ("name", "short_name", "address", "service_area", "telephone", "hotline", "email")
    return ". ".join(filter(None, (getattr(unit, name) for name in (*shown, "introduction"))))


def _one_line(text: str) -> str:
    return " ".join(compose(text).split())


def _padded(text: str) -> str:
    return f" {text} " if text else ""
