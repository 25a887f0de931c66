"""Entries as the list of results shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import HttpRequest
from django.utils.functional import Promise

from portal.core.addresses import canonical_url
from portal.core.text import excerpt
from search.kinds import PAGE, kind_by_key
from search.models import IndexEntry
from search.terms import SearchTerms
from units.frame.frames import units_of

EXCERPT_WIDTH: Final = 220

Segment = tuple[str, bool]


@dataclass(frozen=True)
class Result:
    """`title_segments`, `excerpt_segments`: pieces of plain text, and whether to highlight each."""

    url: str
    title_segments: list[Segment]
    excerpt_segments: list[Segment]
    kind_label: str | Promise
    unit_label: str
    date: datetime | None


def results_of(numbers: Sequence[int], terms: SearchTerms, request: HttpRequest) -> list[Result]:
    """The entries of these numbers in this order; in one query, whoever and how many they are."""
    # Asked again whether they are public: one may have been taken down since the list was made.
    entries = IndexEntry.objects.public().filter(pk__in=numbers).select_related("page")
    found = {entry.pk: entry for entry in entries}
    return [_result(found[number], terms, request) for number in numbers if number in found]


def _result(entry: IndexEntry, terms: SearchTerms, request: HttpRequest) -> Result:
    kind = kind_by_key(entry.kind) or PAGE
    owner = units_of(request).owner_of(entry.page)
    title, body = entry.title, entry.body
    in_title = excerpt(title, _shown_terms(terms, entry.title_folded), width=len(title))
    in_body = excerpt(body, _shown_terms(terms, entry.body_folded), EXCERPT_WIDTH)
    return Result(
        url=canonical_url(entry.page, request),
        title_segments=_in_runs(in_title),
        excerpt_segments=_in_runs(in_body),
        kind_label=kind.label,
        unit_label="" if owner is None or owner.is_province else owner.short_name,
        date=entry.published_at if kind.is_dated else None,
    )


def _shown_terms(terms: SearchTerms, folded: str) -> list[str]:
    """The words asked for; for one that is only a beginning here, the words that it begins."""
    whole: dict[str, None] = {}
    for word in terms.distinct:
        if f" {word.folded} " in folded or f" {word.folded}" not in folded:
            whole[word.marked] = None
        else:
            begun = (other for other in folded.split() if other.startswith(word.folded))
            whole.update(dict.fromkeys(begun))
    return list(whole)


def _in_runs(segments: Iterable[Segment]) -> list[Segment]:
    """Highlight neighbouring words as one piece, with the space between them."""
    runs: list[Segment] = []
    for text, is_match in segments:
        if is_match and len(runs) > 1 and runs[-1] == (" ", False) and runs[-2][1]:
            runs.pop()
            runs[-1] = (f"{runs[-1][0]} {text}", True)
        else:
            runs.append((text, is_match))
    return runs
