"""The number and symbol (số, ký hiệu) of a document: reading, writing, sorting, comparing.

Decree 30/2020/NĐ-CP, Annex I, and law 64/2025/QH15 give the forms: number/type-issuer (173/QĐ-VKS),
number/year/type-issuer (42/2022/NĐ-CP), number/year/QH and the term (14/2012/QH13), number-type/issuer
of the Party (27-NQ/TW), number/type alone (49/LLV). People type them with spaces, other dashes and
without marks; all of these are the same symbol.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from portal.core.text import compose, fold

# What a type's letters mean; from them a symbol's middle part is told from its issuer.
TYPES: Final[dict[str, str]] = {
    "L": "Luật",
    "LCT": "Luật",
    "PL": "Pháp lệnh",
    "NQ": "Nghị quyết",
    "NQLT": "Nghị quyết liên tịch",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TTLN": "Thông tư liên ngành",
    "QC": "Quy chế",
    "QCLN": "Quy chế liên ngành",
    "QCPH": "Quy chế phối hợp",
    "QyĐ": "Quy định",
    "KL": "Kết luận",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "TB": "Thông báo",
    "TTr": "Tờ trình",
    "CTr": "Chương trình",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "GM": "Giấy mời",
    "GP": "Giấy phép",
    "BB": "Biên bản",
    "KN": "Kiến nghị",
    "KNg": "Kháng nghị",
    "YC": "Yêu cầu",
    "CTrPH": "Chương trình phối hợp",
    "LLV": "Lịch làm việc",
    "VBHN": "Văn bản hợp nhất",
}
# Letters of issuers that are often typed without their marks, or in one case only.
_ISSUER_PARTS: Final = (
    "TTg", "CTN", "HĐTP", "HĐND", "HĐBT", "HĐNN7", "HĐNN8", "BLĐTBXH", "LĐTBXH", "BGDĐT", "TLĐ", "TCĐ",
    "NHNN", "ĐU",
)  # fmt: skip

_SPACE: Final = r"[^\S\n]*+"
_DASH: Final = r"[-\u2010-\u2015\u2212]"
# Lines break behind a stroke: "01/2017/TTLT-VKSNDTC-" and on the next "TANDTC".
_STROKE: Final = rf"{_SPACE}(?:/|{_DASH}){_SPACE}(?:\n{_SPACE})?+"
# Some issuers join two of their parts by "&": BNN&PTNT.
_WORD: Final = r"[^\W\d_][^\W_]*(?:&[^\W_]+)*"
_SYMBOL: Final = re.compile(
    rf"(?<![\w/])(?P<number>\d{{1,6}})(?P<suffix>[a-zA-ZđĐ]?)"
    rf"(?:{_SPACE}/{_SPACE}(?:\n{_SPACE})?+(?P<year>(?:19|20)\d\d)(?=\D))?"
    rf"(?P<first>{_STROKE})"
    rf"(?P<rest>{_WORD}(?:{_STROKE}{_WORD}){{0,7}})(?!\w)"
)
_PLAIN_TYPES: Final = {fold(code): code for code in TYPES}
_PLAIN_ISSUERS: Final = {fold(part): part for part in _ISSUER_PARTS}
_BLANK: Final = re.compile(r"\s*+(?:số\b\s*+:?)?[\s.…_]*+(?=/)", re.IGNORECASE)
_PARLIAMENT: Final = re.compile(r"(?:QH|UBTVQH|HĐNN)\d+")


@dataclass(frozen=True)
class Symbol:
    """A symbol in parts; `type` is one of `TYPES` or empty, `issuer` are the letters after it.

    `year` is the one inside the symbol, which only documents of a legal nature have.
    """

    number: int
    type: str = ""
    issuer: str = ""
    year: int | None = None
    suffix: str = ""
    is_party_style: bool = False

    @property
    def canonical(self) -> str:
        """As the rules write it: two digits at least, no spaces, marks and capitals restored."""
        number = f"{self.number:02d}{self.suffix}"
        if self.is_party_style:
            return f"{number}-{self.type}/{self.issuer}" if self.issuer else f"{number}-{self.type}"
        head = f"{number}/{self.year}" if self.year else number
        tail = "-".join(part for part in (self.type, self.issuer) if part)
        return f"{head}/{tail}"

    @property
    def key(self) -> str:
        """Equal for symbols that mean the same, however they were typed: "42/2022/nd/cp"."""
        tail = "/".join(fold(part).replace(" ", "-") for part in (self.type, self.issuer) if part)
        year = f"{self.year}/" if self.year else ""
        return f"{self.number}{fold(self.suffix)}/{year}{tail}"

    @property
    def sort_key(self) -> tuple[int, str, str]:
        """Numbers as numbers: 9 before 10, 12 before 12a."""
        return (self.number, fold(self.suffix), self.key)

    @property
    def type_name(self) -> str:
        """What the type's letters mean; a National Assembly's number alone is a law's or resolution's."""
        return TYPES.get(self.type, "")


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that `text` is, perhaps after "số"; None when it is none, or more than one.

    "Số: 42 / 2022 / nd - cp" → Symbol(42, "NĐ", "CP", 2022).
    """
    plain = re.sub(r"^\s*số\b\s*:?", "", compose(text), flags=re.IGNORECASE).strip(" .,;\n")
    match = _SYMBOL.fullmatch(plain)
    return _symbol(match) if match else None


