"""Small questions about text that every rule of an import asks."""

import re
import unicodedata

from portal.core.text import fold
from portal.core.text.compose import few_marks

# Marks that start a point of a list, and the closing signs that files leave around texts.
BULLET = re.compile(r"^\s*(?:[-–—+*•●▪■►➢✓→o](?=\s)|[-–—+•●▪](?=\w)|\d{1,2}[.)](?=\s))\s*")

# Control signs, signs that only steer the layout, and halves of a letter.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def tidy(text: str) -> str:
    """Composed, without invisible characters, one space between words; lines are kept."""
    text = visible(text).replace("\xa0", " ")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def visible(text: str) -> str:
    """Composed, every end of a line the same, and without what no reader sees and some databases refuse."""
    text = unicodedata.normalize("NFC", few_marks(text)).replace("\u2028", "\n")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in _UNSEEN
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def without_bullet(line: str) -> str:
    return BULLET.sub("", line, count=1)


def folded_words(text: str) -> str:
    """For looking up what a heading says: "Thứ/Ngày" is "thu ngay"."""
    return fold(text)
