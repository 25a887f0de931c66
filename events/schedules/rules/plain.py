"""Small questions about text that every rule of an import asks."""

import re
import unicodedata

from portal.core.text import fold

# Marks that start a point of a list, and the closing signs that files leave around texts.
BULLET = re.compile(r"^\s*(?:[-–—+*•●▪■►➢✓→o](?=\s)|[-–—+•●▪](?=\w)|\d{1,2}[.)](?=\s))\s*")


def tidy(text: str) -> str:
    """Composed, without invisible characters, one space between words; lines are kept."""
    text = unicodedata.normalize("NFC", text).replace("\xa0", " ").replace("\u2028", "\n")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf")
    )
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    return " ".join(text.split())


def without_bullet(line: str) -> str:
    return BULLET.sub("", line, count=1)


def folded_words(text: str) -> str:
    """For looking up what a heading says: "Thứ/Ngày" is "thu ngay"."""
    return fold(text)
