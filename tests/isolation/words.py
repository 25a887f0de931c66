"""Unguessable words, and what each of them would give away."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable

_WORD = re.compile(r"zq[0-9a-f]{10}")


class Words:
    """Every word belongs to one field of one owner; a `handle` finds rows without giving any away.

    Fields that have room hold the owner's handle as well, so that a search for the handle which finds
    a row shows the row's own words, although the answer repeats what was searched for.
    """

    def __init__(self) -> None:
        self.meaning: dict[str, tuple[str, str]] = {}
        self._handles: dict[str, str] = {}

    def new(self, owner: str, label: str) -> str:
        word = f"zq{secrets.token_hex(5)}"
        self.meaning[word] = (owner, label)
        return word

    def handle(self, owner: str) -> str:
        if owner not in self._handles:
            self._handles[owner] = f"zq{secrets.token_hex(5)}"
        return self._handles[owner]

    def text(self, owner: str, label: str, room: int | None = None) -> str:
        """A new word, with the handle before it when both fit."""
        word = self.new(owner, label)
        return word if room is not None and room < 26 else f"{self.handle(owner)} {word}"

    def in_text(self, text: str, owners: Iterable[str]) -> set[str]:
        """ "owner: label" of every word of these owners in the text."""
        wanted, told = set(owners), set()
        for word in set(_WORD.findall(text.lower())):
            owner, label = self.meaning.get(word, ("", ""))
            if owner in wanted:
                told.add(f"{owner}: {label}")
        return told

    def labels_of(self, owner: str) -> set[str]:
        return {f"{of}: {label}" for of, label in self.meaning.values() if of == owner}
