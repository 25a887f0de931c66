"""Names and symbols of documents in running text: "Bộ luật Hình sự năm 2015", "Nghị định 42/2022/NĐ-CP"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from home.laws.rules.symbols import Symbol, find_symbols


@dataclass(frozen=True)
class Document:
    """A document as a text names it; at least one of `kind` and `symbol` is known.

    `year` is that of issue as the text says it ("năm 2015", "ngày 8/6/2021", or inside the symbol).
    `is_this`: "Luật này", the document in which the text stands.
    """

    kind: str = ""
    name: str = ""
    symbol: str = ""
    year: int | None = None
    is_this: bool = False

    def __str__(self) -> str:
        if self.is_this:
            return f"{self.kind} này"
        parts = [self.kind, self.name]
        if self.symbol:
            parts += ["số" if self.kind else "", self.symbol]
        symbol_says_year = f"/{self.year}/" in self.symbol
        if self.year and not symbol_says_year:
            parts.append(f"năm {self.year}")
        return " ".join(part for part in parts if part)

    @property
    def title(self) -> str:
        """Kind and name, as laws are called: "Luật Đất đai"."""
        return f"{self.kind} {self.name}".strip()


@dataclass(frozen=True)
class DocumentToken:
    document: Document
    start: int
    end: int


_BY_NAME: Final = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
_BY_SYMBOL: Final = (
    "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch",
    "Thông tư liên ngành", "Thông tư", "Quy chế", "Quy định", "Kết luận", "Hướng dẫn", "Công văn",
    "Công điện", "Kế hoạch", "Chương trình", "Thông báo", "Báo cáo", "Văn bản hợp nhất", "Lệnh",
)  # fmt: skip
_OF_PARLIAMENT: Final = frozenset({"Luật", "Bộ luật", "Nghị quyết", "Hiến pháp", "Pháp lệnh"})
_SHORT_NAMES: Final = {
    "BLHS": ("Bộ luật", "Hình sự"),
    "BLTTHS": ("Bộ luật", "Tố tụng hình sự"),
    "BLDS": ("Bộ luật", "Dân sự"),
    "BLTTDS": ("Bộ luật", "Tố tụng dân sự"),
    "BLLĐ": ("Bộ luật", "Lao động"),
    "LTTHC": ("Luật", "Tố tụng hành chính"),
    "LTHADS": ("Luật", "Thi hành án dân sự"),
    "LTHAHS": ("Luật", "Thi hành án hình sự"),
    "LHNGĐ": ("Luật", "Hôn nhân và gia đình"),
    "LHN&GĐ": ("Luật", "Hôn nhân và gia đình"),
}
# "BLHS" is also written "Bộ luật HS", "LTTHC" also "Luật TTHC".
_HALF_SHORT: Final = {
    f"{kind} {short.removeprefix('BL').removeprefix('L')}": (kind, name)
    for short, (kind, name) in _SHORT_NAMES.items()
}
# Bodies in the names of laws, as offices write them: "Luật Tổ chức VKSND".
_BODIES: Final = {
    "VKSND": "Viện kiểm sát nhân dân",
    "TAND": "Tòa án nhân dân",
    "CAND": "Công an nhân dân",
    "QĐND": "Quân đội nhân dân",
    "CQĐT": "Cơ quan điều tra",
    "HĐND": "Hội đồng nhân dân",
    "UBND": "Ủy ban nhân dân",
}
_CODES: Final = (
    "tố tụng hình sự", "tố tụng dân sự", "hình sự", "dân sự", "lao động", "hàng hải việt nam", "hàng hải",
)  # fmt: skip
# A name without a number or year is read up to such a word.
_ENDS_A_NAME: Final = (
    "quy định", "thì", "là", "được", "bị", "có", "đã", "sẽ", "phải", "khi", "nếu", "tại", "này", "ngày",
    "từ", "của", "cho", "do", "nên", "nhưng", "như", "đối với", "cũng", "những", "các", "mọi", "với", "về",
    "vào", "để", "trong", "trên", "theo", "ra đời", "nêu", "còn", "hiện hành", "mới", "cũ", "năm", "số",
    "và", "hoặc", "hay", "nhằm", "thay thế", "không", "vừa", "sửa đổi", "ban hành", "có hiệu lực",
)  # fmt: skip

_LAW: Final = r"(?:Hiến pháp|Bộ luật|Luật(?!\s+(?:sư|gia|học|khoa)\b)|Pháp lệnh)"
_ANY: Final = rf"(?:{_LAW}|(?i:{'|'.join(_BY_SYMBOL)}|bộ luật|pháp lệnh)|(?<!pháp )luật(?=\s+số\b))"
_KIND: Final = re.compile(rf"(?<!\w){_ANY}(?!\w)")
_AMENDING: Final = re.compile(
    r"(?<!\w)(?:Luật|Pháp lệnh|Nghị định|Thông tư)\s+sửa đổi,?\s+bổ sung\s+một số\s+(?:điều|nội dung)\s+"
    r"(?:của\s+)?(?:các\s+)?$"
)
# A line may break within a name; a blank line, or a mark before the next item, ends it.
_BEFORE_SYMBOL: Final = re.compile(
    r"(?:[^.;:()“”\"\n]|\n(?!\s*(?:\n|[-–+*•]|\d+[.)]\s))|(?<=số):|(?<=số ):){0,160}"
)
_NUMBER_WORD: Final = re.compile(r"[\s,]*(?:(?:có\s+)?số(?:\s*hiệu)?)?\s*:?\s*$")
_SAID_YEAR: Final = re.compile(r"[\s,]*(?:năm\s+)?((?:19|20)\d\d)[\s,]*$")
_YEAR: Final = r"(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d/]|\.\d)"
_DATED: Final = re.compile(
    r",?\s*(?:ban hành\s+)?(?:ngày\s+\d{1,2}\s*(?:/|-|\.|tháng)\s*\d{1,2}\s*(?:/|-|\.|năm)\s*"
    r"(?P<day_year>(?:19|20)\d\d)|năm\s+(?P<year>(?:19|20)\d\d))(?!\d)"
)
_AMENDED: Final = re.compile(
    r",?\s*\((?:đã\s+)?(?:được\s+)?(?:sửa đổi|bổ sung|hợp nhất)[^()]{0,120}\)"
    r"|,?\s+(?:được\s+)?sửa đổi,?\s+bổ sung\s+năm\s+(?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*"
)
# Words that a name may hold although they end one elsewhere.
_INSIDE: Final = (
    r"(?:của\s+(?:Nhà nước|Bộ luật|Luật)|theo\s+hợp đồng|sửa đổi,?\s+bổ sung|và|các|một số|"
    r"số\s+điều)"
)
_STOP: Final = rf"(?!(?:{'|'.join(_ENDS_A_NAME)})(?!\w))"
_NAME_WORD: Final = rf"(?:{_INSIDE}(?!\w)|{_STOP}(?!{_LAW}(?!\w))[^\W\d_]+)"
_DATED_NAME: Final = re.compile(
    rf"(?<!\w)(?P<kind>{_LAW}|(?i:bộ luật))\s+(?P<name>{_NAME_WORD}(?:,?\s+{_NAME_WORD}){{0,24}}?)"
    rf",?\s+{_YEAR}"
)
_PAIRS: Final = (
    r"(?:Phòng|Trật tự|Phổ biến|Quản lý|Khám bệnh|Xuất cảnh|Nhập cảnh|Thực hành tiết kiệm)(?=,)|"
    r"Hôn nhân(?=\s+và\s+gia đình)"
)
_PLAIN_WORD: Final = rf"{_STOP}[^\W\d_A-ZĐÁÀẢÃẠ][^\W\d_]*"
# The only names with a second capital; any other capital begins what the sentence says next.
_ORGANIZING: Final = (
    r"Tổ\s+chức\s+(?:Viện\s+kiểm\s+sát\s+nhân\s+dân|T(?:òa|oà)\s+án\s+nhân\s+dân|Chính\s+phủ|"
    rf"Quốc\s+hội|{'|'.join(_BODIES)})(?!\w)"
)
_PLAIN_NAME: Final = re.compile(
    rf"(?<!\w)(?P<kind>Luật|Pháp lệnh)\s+(?P<name>{_ORGANIZING}|(?:(?:{_PAIRS})(?:,|\s+và)\s+[^\W\d_]+|"
    rf"{_STOP}(?!{_LAW})(?!Sư\b)[A-ZĐÁÀẢÃẠĂÂÊÔƠƯÝÍÚÓÉ][^\W\d_]*)(?:\s+{_PLAIN_WORD}){{0,6}})"
)
_CODE: Final = re.compile(rf"(?<!\w)(?i:(?P<kind>bộ luật)\s+(?P<name>{'|'.join(_CODES)}))(?!\w)")
_CONSTITUTION: Final = re.compile(rf"(?<!\w)(?P<kind>Hiến pháp)(?:,?\s+{_YEAR})?(?!\w)")
_THIS: Final = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{'|'.join((*_BY_NAME, *_BY_SYMBOL, 'văn bản'))}))\s+này(?!\w)"
)
_SHORT: Final = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(map(re.escape, _SHORT_NAMES))})(?:,?\s+{_YEAR})?(?!\w)"
)
_HALF: Final = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(re.sub(r'^Bộ luật', '[Bb]ộ [Ll]uật', k) for k in _HALF_SHORT)})"
    rf"(?:,?\s+{_YEAR})?(?!\w)"
)
# All decrees since 1997 are the Government's, so newspapers leave its letters out.
_DECREE: Final = re.compile(
    r"(?<!\w)[Nn]ghị\s+định\s+(?:số\s*:?\s*)?(?P<number>\d{1,3})\s?/\s?(?P<year>(?:19|20)\d\d)"
    r"(?![\w/.-])(?!\s*/)"
)


def find_documents(text: str, names: Collection[str] = ()) -> list[DocumentToken]:
    """Documents that a composed text names, in order and without overlap; the surest reading wins.

    "Bộ luật Hình sự năm 2015" → Document("Bộ luật", "Hình sự", year=2015).
    """
    taken: list[DocumentToken] = []
    for token in _readings(text, names):
        place = bisect_left(taken, token.start, key=lambda other: other.start)
        is_free_before = place == 0 or taken[place - 1].end <= token.start
        if is_free_before and (place == len(taken) or token.end <= taken[place].start):
            taken.insert(place, token)
    return taken


def _readings(text: str, names: Collection[str]) -> Iterator[DocumentToken]:
    yield from _with_symbols(text)
    yield from _this(text)
    for match in _DECREE.finditer(text):
        symbol = Symbol(int(match["number"]), "NĐ", "CP", int(match["year"])).canonical
        document = Document("Nghị định", symbol=symbol, year=int(match["year"]))
        yield _token(text, document, match.start(), match.end())
    for match in _HALF.finditer(text):
        kind, name = _HALF_SHORT[_spelt_kind(match["kind"])]
        yield _token(text, Document(kind, name, year=_year(match)), match.start(), match.end())
    yield from _known(text, names)
    for pattern in (_DATED_NAME, _CODE, _CONSTITUTION, _PLAIN_NAME):
        for match in pattern.finditer(text):
            yield _named(text, match)
    for match in _SHORT.finditer(text):
        kind, name = _SHORT_NAMES[match["kind"]]
        yield _token(text, Document(kind, name, year=_year(match)), match.start(), match.end())


def _with_symbols(text: str) -> Iterator[DocumentToken]:
    for symbol, start, end in find_symbols(text):
        kind, name, said, begin = _words_before(text, start, symbol)
        year = symbol.year or said
        dated = _DATED.match(text, end)
        if dated:
            end = dated.end()
            year = symbol.year or int(dated["day_year"] or dated["year"])
        yield _token(text, Document(kind, name, symbol.canonical, year), begin, end)


def _words_before(text: str, start: int, symbol: Symbol) -> tuple[str, str, int | None, int]:
    """Kind, name, year and beginning of what stands before a symbol: "Luật Đất đai năm 2024 số "."""
    window = max(0, start - 200)
    for match in reversed(list(_KIND.finditer(text, window, start))):
        between = text[match.end() : start]
        kind = _spelt(match[0])
        if not _BEFORE_SYMBOL.fullmatch(between):
            break
        if not _suits(kind, symbol):
            continue
        name, year = _name_and_year(between)
        begin = match.start()
        amending = _AMENDING.search(text, window, begin)
        if amending and kind in _BY_NAME:
            whole = " ".join(text[amending.start() : match.end()].split())
            kind, rest = _split_kind(whole)
            name, begin = f"{rest} {name}".strip(), amending.start()
        return kind, _capital(name) if kind in _BY_NAME else "", year, begin
    marker = re.search(r"(?<!\w)[Ss]ố\s*:?\s*$", text[window:start])
    return symbol.type_name, "", None, window + marker.start() if marker else start


def _name_and_year(between: str) -> tuple[str, int | None]:
    """What stands between a kind and a symbol: " Đất đai năm 2024 số " is ("Đất đai", 2024)."""
    name = _NUMBER_WORD.sub("", between)
    year = None
    if said := _SAID_YEAR.search(name):
        name, year = name[: said.start()], int(said[1])
    return " ".join(name.split()).strip(" ,"), year


def _suits(kind: str, symbol: Symbol) -> bool:
    """A decree's number does not belong to the law that its title speaks of."""
    if symbol.type_name:
        expected = symbol.type_name
        return kind == expected or (expected == "Luật" and kind in _BY_NAME)
    return kind in _OF_PARLIAMENT if symbol.year else kind not in _BY_NAME


