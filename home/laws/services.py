"""What other rooms ask about laws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from home.laws.models import Law
from home.laws.rules.citations import Citation, Reference, find_citations
from home.laws.rules.documents import Document
from home.laws.rules.symbols import parse_symbol, symbol_key
from home.laws.rules.validity import Validity
from home.laws.wording import KNOWN_BY_TITLE, LawKind
from portal.core.text import fold


@dataclass(frozen=True)
class ResolvedCitation:
    """A citation found in a text, each of its references with the law that it names, if we know it."""

    citation: Citation
    references: tuple[tuple[Reference, Law | None], ...]

    @property
    def laws(self) -> list[Law]:
        """Each law once."""
        return list(dict.fromkeys(law for _reference, law in self.references if law is not None))


def find_by_symbol(text: str, year: int | None = None) -> Law | None:
    """The one law with this symbol, however it is typed; None when there is none or several.

    `year` (of issue) tells several apart: one symbol alone may be two documents.
    """
    if parse_symbol(text) is None:
        return None
    found = Law.objects.with_replacement().with_symbol(text)
    if year is not None:
        found = found.filter(year=year)
    rows = list(found[:2])
    return rows[0] if len(rows) == 1 else None


def laws_cited_in(text: str) -> list[ResolvedCitation]:
    """Every citation in a text (plain, NFC or NFD), in order, with the laws that are known.

    Two queries, one for the titles and one for the laws, whatever the length of the text.
    """
    titles = Law.objects.filter(kind__in=KNOWN_BY_TITLE).values_list("title", flat=True)
    citations = find_citations(text, set(titles))
    laws = resolve(r.document for c in citations for r in c.references)
    return [_resolved(citation, laws) for citation in citations]


def _resolved(citation: Citation, laws: Mapping[Document, Law]) -> ResolvedCitation:
    with_laws = [
        (reference, laws.get(reference.document) if reference.document else None)
        for reference in citation.references
    ]
    return ResolvedCitation(citation, tuple(with_laws))


def resolve(documents: Iterable[Document | None]) -> dict[Document, Law]:
    """The laws that are meant; a document that is unknown, or may be several laws, is left out."""
    wanted = {d for d in documents if d is not None and not d.is_this}
    if not wanted:
        return {}
    laws = list(Law.objects.with_replacement().filter(_may_be_any_of(wanted)))
    named = {document: _law_named_by(document, laws) for document in wanted}
    return {document: law for document, law in named.items() if law is not None}


def _may_be_any_of(documents: Iterable[Document]) -> Q:
    """By symbol; for "Luật Đất đai", which has none, all laws that people know by their titles."""
    symbols = {document.symbol for document in documents}
    condition = Q(symbol_key__in={symbol_key(symbol) for symbol in symbols if symbol})
    if not all(symbols):
        condition |= Q(kind__in=KNOWN_BY_TITLE)
    return condition


def _law_named_by(document: Document, laws: list[Law]) -> Law | None:
    """The one law that fits; without a year, a title means the one that is in force.

    "Luật Đất đai" → the law of 2024; "Luật Đất đai năm 2013" → that one; "05/CT-VKSTC" of which there are
    two → None.
    """
    fitting = _fitting(document, laws)
    if document.year is not None:
        fitting = [law for law in fitting if law.year == document.year]
    elif not document.symbol:
        alive = [law for law in fitting if law.validity in (Validity.IN_FORCE, Validity.PARTLY)]
        fitting = alive or fitting
    return fitting[0] if len(fitting) == 1 else None


def _fitting(document: Document, laws: list[Law]) -> list[Law]:
    """Those of the same symbol; without one, of the same title."""
    if document.symbol:
        key = symbol_key(document.symbol)
        return [law for law in laws if law.symbol_key == key]
    if document.kind == LawKind.CONSTITUTION.label:
        return [law for law in laws if law.kind == LawKind.CONSTITUTION]
    title = fold(document.title)
    return [law for law in laws if fold(law.title) == title]
