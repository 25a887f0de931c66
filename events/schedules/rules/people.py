"""Names of people as schedules write them: "Đ/c Nguyễn Văn A - Viện trưởng"."""

import re
import unicodedata
from collections.abc import Iterator

from portal.core.text.compose import few_marks

_HONORIFIC = re.compile(
    r"^(?:các\s+)?(?:đ/c|đ\.c|đ\.\s?chí|đc|đồng\s+chí|ông|bà)(?=[\s.:])[\s.:]*", re.IGNORECASE
)
_POST_WORDS = (
    r"(?:pvt|vt|ksv(?:tc|cc)?|(?:phó\s+)?(?:viện\s+trưởng|trưởng\s+phòng|chánh\s+văn\s+phòng|chánh\s+thanh\s+tra)"
    r"|phó\s+phòng|kiểm\s+sát\s+viên(?:\s+(?:sơ|trung|cao)\s+cấp)?|kiểm\s+tra\s+viên)"
)
_POST = re.compile(r"^" + _POST_WORDS + r"[\s.:]+(?=\S)", re.IGNORECASE)
_ONLY_POST = re.compile(r"^" + _POST_WORDS + r"\b", re.IGNORECASE)
# What follows a name: "- Viện trưởng", "(chủ trì)", ", Phó Viện trưởng".
_AFTER = re.compile(r"\s*(?:[,;(]|\s[-–—]\s|\s[-–—]$).*$", re.DOTALL)
_BODIES = re.compile(
    r"\b(?:phòng|viện|ban|sở|các|toàn|đại\s+diện|lãnh\s+đạo|cán\s+bộ|công\s+chức|kiểm\s+sát\s+viên"
    r"|đoàn|tổ|hội|công\s+an|tòa|toà|ủy\s+ban|ubnd|vks|vksnd|văn\s+phòng|đơn\s+vị|thành\s+phần"
    r"|họp|làm\s+việc|dự|kiểm\s+sát|tiếp|nghỉ|trực|giao\s+ban|học|báo\s+cáo|lễ|huyện|tỉnh|xã)\b",
    re.IGNORECASE,
)
_LINES = re.compile(r"[;\n]")
_COMMAS = re.compile(r"(?:,|\bvà\b|(?<=\s)&(?=\s))\s*+")
_BRACKETS = re.compile(r"[()]")
# What may be a name with its post; longer texts are none, and are not looked at again and again.
_LONGEST = 120
_BULLET = re.compile(r"^\s*[-–—+*•●]\s*")


def person_key(name: str) -> str:
    """One key for the ways in which a schedule writes one person.

    "Đ/c Nguyễn Văn An - Viện trưởng" and "PVT. Nguyễn Văn An" are both "nguyễn văn an".
    """
    bare = _bare(name)
    return unicodedata.normalize("NFC", bare).casefold()


def is_person(name: str) -> bool:
    """Whether an attendee is one person and not a group or a body: "Nguyễn Văn An", not "các phòng"."""
    words = _bare(name).split()
    if not 2 <= len(words) <= 6 or _BODIES.search(" ".join(words)):
        return False
    return all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)


def names_a_person(text: str) -> bool:
    """Whether a cell is one person: by name, by address ("Đ/c Hùng") or by post."""
    if len(text) > _LONGEST:
        return False
    first = text.strip().split("\n")[0]
    if _HONORIFIC.match(first) or _ONLY_POST.match(first):
        return len(first.split()) <= 12
    return is_person(first)


def leader_named(text: str) -> str:
    """The one who is named in a cell: "Phó Viện trưởng" above "Nông Thị Mẫu" is the second line."""
    lines = [line.strip() for line in text.strip().split("\n")]
    return next((line for line in lines if is_person(line)), lines[0])


def split_names(text: str) -> tuple[str, ...]:
    """The names of a cell. A comma parts two names, but not a name from its post.

    "Đ/c Nguyễn Văn An, Viện trưởng, Lê Thị Bình" are two.
    """
    names: list[str] = []
    for line in _LINES.split(text):
        line = _BULLET.sub("", line).strip()
        if not line:
            continue
        names += _at_honorifics(line) if ";" in text else _at_commas(line)
    return tuple(dict.fromkeys(name for name in (name.strip(" ,;.") for name in names) if name))


def _at_honorifics(line: str) -> list[str]:
    """Where semicolons part the names a comma belongs to a post, unless another "Đ/c" follows it."""
    parts: list[str] = []
    for part in line.split(","):
        if parts and not _HONORIFIC.match(part.strip()):
            parts[-1] += f",{part}"
        else:
            parts.append(part)
    return parts


def _at_commas(line: str) -> list[str]:
    """ "Nguyễn Văn An, Viện trưởng, Lê Thị Bình" is parted at its second comma alone."""
    names: list[str] = []
    rest = 0
    commas = list(_commas(line))
    ends = (*(comma.start() for comma in commas[1:]), len(line))
    for comma, end in zip(commas, ends, strict=False):
        before = line[rest : comma.start()].rstrip()
        after = line[comma.end() : comma.end() + _LONGEST]
        if _parts_names(before, comma[0].strip(), line[comma.end() : end].rstrip(), after):
            names.append(before)
            rest = comma.end()
    return [*names, line[rest:]]


def _commas(line: str) -> Iterator[re.Match[str]]:
    """What may part names, but not within brackets: before a bracket that closes and was not opened since."""
    closed = -1
    for bracket in [*_BRACKETS.finditer(line), None]:
        start = closed
        closed = len(line) if bracket is None else bracket.start()
        if bracket is None or bracket[0] == "(":
            yield from _COMMAS.finditer(line, start + 1, closed)


def _parts_names(before: str, sign: str, following: str, after: str) -> bool:
    """Whether a comma, an "và" or an "&" stands between two names: `following` alone is the second one."""
    if following.isdigit():
        return False  # "Phòng 1, 2, 3" is no list of names
    is_post = _ONLY_POST.match(after) and not _HONORIFIC.match(after)
    if is_post and names_a_person(before) and not _POST.match(after):
        return False
    return sign == "," or (names_a_person(before) and names_a_person(following))


def _bare(name: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", few_marks(name)).split())
    text = _HONORIFIC.sub("", text)
    text = _POST.sub("", text) or text
    return _AFTER.sub("", text).strip(" .:-–—")
