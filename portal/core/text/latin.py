"""Latin letters that Unicode does not decompose, and what they become without their marks.

``static/core/js/slug.js`` holds the same table: change both.
"""

import unicodedata
from typing import Final

# Eth and African D look exactly like Đ, and converters from legacy fonts write them in its place.
D_LOOKALIKES: Final = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})

PLAIN_LETTERS: Final[dict[str, str]] = {
    "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d",
    "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe",
    "ẞ": "Ss", "ß": "ss", "Þ": "Th", "þ": "th", "Ħ": "H", "ħ": "h", "Ŧ": "T", "ŧ": "t",
    "Ŋ": "N", "ŋ": "n", "ı": "i", "ĸ": "k", "µ": "u",
}  # fmt: skip


def is_mark(char: str) -> bool:
    """Whether ``char`` is a combining mark: it modifies the letter before it."""
    return unicodedata.category(char).startswith("M")


def without_marks(text: str) -> str:
    """Drop the combining marks of ``text``, which must be decomposed."""
    return "".join(char for char in text if not is_mark(char))
