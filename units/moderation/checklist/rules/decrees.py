"""Laws that a text cites as if in force; which have lapsed, the list of laws tells (`home.laws`).

"Căn cứ Nghị định 42/2022/NĐ-CP" names a document; with an end of force of 01/01/2026 it is a finding from
that day on, but not where the sentence says that another document replaces it ("thay thế", "bãi bỏ").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from home.laws.rules.documents import Document, DocumentToken, find_documents
from portal.core.text import compose, fold

# A text about the change itself is right to name the old document.
_SPEAKS_OF_CHANGE: Final = re.compile(r"thay the|het hieu luc|bai bo|truoc day")
_AROUND: Final = 120
# How people shorten a decree: "Nghị định 42/2022", "NĐ42/2022/NĐ-CP", "Nghị định số 42 năm 2022".
_SHORT_DECREE: Final = re.compile(
    r"\b(?:nghị định|nđ)\s*+(?:số\s*+(?::\s*+)?)?(\d{1,4})(?:\s*+/\s*+|\s++năm\s++)((?:19|20)\d\d)"
    r"(?!\d)(?:\s*+/\s*+NĐ\s*+(?:[-–]\s*+)?CP)?(?!\s*/)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Lapsed:
    """From `since` on the document is not in force; `successor` (may be empty) is, in its place."""

    since: date
    successor: str


LapsedLaws = Mapping[Document, Lapsed]


def documents_in(text: str) -> list[DocumentToken]:
    """What the list of laws can look up: documents by name and symbol, and decrees by number and year."""
    known = find_documents(text)
    found = list(known)
    for match in _SHORT_DECREE.finditer(text):
        # Those known are in order and apart from each other.
        place = bisect_left(known, match.end(), key=lambda token: token.start)
        if not place or known[place - 1].end <= match.start():
            year = int(match[2])
            document = Document("Nghị định", symbol=f"{int(match[1])}/{year}/NĐ-CP", year=year)
            found.append(DocumentToken(document, match.start(), match.end()))
    return found


def documents_with_year(texts: Iterable[str]) -> set[Document]:
    """The documents named in `texts` that can be told apart.

    One counts only with a year, inside the symbol or beside it: one symbol, or one name, is several
    documents over the years.
    """
    named = (token.document for text in texts for token in documents_in(compose(text)))
    return {document for document in named if document.year is not None}


def lapsed_in(text: str, laws: LapsedLaws, today: date) -> list[tuple[Lapsed, str]]:
    """The lapsed documents that a composed ``text`` cites as if in force, each with its words."""
    found = []
    for token in documents_in(text) if laws else ():
        law = laws.get(token.document)
        if law is None or law.since > today:
            continue
        around = text[max(0, token.start - _AROUND) : token.end + _AROUND]
        if not _SPEAKS_OF_CHANGE.search(fold(around)):
            found.append((law, text[token.start : token.end]))
    return found
