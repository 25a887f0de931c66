"""Điểm, khoản, điều in running text: groups of items of one level, and chains of groups."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final


class Level(IntEnum):
    """From the innermost outwards."""

    POINT = 0
    CLAUSE = 1
    ARTICLE = 2


@dataclass(frozen=True)
class Group:
    """ "khoản 1, 2 và 4": one level, several items. `is_short`: written with abbreviations ("k1 Đ51")."""

    level: Level
    items: tuple[str, ...]
    start: int
    end: int
    is_short: bool = False
    is_joined_by_and: bool = False  # with the group before it


# Words that end in "điểm" or "khoản" and mean something else.
_NO_POINT: Final = (
    "thời", "địa", "quan", "đặc", "trọng", "ưu", "nhược", "khuyết", "cao", "giao", "tiêu", "yếu",
    "luận", "thí", "tâm", "chấm", "cực", "bưu", "chốt", "nút", "tụ",
)  # fmt: skip
_NO_CLAUSE: Final = ("tài", "điều", "chuyển", "ngân", "bồi", "trái")
# After a number these make it a quantity: "Điều 249, 2 bị cáo", "Điều 5 và 2 điều khác".
_COUNTED: Final = (
    "người", "bị", "năm", "tháng", "ngày", "giờ", "phút", "lần", "vụ", "đồng", "triệu", "tỷ", "tỉ",
    "nghìn", "trường hợp", "đối tượng", "văn bản", "cơ quan", "tổ chức", "đơn vị", "cá nhân", "huyện",
    "xã", "tỉnh", "cuộc", "tin", "bản", "hồ sơ", "án", "nội dung", "kg", "gam", "gram", "ha", "km", "m",
    "điều(?!\\s*\\d)", "khoản(?!\\s*\\d)",
)  # fmt: skip

_S: Final = r"\s*"
_NOT_COUNTED: Final = rf"(?!\s+(?:{'|'.join(_COUNTED)})(?!\w)|\s*%|\s?\()"
_NUMBER: Final = r"\d{1,4}[a-zđ]?(?!\w)(?!\.\d)(?!\s?/\s?\d)"
_LETTER: Final = r"(?:[a-zđ]\d{0,2}|[A-ZĐ](?=\s*,?\s*(?:(?i:khoản|điều)\s)))(?!\w)(?!\s+tế\b)"
_AND: Final = r"(?:,\s*)?(?:và|hoặc|hay)"
_TO: Final = r"(?:đến|tới|-|–|—)"


def _group(name: str, word: str, item: str, further: str, not_after: tuple[str, ...]) -> str:
    """ "từ khoản 1 đến khoản 3", "các khoản 1, 2 và 4", "khoản 1 - 3"."""
    guard = "".join(f"(?<!{head} )(?<!{head.capitalize()} )" for head in not_after)
    again = rf"(?:(?i:{word})\s+)?"
    span = rf"(?:{_S}{_TO}{_S}(?:hết\s+)?{again}{further})?"
    more = rf"(?:{_S}(?:{_AND}\s+|[,;]{_S}){further}{span}){{0,30}}"
    return (
        rf"(?P<{name}>(?<!\w)(?:(?i:từ|các)\s+)?{guard}(?i:{word})\s+(?:từ\s+)?"
        rf"(?:này(?!\w)|{item}{span}{more}))"
    )


_LONG: Final = (
    _group("point", "điểm", _LETTER, _LETTER, _NO_POINT),
    _group("clause", "khoản", _NUMBER, _NUMBER + _NOT_COUNTED, _NO_CLAUSE),
    _group("article", "điều", _NUMBER, _NUMBER + _NOT_COUNTED, ()),
)
# As files of cases have them: "đ s k 1 Đ 51". Small đ and a letter, capital Đ and a number.
_SHORT: Final = (
    r"(?P<short_point>(?<!\w)đ\.?\s?[a-zđ](?!\w))",
    # "i, s khoản 1 Điều 51": letters alone, told by what follows them.
    r"(?P<bare_point>(?<![\w-])[a-zđ](?:(?:,\s*|\s+và\s+)[a-zđ]){0,20}(?=,?\s+khoản\s+\d)"
    r"(?!\w))",
    r"(?P<short_clause>(?<!\w)[kK]\.?\s?\d{1,2}(?![a-zA-Z0-9]))",
    r"(?P<short_article>(?<![^\W\d])Đ\.?\s?\d{1,3}[a-z]?(?!\w))",
)
_GROUPS: Final = re.compile("|".join([*_LONG, *_SHORT]))
_ITEM: Final = re.compile(rf"({_NUMBER}|(?<!\w){_LETTER})(?:{_S}{_TO}{_S}(?:[^\W\d]+\s+){{0,2}}"
                          rf"({_NUMBER}|(?<!\w){_LETTER}))?")  # fmt: skip
_FIRST_WORDS: Final = re.compile(
    r"(?:(?:từ|các)\s+)?(?:điểm|khoản|điều)\s+(?:từ\s+)?", re.IGNORECASE
)
_REPEATED: Final = re.compile(r"(?<=\s)(?:điểm|khoản|điều|hết)\s+", re.IGNORECASE)

# No sentence has more; a flood of "điểm a, điểm a, …" is cut.
_MOST_GROUPS: Final = 60
_LINK_WORDS: Final = r"(?:và|hoặc|hay|cùng|với|của|tại|thuộc|trong|các|theo|từ|đến|được|quy định)"
_LINK: Final = re.compile(rf"[\s,;]*(?:{_LINK_WORDS}[\s,]+)*")
_PART: Final = r"(?:,?\s*(?:Phần|Chương|Mục|Tiểu mục)\s+(?:thứ\s+)?\w+)?"
_TO_DOCUMENT: Final = re.compile(
    rf"{_PART}{_PART}[\s,]*(?:(?:của|tại|trong|thuộc|theo|các|được|quy định)[\s,]+)*"
)
_FROM_DOCUMENT: Final = re.compile(r"\s*[,(:]?\s*(?:tại\s+|ở\s+)?(?:các\s+)?")
_HAS_AND: Final = re.compile(r"(?<!\w)(?:và|hoặc|hay|cùng)(?!\w)")


def find_groups(text: str, taken: list[tuple[int, int]]) -> list[Group]:
    """Groups in a composed text, outside the spans (in order) that names of documents have taken.

    "điểm a, b khoản 2 Điều 5" → a group of points (a, b), one of clauses (2) and one of articles (5).
    """
    found = []
    ends = [end for _start, end in taken]
    for match in _GROUPS.finditer(text):
        place = bisect_right(ends, match.start())
        if place < len(taken) and taken[place][0] < match.end():
            continue
        kind = match.lastgroup or ""
        level = Level[kind.rpartition("_")[2].upper()]
        is_short = "_" in kind
        items = _short_item(match[0]) if kind.startswith("short_") else _items(match[0])
        if items:
            found.append(Group(level, items, match.start(), match.end(), is_short))
    return found


def chains(text: str, groups: list[Group], document_starts: list[int]) -> Iterator[list[Group]]:
    """Groups that belong together: nothing but linking words, and no document, between them.

    "khoản 2 Điều 5 và Điều 6" is one chain; "khoản 2 Luật Đất đai, Điều 6" are two.
    """
    chain: list[Group] = []
    for group in groups:
        if chain:
            last = chain[-1].end
            between = text[last : group.start]
            parted = _has_between(document_starts, last, group.start)
            if parted or len(chain) >= _MOST_GROUPS or not _LINK.fullmatch(between):
                yield chain
                chain = []
            elif _HAS_AND.search(between):
                group = replace(group, is_joined_by_and=True)
        chain.append(group)
    if chain:
        yield chain


def _has_between(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, is at `start` or behind it, and before `end`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def leads_to(text: str, start: int, end: int) -> bool:
    """Whether a chain belongs to the document behind these words: " của ", " Chương II "."""
    return bool(_TO_DOCUMENT.fullmatch(text, start, end))


def follows(text: str, start: int, end: int) -> bool:
    """Whether a chain belongs to the document before these words: "Luật Đất đai, tại Điều 5"."""
    return start <= end and bool(_FROM_DOCUMENT.fullmatch(text, start, end))


def _short_item(words: str) -> tuple[str, ...]:
    return (words.lstrip("đĐkK").lstrip(". ").strip(),)


def _items(words: str) -> tuple[str, ...]:
    rest = _FIRST_WORDS.sub("", words.lower(), count=1)
    if rest.strip() == "này":
        return ("này",)
    rest = _REPEATED.sub("", rest)
    found = []
    for match in _ITEM.finditer(rest):
        first, last = match[1], match[2] or ""
        found.append(f"{first}–{last}" if last and last != first else first)
    return tuple(dict.fromkeys(found))
