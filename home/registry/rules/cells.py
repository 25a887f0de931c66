"""Cells of a spreadsheet that whoever opens it need not fear."""

from __future__ import annotations

from typing import Final

# A spreadsheet takes a text that begins so for a formula, also after a tab or a line break.
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text with an apostrophe before what would be calculated; control characters become spaces."""
    clean = "".join(letter if letter.isprintable() or letter in "\n\t" else " " for letter in text)
    return f"'{clean}" if clean.lstrip(" ").startswith(_DANGEROUS) else clean
