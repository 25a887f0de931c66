"""Citations of laws in running Vietnamese text: "điểm a khoản 2 Điều 5 Luật số 14/2012/QH13".

A citation goes up from point (điểm) to clause (khoản) to article (Điều) to document, mostly in this
order. "Điều" and "điểm" share their first letter with the point "đ"; they are told apart by what follows:
an article and a clause have a number, a point has a letter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from home.laws.rules.composing import Composed
from home.laws.rules.documents import Document, DocumentToken, find_documents
from home.laws.rules.levels import Group, Level, chains, find_groups, follows, leads_to

THIS: Final = "này"
_MOST_REFERENCES: Final = 200
_WORDS: Final = {Level.POINT: "điểm", Level.CLAUSE: "khoản", Level.ARTICLE: "Điều"}


@dataclass(frozen=True)
class Reference:
    """One place in a document. Each value is a number or letter, "này", or a range "5–9"."""

    document: Document | None = None
    article: str = ""
    clause: str = ""
    point: str = ""


@dataclass(frozen=True)
class Citation:
    """Words of a text, from `start` to `end`, and the places that they refer to."""

    start: int
    end: int
    references: tuple[Reference, ...]


def find_citations(text: str, names: Collection[str] = ()) -> list[Citation]:
    """Every citation in `text`, in order, with its place in the text as given (NFC or NFD).

    "theo khoản 1, 2 Điều 5 Luật số 14/2012/QH13" → one citation with two references, to clauses 1 and 2.

    `names` are titles of laws ("Luật Hôn nhân và gia đình"), by which a name without a number or year is
    known to its end. A citation that names no document ("khoản 2 Điều này") has none in its references.
    """
    composed = Composed(text)
    documents = find_documents(composed.text, names)
    groups = find_groups(composed.text, [(d.start, d.end) for d in documents])
    found = _with_places(composed.text, groups, documents)
    used = {id(token) for _citation, token in found}
    alone = [
        Citation(token.start, token.end, (Reference(token.document),))
        for token in documents
        if id(token) not in used
    ]
    citations = sorted([*(c for c, _token in found), *alone], key=lambda c: (c.start, c.end))
    return [_placed(citation, composed) for citation in citations]


def format_reference(reference: Reference) -> str:
    """The citation in the official order; a range is written out.

    article "5", clause "1–3" → "từ khoản 1 đến khoản 3 Điều 5".
    """
    values = (
        (Level.POINT, reference.point),
        (Level.CLAUSE, reference.clause),
        (Level.ARTICLE, reference.article),
    )
    parts = [_written(_WORDS[level], value) for level, value in values if value]
    if reference.document is not None:
        parts.append(str(reference.document))
    return " ".join(parts)


def _written(word: str, value: str) -> str:
    first, dash, last = value.partition("–")
    return f"từ {word} {first} đến {word} {last}" if dash else f"{word} {value}"


def _placed(citation: Citation, composed: Composed) -> Citation:
    start, end = composed.span(citation.start, citation.end)
    return replace(citation, start=start, end=end)


def _with_places(
    text: str, groups: list[Group], documents: list[DocumentToken]
) -> list[tuple[Citation, DocumentToken | None]]:
    found = []
    starts = [d.start for d in documents]
    for chain in chains(text, groups, starts):
        start, end = chain[0].start, chain[-1].end
        place = bisect_left(starts, end)
        token = _document_of(text, start, end, documents[max(place - 1, 0) : place + 1])
        if not _is_citation(chain, token):
            continue
        document = token.document if token else None
        references = tuple(islice(_references(chain, document), _MOST_REFERENCES))
        if token is not None:
            start, end = min(start, token.start), max(end, token.end)
        found.append((Citation(start, end, references), token))
    return found


def _document_of(
    text: str, start: int, end: int, around: Sequence[DocumentToken]
) -> DocumentToken | None:
    """The document that the chain from `start` to `end` belongs to: the one behind it, else the one before.

    `around` are the last one that begins before the chain's end and the next one, as far as there are any.
    """
    for token in around:
        if token.start >= end and leads_to(text, end, token.start):
            return token
    for token in around:
        if token.start < end and follows(text, token.end, start):
            return token
    return None


def _is_citation(chain: list[Group], token: DocumentToken | None) -> bool:
    """ "Đ. 5" or "k1" alone may mean anything; with a further step or a document they cannot."""
    if not all(group.is_short for group in chain):
        return True
    levels = {group.level for group in chain}
    return Level.ARTICLE in levels and (len(levels) > 1 or token is not None)


def _references(chain: list[Group], document: Document | None) -> Iterator[Reference]:
    """One reference for each innermost item, with each item of the steps above it."""
    parents = [_parent(chain, place) for place in range(len(chain))]
    for place in range(len(chain)):
        if place not in parents:
            yield from _up(chain, parents, place, Reference(document))


def _up(
    chain: list[Group], parents: list[int | None], place: int, below: Reference
) -> Iterator[Reference]:
    group, parent = chain[place], parents[place]
    for item in group.items:
        reference = _with(below, group.level, item)
        if parent is None:
            yield reference
        else:
            yield from _up(chain, parents, parent, reference)


def _with(reference: Reference, level: Level, item: str) -> Reference:
    if level is Level.POINT:
        return replace(reference, point=item)
    if level is Level.CLAUSE:
        return replace(reference, clause=item)
    return replace(reference, article=item)


def _parent(chain: list[Group], place: int) -> int | None:
    """The step above: the next higher one to the right, else ("Điều 5, khoản 2") to the left.

    "khoản này và Điều 5" are two places: an "and" before a higher step parts them.
    """
    own = chain[place].level
    for other in range(place + 1, len(chain)):
        if chain[other].level > own:
            return None if chain[other].is_joined_by_and and other == place + 1 else other
    for other in range(place - 1, -1, -1):
        if chain[other].level > own:
            return None if chain[other + 1].is_joined_by_and else other
    return None
