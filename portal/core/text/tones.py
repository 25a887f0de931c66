"""Where the tone mark stands in a Vietnamese syllable.

Two spellings are in use, hoà/thuý/khoẻ and hòa/thúy/khỏe; both read the same. One of them (the
second, traditional one) is taken here so that they compare equal. It is never shown to anybody.
"""

import re
import unicodedata
from typing import Final

GRAVE, HOOK, TILDE, ACUTE, DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
TONES: Final = frozenset((GRAVE, HOOK, TILDE, ACUTE, DOT))

_TONE_CLASS = f"[{GRAVE}{HOOK}{TILDE}{ACUTE}{DOT}]"
_TONE = re.compile(_TONE_CLASS)
_VOWELS = "aăâeêioôơuưy"
_SHAPED_VOWELS: Final = frozenset("ăâêôơư")
# "qu" and, before another vowel, "gi" are consonants: the tone of "quý" and "giá" stays put.
_SYLLABLE = re.compile(
    rf"(?P<onset>qu|gi(?=[{_VOWELS}])|ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnprstvx])?"
    rf"(?P<vowels>[{_VOWELS}]{{1,3}})"
    rf"(?P<coda>ch|ng|nh|[cmnpt])?"
)


def place_tone(word: str) -> str:
    """Move the tone mark of a lower-case decomposed (NFD) syllable to its traditional place.

    Returns ``word`` itself when it is not one Vietnamese syllable with one tone, and when the tone
    stands on a consonant ("qúy"): that is a spelling mistake and not another style.
    """
    tones = _TONE.findall(word)
    if len(tones) != 1:
        return word
    plain = unicodedata.normalize("NFC", _TONE.sub("", word))
    syllable = _SYLLABLE.fullmatch(plain)
    if syllable is None or _toned_letter(word) < syllable.start("vowels"):
        return word
    place = syllable.start("vowels") + _tone_index(syllable["vowels"], bool(syllable["coda"])) + 1
    return unicodedata.normalize("NFD", plain[:place] + tones[0] + plain[place:])


def _toned_letter(word: str) -> int:
    """Index of the letter that carries the tone, counted in composed letters."""
    before = word[: _TONE.search(word).start()]  # type: ignore[union-attr]
    return len(unicodedata.normalize("NFC", before)) - 1


def _tone_index(vowels: str, has_coda: bool) -> int:
    shaped = [index for index, vowel in enumerate(vowels) if vowel in _SHAPED_VOWELS]
    if shaped:
        return shaped[-1]
    if has_coda:
        return len(vowels) - 1
    return 1 if len(vowels) == 3 else 0
