"""Names, numbers and roles in a trial: what must not stand in public beside each other.

Rules of thumb for a warning to a person; nothing is decided by them. The presumption of innocence
(Constitution 2013, article 31) and the law on personal data (91/2025) are why they exist.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from portal.core.text import fold, phone_e164
from portal.core.text.syllables import is_syllable

FAMILY_NAMES: Final = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Trịnh Mai
    Đào Cao Hà Lương Trương Tạ Phùng Tô Vi Nông Lưu Hứa Chu Triệu Bế Hoàn Lăng La Lộc Mã Ma Đàm Đồng
    Tống Thái Tăng Quách Quan Từ Vương Viên Ninh Nghiêm Mạc Lục Kiều Khổng Kim Hùng Giáp Doãn Diệp
    Châu Bạch Âu An Ân Chúc Chẩu Dịch Long Lò Linh Lô Lôi Lường Mông Sầm Sùng Thào Tẩn Vàng Vừ Giàng
    """.split()  # noqa: SIM905
)
ROLES: Final = (
    "bị can", "bị cáo", "nạn nhân", "người bị hại", "bị hại", "người dưới 18 tuổi",
    "người bị buộc tội", "người bị tạm giữ", "trẻ em", "cháu bé",
)  # fmt: skip
NEAR: Final = 12  # words between the name and the role
MAX_NAME: Final = 5

_WORD: Final = re.compile(r"\w+|[.!?\n]")
_STOP: Final = frozenset(".!?\n")
_INVENTED: Final = "mẫu"
_FAMILY: Final = frozenset(name.casefold() for name in FAMILY_NAMES)
# Offices and places that begin like a name: "Cao Lộc", "Lâm Đồng", "Hà Nội", "Kim Đồng".
_PLACES: Final = frozenset(
    fold(name)
    for name in (
        "Cao Lộc", "Cao Bằng", "Hà Nội", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Lâm Đồng", "Thái Nguyên",
        "Thái Bình", "Thái Lan", "Ninh Bình", "Ninh Thuận", "Long An", "An Giang", "Đồng Nai",
        "Đồng Tháp", "Vi Phạm", "Bạch Thông", "Đồng Đăng", "Lộc Bình", "Tô Hiệu", "Trần Phú",
        "Hùng Vương", "Lý Thái Tổ", "An Ninh", "Đồng Mỏ", "Hồ Chí Minh", "Mã Pì Lèng", "Quan Sơn",
        "Mai Pha", "Hoàng Văn Thụ", "Long Đống",
    )
)  # fmt: skip
_BEFORE_PLACE: Final = frozenset(
    """xã phường huyện tỉnh thành phố thôn bản đường khu vực quận thị trấn trường tp cầu""".split()  # noqa: SIM905
)

_DIGITS: Final = re.compile(r"(?<![\w/.,-])\+?\d(?:[ .\-\u00a0]?\d){7,13}(?![\w/]|[.,-]?\d)")
_IDENTITY: Final = re.compile(
    r"(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?)"
    r"[^\d\n]{0,25}$",
    re.IGNORECASE,
)
# The first three digits of a CCCD number are a province's code, up to 096.
_CITIZEN: Final = re.compile(r"0(?:[0-8]\d|9[0-6])\d{9}")


def names_in(words: list[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of runs of words that look like a Vietnamese full name."""
    position = 0
    while position < len(words):
        end = position
        while end < len(words) and end - position < MAX_NAME and _is_capitalised(words[end]):
            end += 1
        if end - position >= 2 and _looks_like_name(words, position, end):
            yield position, end
            position = end
        else:
            position += 1


def _is_capitalised(word: str) -> bool:
    if len(word) == 1:
        return word.isupper()
    return word[:1].isupper() and word[1:].islower() and is_syllable(word)


def _looks_like_name(words: list[str], start: int, end: int) -> bool:
    # "Nguyễn Văn A" is how a text hides a name.
    if words[start].casefold() not in _FAMILY or len(words[end - 1]) == 1:
        return False
    if start and words[start - 1].casefold() in _BEFORE_PLACE:
        return False
    whole = fold(" ".join(words[start:end]))
    if whole in _PLACES or (end - start == 2 and start and _is_capitalised(words[start - 1])):
        return False
    after = words[end].casefold() if end < len(words) else ""
    return after != _INVENTED


def exposed_people(text: str) -> list[str]:
    """Excerpts of a composed ``text`` in which a full name stands near a role in a trial."""
    found = []
    for words in _sentences(text):
        spots = _role_spots(words)
        if not spots:
            continue
        for start, end in names_in(words):
            if any(start - NEAR <= spot <= end + NEAR for spot in spots):
                found.append(" ".join(words[max(0, start - 6) : end + 6]))
    return found


def _sentences(text: str) -> Iterator[list[str]]:
    current: list[str] = []
    for token in _WORD.findall(text):
        if token in _STOP:
            yield current
            current = []
        else:
            current.append(token)
    yield current


_ROLE_WORDS: Final = tuple(tuple(role.split()) for role in ROLES)


def _role_spots(words: list[str]) -> list[int]:
    small = [word.casefold() for word in words]
    return [
        index
        for index in range(len(small))
        if any(tuple(small[index : index + len(role)]) == role for role in _ROLE_WORDS)
    ]


def private_numbers(text: str, public: Collection[str]) -> Iterator[tuple[str, str]]:
    """("identity" or "phone", the number as written) for each that is not a public one."""
    for match in _DIGITS.finditer(text):
        number = match[0]
        digits = re.sub(r"\D", "", number)
        if _is_identity(digits, text[: match.start()], number):
            yield "identity", number
        elif (national := _national(number)) and national not in public:
            yield "phone", number


def _is_identity(digits: str, before: str, number: str) -> bool:
    if len(digits) == 12 and not number.startswith("+") and _CITIZEN.fullmatch(digits):
        return True
    return len(digits) in (9, 12) and bool(_IDENTITY.search(before[-60:]))


def _national(number: str) -> str:
    """Digits of a telephone number as people dial it, "" for any other number."""
    try:
        return "0" + phone_e164(number).removeprefix("+84")
    except ValueError:
        return ""


def national_digits(numbers: Collection[str]) -> frozenset[str]:
    """What `private_numbers` compares with, for numbers as people typed them."""
    return frozenset(filter(None, map(_national, numbers)))