def _known(text: str, names: Collection[str]) -> Iterator[DocumentToken]:
    """Names that are told, the longest first; a year may follow."""
    wanted = sorted({n.strip() for n in names if n.startswith(_BY_NAME)}, key=len, reverse=True)
    if not wanted:
        return
    spelt = "|".join(re.sub(r"\\?\s+", r"\\s+", re.escape(name)) for name in wanted)
    for match in re.finditer(rf"(?<!\w)(?i:{spelt})(?!\w)(?:,?\s+{_YEAR})?", text):
        said = match[0][: match.start("year") - match.start()] if match["year"] else match[0]
        said = re.sub(r",?\s+(?:năm\s+)?$", "", said)
        kind, name = _split_kind(said)
        yield _token(
            text, Document(kind, _capital(name), year=_year(match)), match.start(), match.end()
        )


def _this(text: str) -> Iterator[DocumentToken]:
    for match in _THIS.finditer(text):
        kind = match["kind"].capitalize() if match["kind"].isupper() else match["kind"]
        document = Document(kind[0].upper() + kind[1:], is_this=True)
        yield DocumentToken(document, match.start(), match.end())


def _named(text: str, match: re.Match[str]) -> DocumentToken:
    groups = match.groupdict()
    words = (groups.get("name") or "").split()
    name = " ".join(_BODIES.get(word, word) for word in words)
    document = Document(_spelt(match["kind"]), _capital(name), year=_year(match))
    return _token(text, document, match.start(), match.end())


def _token(text: str, document: Document, start: int, end: int) -> DocumentToken:
    """With what says that the document was amended, which changes nothing about which one it is."""
    amended = _AMENDED.match(text, end)
    return DocumentToken(document, start, amended.end() if amended else end)


def _spelt_kind(words: str) -> str:
    """ "bộ luật HS" → "Bộ luật HS"."""
    kind, short = _split_kind(" ".join(words.split()))
    return f"{kind} {short}"


def _year(match: re.Match[str]) -> int | None:
    said = match.groupdict().get("year")
    return int(said) if said else None


def _split_kind(title: str) -> tuple[str, str]:
    """ "Bộ luật Hình sự" → ("Bộ luật", "Hình sự")."""
    for kind in (*_BY_NAME, *_BY_SYMBOL):
        if title.casefold().startswith(kind.casefold()):
            return kind, " ".join(title[len(kind) :].split())
    return "", title


def _capital(name: str) -> str:
    """ "hình sự" is called "Hình sự"; "sửa đổi, bổ sung" goes on as it began."""
    return name if name.startswith("sửa đổi") else name[:1].upper() + name[1:]


def _spelt(kind: str) -> str:
    """With its one capital, and single spaces."""
    return _split_kind(" ".join(kind.split()))[0] or kind
