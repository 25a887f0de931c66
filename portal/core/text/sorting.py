"""Vietnamese alphabetical order, for Python and for a database column.

Neither SQLite nor Python knows that Đ follows D and Ă follows A. Words are compared one after the
other, each by its letters and then by its tone, as Vietnamese dictionaries do ("ba hoa" before
"bà con"); digits count as numbers ("Phòng 9" before "Phòng 10"). Case, punctuation and the style
of tone placement do not matter.
"""

import re
import unicodedata
from itertools import groupby
from typing import Final, Literal

from .folding import normalize_marks
from .latin import PLAIN_LETTERS, is_mark
from .tones import ACUTE, DOT, GRAVE, HOOK, TILDE, TONES

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONE_ORDER: Final = (GRAVE, HOOK, TILDE, ACUTE, DOT)  # after the level tone, which has no mark

# (1, number of digits, digits) for a number, (2, letters, tones) for a word. The rank before the
# rest differs, so a number is never compared with letters.
Token = tuple[Literal[1], int, str] | tuple[Literal[2], tuple[int, ...], tuple[int, ...]]

_LETTER_RANK: Final = {letter: rank for rank, letter in enumerate(ALPHABET)}
_TONE_RANK: Final = {tone: rank for rank, tone in enumerate(TONE_ORDER, start=1)}
_D_KEPT: Final = str.maketrans({k: v for k, v in PLAIN_LETTERS.items() if k != "đ"})
_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_CODES: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def sort_key(text: str) -> tuple[Token, ...]:
    """Return a key for ``sorted``: equal for texts that read the same."""
    return tuple(
        _number(run) if is_number else _word(run)
        for word in normalize_marks(text).split()
        for is_number, run in _runs(word)
    )


def sort_key_text(text: str) -> str:
    """Return ``sort_key`` as a string of ``[0-9a-z]`` whose binary order is the same order.

    One character a letter and two or three more a word; letters outside the Vietnamese and the
    English alphabet take seven. A prefix of it still sorts right up to where it was cut. With no
    capitals and no punctuation it also keeps its order under a database's language collation.
    """
    return "".join(map(_encode, sort_key(text)))


def person_sort_key(name: str) -> tuple[Token, ...]:
    """Return the key that sorts people by given name (the last word), family name, middle name.

    A remark in parentheses is not part of the name.
    """
    return sort_key(_given_name_first(name))


def person_sort_key_text(name: str) -> str:
    """Return ``person_sort_key`` as a string for a database column, like ``sort_key_text``."""
    return sort_key_text(_given_name_first(name))


def _given_name_first(name: str) -> str:
    parts = normalize_marks(_PARENTHESES.sub(" ", name)).split()
    return " ".join(parts[-1:] + parts[:-1])


def _runs(word: str) -> list[tuple[bool, str]]:
    """Split "7h30" into its numbers and letters."""
    decomposed = unicodedata.normalize("NFD", word)
    return [(key, "".join(run)) for key, run in groupby(decomposed, key=str.isdecimal)]


def _number(digits: str) -> Token:
    # Not int(): Python refuses to convert thousands of digits, and a text may hold them.
    plain = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return (1, len(plain), plain)


def _word(decomposed: str) -> Token:
    tones = tuple(_TONE_RANK[char] for char in decomposed if char in TONES)
    shaped = "".join(char for char in decomposed if char not in TONES).translate(_D_KEPT)
    letters: list[int] = []
    for char in unicodedata.normalize("NFC", shaped):
        rank = _LETTER_RANK.get(char)
        letters += [rank] if rank is not None else _foreign(char)
    return (2, tuple(letters), tones)


def _foreign(char: str) -> list[int]:
    """Rank a letter outside the alphabet by its base letter, or after z by its code point."""
    bases = [base for base in unicodedata.normalize("NFD", char) if not is_mark(base)]
    return [_LETTER_RANK.get(base, len(ALPHABET) + ord(base)) for base in bases]


def _encode(token: Token) -> str:
    """Encode one token.

    "0" ends the letters and the tones, "1" begins a number, "2" to "y" are the alphabet and "z"
    begins a code point: a shorter word comes first, then numbers, letters, other scripts.
    """
    if token[0] == 1:
        _, length, digits = token
        longer, rest = divmod(length, 35)
        return f"1{'z' * longer}{_CODES[rest]}{digits}"
    _, letters, tones = token
    coded = "".join(map(_encode_letter, letters))
    return f"{coded}0{''.join(map(str, tones))}0"


def _encode_letter(rank: int) -> str:
    if rank < len(ALPHABET):
        return _CODES[rank + 2]
    return f"z{rank - len(ALPHABET):06x}"
