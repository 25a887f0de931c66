"""Names of people as schedules write them: "Đ/c Nguyễn Văn A - Viện trưởng"."""

import re
import unicodedata

_HONORIFIC = re.compile(
    r"^(?:các\s+)?(?:đ/c|đ\.c|đc|đồng\s+chí|ông|bà)(?=[\s.:])[\s.:]*", re.IGNORECASE
)
_POST = re.compile(
    r"^(?:pvt|vt|(?:phó\s+)?(?:viện\s+trưởng|trưởng\s+phòng|chánh\s+văn\s+phòng))[\s.:]+(?=\S)",
    re.IGNORECASE,
)
# What follows a name: "- Viện trưởng", "(chủ trì)", ", Phó Viện trưởng".
_AFTER = re.compile(r"\s*(?:[,;(]|\s[-–—]\s|\s[-–—]$).*$", re.DOTALL)
_BODIES = re.compile(
    r"\b(?:phòng|viện|ban|sở|các|toàn|đại\s+diện|lãnh\s+đạo|cán\s+bộ|công\s+chức|kiểm\s+sát\s+viên"
    r"|đoàn|tổ|hội|công\s+an|tòa|toà|ủy\s+ban|ubnd|vks|vksnd|văn\s+phòng|đơn\s+vị|thành\s+phần)\b",
    re.IGNORECASE,
)


def person_key(name: str) -> str:
    """One key for the ways in which a schedule writes one person."""
    bare = _bare(name)
    return unicodedata.normalize("NFC", bare).casefold()


def is_person(name: str) -> bool:
    """Whether an attendee is one person and not a group or a body."""
    words = _bare(name).split()
    if not 2 <= len(words) <= 6 or _BODIES.search(" ".join(words)):
        return False
    return all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)


def _bare(name: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", name).split())
    text = _HONORIFIC.sub("", text)
    text = _POST.sub("", text) or text
    return _AFTER.sub("", text).strip(" .:-–—")
