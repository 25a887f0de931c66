"""A text in one form (NFC) for reading, with the places of the original for telling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from portal.core.text import compose
from portal.core.text.latin import D_LOOKALIKES, is_mark

_SPACES: Final = str.maketrans(dict.fromkeys("\t\f\v\u2002\u2003\u2009\u3000", " "))


class Composed:
    """`text` is composed letter by letter; `span` leads back from it to the original."""

    def __init__(self, original: str) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in _letters(original):
            piece = compose(original[start:end]).translate(D_LOOKALIKES).translate(_SPACES)
            pieces.append(piece)
            self._starts += [start] * len(piece)
            self._ends += [end] * len(piece)
        self.text = "".join(pieces)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which must not be empty, stands in the original."""
        return self._starts[start], self._ends[end - 1]


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the marks that follow it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not is_mark(text[place]):
            yield start, place
            start = place
