"""Documents that are no longer in force, as data: a new one is one line.

A symbol identifies a document of the Government with its year in it ("42/2022/NĐ-CP"); symbols
without a year do not and must not stand here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Lapsed:
    """`symbol` is the official one; from `since` on `successor` is in force instead."""

    symbol: str
    since: date
    successor: str


LAPSED: Final[tuple[Lapsed, ...]] = (Lapsed("42/2022/NĐ-CP", date(2026, 7, 1), "224/2026/NĐ-CP"),)

# A text about the change itself is right to name the old document.
_SPEAKS_OF_CHANGE: Final = re.compile(r"thay the|het hieu luc|bai bo|truoc day", re.IGNORECASE)
_BETWEEN: Final = r"[\s\u00a0]*"
_DASHES: Final = r"[-\u2010-\u2015\u2212]"


def _plain(text: str) -> str:
    """Without marks and with D for Đ, of the same length as the composed text."""
    letters = text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D")
    return "".join(unicodedata.normalize("NFD", char)[0] for char in letters)


def _pattern(symbol: str) -> re.Pattern[str]:
    """The symbol, whatever spaces, dashes and marks a typist put into it."""
    pieces = re.findall(r"\d+|[^\W\d]+|[/-]", _plain(symbol))
    signs = {"/": rf"{_BETWEEN}/{_BETWEEN}", "-": f"{_BETWEEN}{_DASHES}{_BETWEEN}"}
    return re.compile(
        r"(?<![\d/])" + "".join(signs.get(piece, piece) for piece in pieces) + r"(?!\w)",
        re.IGNORECASE,
    )


_PATTERNS: Final = [(row, _pattern(row.symbol)) for row in LAPSED]


def lapsed_in(text: str, today: date) -> list[tuple[Lapsed, str]]:
    """The lapsed documents that a composed ``text`` cites as if in force, each with its words."""
    plain = _plain(text)
    found = []
    for row, pattern in _PATTERNS:
        if row.since > today:
            continue
        for match in pattern.finditer(plain):
            around = plain[max(0, match.start() - 120) : match.end() + 120]
            if not _SPEAKS_OF_CHANGE.search(around):
                found.append((row, text[match.start() : match.end()]))
    return found
