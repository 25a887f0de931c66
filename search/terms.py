"""What was asked for, in the forms that the index is compared with. Pure, without Django."""

from __future__ import annotations

from dataclasses import dataclass

from portal.core.text import compose, fold, normalize_marks

# Enough for a pasted title. The rest of a longer text is left out, and the text still gets an answer.
MAX_TYPED = 5_000
MAX_LENGTH = 200
MAX_WORDS = 12


@dataclass(frozen=True)
class Word:
    """One word, as it is compared without marks and as it was typed."""

    folded: str
    marked: str

    @property
    def has_marks(self) -> bool:
        return self.marked != self.folded


@dataclass(frozen=True)
class SearchTerms:
    """A question of any kind, made harmless. No words means that there is nothing to look for."""

    text: str
    words: tuple[Word, ...]

    @classmethod
    def parse(cls, typed: str) -> SearchTerms:
        text = " ".join(compose(typed[:MAX_TYPED]).split())[:MAX_LENGTH].strip()
        words = (Word(fold(marked), marked) for marked in normalize_marks(text).split())
        return cls(text, tuple(word for word in words if word.folded)[:MAX_WORDS])

    @property
    def distinct(self) -> tuple[Word, ...]:
        return tuple(dict.fromkeys(self.words))

    @property
    def has_marks(self) -> bool:
        return any(word.has_marks for word in self.words)

    @property
    def folded_phrase(self) -> str:
        return " ".join(word.folded for word in self.words)

    @property
    def marked_phrase(self) -> str:
        return " ".join(word.marked for word in self.words)

    def __bool__(self) -> bool:
        return bool(self.words)
