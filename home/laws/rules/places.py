"""What may stand in the fields for điều, khoản and điểm of a citation."""

from __future__ import annotations

import re
from typing import Final

from portal.core.text import compose

_AND: Final = r"(?:, ?| và | đến |–)"
_NUMBER: Final = r"\d{1,4}[a-zđ]?"
_LETTER: Final = r"[a-zđ]\d{0,2}"
_NUMBERS: Final = re.compile(rf"{_NUMBER}(?:{_AND}{_NUMBER})*")
_LETTERS: Final = re.compile(rf"{_LETTER}(?:{_AND}{_LETTER})*")
_WORD: Final = re.compile(r"^(?:các\s+)?(?:điều|khoản|điểm)\s+", re.IGNORECASE)


def tidy_number(value: str) -> str:
    """ "Điều 5" → "5", "1,2 và 4", "5-9" → "5–9". Raises ValueError for what is no article or clause."""
    return _tidy(value, _NUMBERS)


def tidy_letter(value: str) -> str:
    """ "điểm Đ" → "đ". Raises ValueError for what is no point."""
    return _tidy(value, _LETTERS)


def _tidy(value: str, pattern: re.Pattern[str]) -> str:
    plain = " ".join(compose(value).split())
    plain = _WORD.sub("", plain).strip(" .;").lower()
    plain = re.sub(r"\s*[-–—]\s*", "–", plain)
    if plain and not pattern.fullmatch(plain):
        raise ValueError(value)
    return plain
