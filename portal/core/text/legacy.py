"""Vietnamese written for the old fonts: recognise it, and turn it into Unicode.

Before Unicode, fonts such as .VnTime (TCVN3, also called ABC) and VNI-Times drew Vietnamese letters
in the places of western ones. Word hands such text over as if it were western: "ViÖn kiÓm s¸t",
"Vieän kieåm saùt". Nothing in the characters says so; the name of the font does, or the fact that
the text becomes Vietnamese when it is read that way and is none otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from .compose import compose
from .syllables import is_syllable


class Encoding(StrEnum):
    TCVN3 = "tcvn3"
    VNI = "vni"


class LegacyFont(NamedTuple):
    """What the name of a font says about the text set in it."""

    encoding: Encoding
    is_capital: bool  # .VnTimeH and its kind draw small letters as capitals


# TCVN 5712:1993, third character set (VN3), the positions above ASCII as Windows-1252 shows them.
_TCVN3_LETTERS: Final = (
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ"
    "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ"
    "×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợ"
    "ïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ"
)
TCVN3: Final = dict(zip(_TCVN3_LETTERS[::2], _TCVN3_LETTERS[1::2], strict=True))

# VNI-Windows: a mark is a character of its own behind the vowel, and some letters stand alone.
_VNI_TONES: Final = {"ù": "áéóúý", "ø": "àèòùỳ", "û": "ảẻỏủỷ", "õ": "ãẽõũỹ", "ï": "ạẹọụỵ"}
_VNI_SHAPES: Final = {
    "â": "âêô", "á": "ấếố", "à": "ầềồ", "å": "ẩểổ", "ã": "ẫễỗ", "ä": "ậệộ",
    "ê": "ă", "é": "ắ", "è": "ằ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ",
}  # fmt: skip
_VNI_HORNS: Final = {"ù": "ớứ", "ø": "ờừ", "û": "ởử", "õ": "ỡữ", "ï": "ợự"}
_VNI_ALONE: Final = {
    "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ",
}  # fmt: skip


def _vni_table() -> dict[str, str]:
    small = dict(_VNI_ALONE)
    for marks, bases in ((_VNI_TONES, "aeouy"), (_VNI_SHAPES, "aeo"), (_VNI_HORNS, "ôö")):
        for mark, letters in marks.items():
            small |= {base + mark: letter for base, letter in zip(bases, letters, strict=False)}
    del small["yï"]  # ỵ has a place of its own
    table = small | {code.upper(): letter.upper() for code, letter in small.items()}
    # Typists who forgot the shift key behind a capital: "Aø" and the like.
    mixed = {code[0].upper() + code[1]: code for code in small if len(code) == 2}
    return table | {code: small[origin].upper() for code, origin in mixed.items()}


VNI: Final = _vni_table()
_VNI_CODE: Final = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_TCVN3_TABLE: Final = str.maketrans(TCVN3)

_FONT: Final = re.compile(
    r"(?P<tcvn3>\.vn[a-z]|vn(?:time|arial)h?$)|(?P<vni>vni[-_ ])", re.IGNORECASE
)
_CAPITAL_FONT: Final = re.compile(r"(?<=[a-z ])H$")

# Characters such as "«", "©" and "÷" are letters here, so a word ends at ordinary signs only.
_WORD: Final = re.compile(r"[^\s.,;:!?()\[\]{}\"'/\\|<>=+*&%#@_~^`$“”‘’…–—-]+")
_ENOUGH: Final = 3  # different words that make sense in the old encoding alone
_CLEAR: Final = 4  # as many for as against
_VIETNAMESE_SHARE: Final = 0.65


def encoding_of_font(name: str) -> LegacyFont | None:
    """What a font's name says: ".VnTimeH" is TCVN3 in capitals; None for an ordinary font."""
    name = name.strip().strip("\"'")
    found = _FONT.match(name)
    if found is None:
        return None
    if found["vni"]:
        return LegacyFont(Encoding.VNI, False)
    return LegacyFont(Encoding.TCVN3, bool(_CAPITAL_FONT.search(name)))


def decode(text: str, encoding: Encoding) -> str:
    """Read ``text`` by the table of the encoding, letter by letter; other characters stay."""
    if encoding is Encoding.TCVN3:
        return text.translate(_TCVN3_TABLE)
    return _VNI_CODE.sub(lambda found: VNI[found[0]], text)


def convert(text: str, encoding: Encoding, *, is_capital: bool = False) -> str:
    """Turn legacy ``text`` into composed Unicode.

    TCVN3 has no capitals with tones: they are small letters in a capital font. Without the font's
    name, words whose other letters are all capitals are taken for such ("VIÖN KIÓM S¸T").
    """
    if encoding is not Encoding.TCVN3:
        return compose(decode(text, encoding))
    if is_capital or _is_shouted(text):
        return compose(decode(text, encoding).upper())
    return compose(_WORD.sub(lambda word: _read_word(word[0]), text))


def detect(text: str, *, hint: Encoding | None = None) -> Encoding | None:
    """The encoding that ``text`` was typed in, or None: when in doubt, None.

    ``hint`` is what the font or the rest of the document says; then one word may do.
    """
    if text.isascii():
        return None
    candidates = [hint] if hint else list(Encoding)
    weighed = [(_weigh(text, encoding), encoding) for encoding in candidates]
    evidence, encoding = max(weighed, key=lambda pair: len(pair[0].for_it))
    return encoding if evidence.is_enough(with_hint=hint is not None) else None


@dataclass
class _Evidence:
    """Words of a text, sorted by what they say about an encoding."""

    for_it: set[str] = field(default_factory=set)
    either: int = 0
    against: int = 0
    vietnamese: int = 0
    words: int = 0

    def is_enough(self, with_hint: bool) -> bool:
        if with_hint:
            return len(self.for_it) + self.either > 0 and self.against <= len(self.for_it)
        return (
            len(self.for_it) >= _ENOUGH
            and len(self.for_it) >= _CLEAR * self.against
            and self.vietnamese >= _VIETNAMESE_SHARE * self.words
        )


def _weigh(text: str, encoding: Encoding) -> _Evidence:
    evidence = _Evidence()
    for word in _words(text):
        decoded = decode(word, encoding)
        makes_sense = is_syllable(decoded)
        if word.isascii():
            # Abbreviations and numbers are the same in every language.
            if not word.isupper() and word.isalpha():
                evidence.words += 1
                evidence.vietnamese += makes_sense
            continue
        if len(word) < 2:
            continue
        evidence.words += 1
        evidence.vietnamese += makes_sense
        as_it_stands = is_syllable(word)
        if decoded == word or not makes_sense:
            evidence.against += 1
        elif as_it_stands:
            evidence.either += 1
        else:
            evidence.for_it.add(decoded.lower())
    return evidence


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text))


def _is_shouted(text: str) -> bool:
    """Whether a text has capitals only, and not merely as initials."""
    has_small = any("a" <= char <= "z" for char in text)
    return not has_small and re.search("[A-Z]{2}", text) is not None


def _read_word(word: str) -> str:
    """Read one TCVN3 word; one typed in capitals, such as "VIÖN", stays in capitals."""
    plain = [char for char in word if char.isascii() and char.isalpha()]
    in_capitals = len(plain) > 1 and all(char.isupper() for char in plain)
    decoded = decode(word, Encoding.TCVN3)
    return decoded.upper() if in_capitals else decoded
