"""Folding: what makes two spellings the same word for the search.

``fold`` is for recall (marks do not matter), ``normalize_marks`` for ranking (marks do matter, the
style of writing them does not). Stored text and queries must go through the same function.
"""

import unicodedata

from .compose import compose
from .latin import D_LOOKALIKES, PLAIN_LETTERS, is_mark, without_marks
from .tones import place_tone

_PLAIN = str.maketrans(PLAIN_LETTERS)


def fold(text: str) -> str:
    """Return ``text`` as lower-case words without marks, separated by single spaces.

    "173/QĐ-VKS" becomes "173 qd vks", so that each part of a symbol can be found. For Vietnamese
    text the result holds ``[a-z0-9 ]`` only; letters of other scripts are kept, case-folded.
    """
    plain = without_marks(_decomposed_words(text)).translate(_PLAIN)
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def normalize_marks(text: str) -> str:
    """Return ``text`` as lower-case words with their marks, in one style of tone placement.

    ``fold(normalize_marks(x)) == fold(x)`` holds for every text.
    """
    marked = " ".join(place_tone(word) for word in _decomposed_words(text).split())
    return unicodedata.normalize("NFC", marked)


def words(text: str) -> list[str]:
    """Return the folded words of ``text``."""
    return fold(text).split()


def _decomposed_words(text: str) -> str:
    """Case-folded NFKD text in which everything but letters, digits and their marks is a space."""
    folded = compose(text)
    for _ in range(2):  # as in Unicode's toNFKC_Casefold: one round can uncover new capitals
        folded = unicodedata.normalize("NFKD", folded.casefold())
    result: list[str] = []
    for char in folded.translate(D_LOOKALIKES):
        if char.isalnum():
            result.append(char)
        elif not is_mark(char):
            result.append(" ")
        elif result and result[-1] != " ":  # a mark with no letter under it says nothing
            result.append(char)
    return "".join(result)