def find_symbols(text: str) -> Iterator[tuple[Symbol, int, int]]:
    """Every symbol in a composed running text, with where it stands."""
    for match in _SYMBOL.finditer(text):
        rest = _without_sentence(match["rest"])
        symbol = _symbol(match, rest)
        if _is_likely(symbol):
            yield symbol, match.start(), match.start("rest") + len(rest)


def canonical_symbol(text: str) -> str:
    """The symbol in its official form; what cannot be read stays as it is, composed and trimmed.

    "5 / ct – vkstc" → "05/CT-VKSTC".
    """
    symbol = parse_symbol(text)
    return symbol.canonical if symbol else " ".join(compose(text).split())


def lacks_number(text: str) -> bool:
    """Whether it is a symbol whose number was left blank, to be written by hand: "Số:      /TB-VKS"."""
    composed = compose(text)
    blank = _BLANK.match(composed)
    return blank is not None and parse_symbol(f"0{composed[blank.end() :]}") is not None


def symbol_key(text: str) -> str:
    """What to compare and to look up: the symbol's key, or the folded text when it is no symbol.

    "42/2022/NĐ-CP" and "42 / 2022 / nd – cp" → "42/2022/nd/cp".
    """
    symbol = parse_symbol(text)
    return symbol.key if symbol else fold(text)


def identity(symbol: str, issuer: str, year: int) -> tuple[str, str, int]:
    """What makes a document that very document.

    The symbol alone does not: "05/CT-VKSTC" is a directive of 8/6/2021, and people also call one of
    2012 so whose symbol is 05/CT-VKSTC-TCKS. `issuer` is the body's name, `year` that of issue.
    """
    return symbol_key(symbol), fold(issuer), year


def _without_sentence(rest: str) -> str:
    """Only what belongs to the symbol: "NĐ-CP – văn bản mới" goes on with the sentence after "CP".

    A spaced dash is one of the symbol's own before its issuer ("NĐ - CP"), or where its dashes are all
    spaced; a word in small letters belongs only to a symbol that is written so as a whole.
    """
    end, was_spaced = 0, False
    parts = list(re.finditer(_WORD, rest))
    for place, part in enumerate(parts):
        is_spaced = _is_spaced(rest[end : part.start()])
        begins_small = parts[0][0].islower()
        if place and _is_small(part[0]) and (is_spaced or not begins_small):
            break
        if place > 1 and is_spaced and not was_spaced:
            break
        end, was_spaced = part.end(), is_spaced
    return rest[:end]


def _is_spaced(stroke: str) -> bool:
    return stroke[:1].isspace() or stroke[-1:] == " "


def _is_small(part: str) -> bool:
    """ "mới" is; "QĐ" is not, nor a part that officially has small letters."""
    return part != part.upper() and not _is_known(part)


def _is_known(part: str) -> bool:
    return part in TYPES or part in _ISSUER_PARTS


def _symbol(match: re.Match[str], rest: str | None = None) -> Symbol:
    parts = [_spelt(part) for part in re.split(_STROKE, rest or match["rest"])]
    year = int(match["year"]) if match["year"] else None
    symbol = Symbol(int(match["number"]), year=year, suffix=match["suffix"].lower())
    is_party = "/" not in match["first"] and year is None
    type_ = _PLAIN_TYPES.get(fold(parts[0]), "")
    issuer = "-".join(parts[1:] if type_ else parts)
    return replace(symbol, type=type_, issuer=issuer, is_party_style=is_party and bool(type_))


def _spelt(part: str) -> str:
    """One part with the capitals and marks of the official spelling, as far as it is known."""
    plain = fold(part)
    known = _PLAIN_TYPES.get(plain) or _PLAIN_ISSUERS.get(plain)
    return known or unicodedata.normalize("NFC", part).replace("Ð", "Đ").replace("ð", "đ").upper()


def _is_likely(symbol: Symbol) -> bool:
    """In running text "3/xe" or "24/7-gio" are no symbols: type or issuer must look like letters of one."""
    return bool(symbol.type) or bool(_PARLIAMENT.fullmatch(symbol.issuer)) or bool(symbol.year)
