"""Names, numbers and roles in a trial: what must not stand in public beside each other.

Rules of thumb for a warning to a person; nothing is decided by them. The presumption of innocence
(Constitution 2013, article 31) and the law on personal data (91/2025) are why they exist.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import takewhile
from typing import Final, NamedTuple

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
    "người bị buộc tội", "người bị tạm giữ", "trẻ em", "cháu bé", "người chưa thành niên",
    "vị thành niên", "chưa đủ 18 tuổi", "người bị bắt", "người bị kết án", "bị án", "phạm nhân",
    "nghi phạm", "nghi can", "bị bắt quả tang", "bị khởi tố", "bị truy tố", "bị xét xử",
)  # fmt: skip
# Everyday words, which speak of a person only right before his name.
ROLES_BEFORE: Final = ("đối tượng", "khởi tố", "truy tố", "tuyên phạt", "xử phạt", "bắt quả tang")
NEAR: Final = 12  # words between the name and the role
AGE_NEAR: Final = 4
BEFORE_NEAR: Final = 4
OF_AGE: Final = 18
MAX_NAME: Final = 5
MIN_SHOUTED: Final = 3

# Whoever bears one of these takes part in a trial by his office. Before the name, or after it.
_OFFICES: Final = frozenset(
    name.strip()
    for name in """
    kiểm sát viên, kiểm tra viên, điều tra viên, thẩm phán, thư ký, hội thẩm, hội thẩm nhân dân, chánh án,
    viện trưởng, phó viện trưởng, trưởng phòng, phó trưởng phòng, chánh văn phòng, luật sư, đồng chí, đ c,
    trợ giúp viên pháp lý, bào chữa viên, bí thư, chủ tịch, kiểm sát viên sơ cấp, kiểm sát viên trung cấp,
    kiểm sát viên cao cấp, chủ tọa phiên tòa, trưởng ban, giám định viên, thẩm tra viên, chấp hành viên
    """.split(",")  # noqa: SIM905
)
_LONGEST_OFFICE: Final = 5  # words
_WORD: Final = re.compile(r"\w+|[.!?\n,]")
_STOP: Final = frozenset(".!?\n")
_INVENTED: Final = "mẫu"
_FAMILY: Final = frozenset(name.casefold() for name in FAMILY_NAMES)
# Whatever stands before these is a family name.
_MIDDLE: Final = frozenset({"văn", "thị"})
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

_GAP: Final = r"[ .\-\u2010-\u2013\u00b7\u00a0]"
# A comma between two numbers parts them ("0912345678,0987654321"); one inside a number is a decimal's.
_DIGITS: Final = re.compile(
    rf"(?<![\w/.-])(?<!\d,)(?:\(\+?\d{{1,5}}\){_GAP}?|\+)?\d(?:{_GAP}?\d){{5,13}}(?![\w/]|[.-]?\d|,\d{{1,7}}\b)"
    rf"|(?<=\d{{8}},)0\d{{8,11}}(?![\w/]|[.,-]?\d)"
)
_MONEY: Final = re.compile(r"\s*(?:đồng|đ|vnđ|vnd|triệu|tỷ|tỉ|usd)\b", re.IGNORECASE)
_IDENTITY: Final = re.compile(
    r"(?:cccd|cmnd|cmtnd|cmt|căn cước(?: công dân)?|chứng minh(?: thư)?(?: nhân dân)?|"
    r"định danh(?: cá nhân)?)[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_BEFORE_NUMBER: Final = 60
_PASSPORT: Final = re.compile(r"hộ chiếu[^\d\n]{0,25}?\b([A-Z] ?\d{7})\b", re.IGNORECASE)
# The first three digits of a CCCD number are a province's code, up to 096.
_CITIZEN: Final = re.compile(r"0(?:[0-8]\d|9[0-6])\d{9}")


def names_in(words: list[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of runs of words that look like a Vietnamese full name."""
    position = 0
    while position < len(words):
        end = _end_of_run(words, position)
        if end - position >= 2 and _looks_like_name(words, position, end):
            yield position, end
            position = end
        else:
            position += 1


def _end_of_run(words: list[str], start: int) -> int:
    """Where a run of capitalised words ends; of words in capitals only a run as short as a name, because
    in a shouted heading every word looks like one."""
    ahead = words[start : start + MAX_NAME + 1]
    length = _length_of_run(ahead[:MAX_NAME], _is_capitalised)
    shouted = _length_of_run(ahead, _is_shouted)
    begins = start == 0 or not _is_shouted(words[start - 1])
    if begins and MIN_SHOUTED <= shouted <= MAX_NAME and len(words[start]) > 1:
        length = max(length, shouted)
    return start + length


def _length_of_run(words: list[str], holds: Callable[[str], bool]) -> int:
    """How many words it holds for, from the first on."""
    return sum(1 for _word in takewhile(holds, words))


def _is_shouted(word: str) -> bool:
    return word.isupper() and is_syllable(word.lower())


def _is_capitalised(word: str) -> bool:
    if len(word) == 1:
        return word.isupper()
    return word[:1].isupper() and word[1:].islower() and is_syllable(word)


def _looks_like_name(words: list[str], start: int, end: int) -> bool:
    """Whether a run of capitalised words is a person's name, and one that could be found in life.

    "Nguyễn Văn Bình" is; "Nguyễn Văn A" hides one, "Cao Lộc" and "xã Hoàng Văn Thụ" are places, and
    "Nguyễn Văn Mẫn mẫu" says of itself that it is made up.
    """
    name = words[start:end]
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if _hides_a_name(name) or not _begins_like_a_name(name):
        return False
    if _is_a_place(name, before) or _is_rest_of_a_run(name, before):
        return False
    return after.casefold() != _INVENTED


def _hides_a_name(name: list[str]) -> bool:
    return len(name[-1]) == 1


def _begins_like_a_name(name: list[str]) -> bool:
    middle = name[1].casefold() if len(name) > 2 else ""
    return name[0].casefold() in _FAMILY or middle in _MIDDLE


def _is_a_place(name: list[str], before: str) -> bool:
    return before.casefold() in _BEFORE_PLACE or fold(" ".join(name)) in _PLACES


def _is_rest_of_a_run(name: list[str], before: str) -> bool:
    """The last two words of a longer run that is no name: "Mai Sao" of "Tràng Định Mai Sao"."""
    return len(name) == 2 and _is_capitalised(before)


def exposed_people(text: str, today: date) -> list[str]:
    """Excerpts of a composed ``text`` in which a full name stands near a role in a trial, or near an age
    or a year of birth that make a minor of its bearer.

    "Bị cáo Nguyễn Văn Bình khai" is one; "bị cáo N.V.B khai" and "Kiểm sát viên Nguyễn Văn An" are none.
    """
    found = []
    for words in _sentences(text):
        marks = _Marks(
            roles=_spots(words, _ROLE_WORDS),
            before=_spots(words, _ROLE_WORDS_BEFORE),
            minors=_ages_of_minors(words, today),
        )
        for start, end in names_in(words) if any(marks) else ():
            if _is_exposed(words, start, end, marks):
                found.append(" ".join(words[max(0, start - 6) : end + 6]).replace(" ,", ","))
    return found


class _Marks(NamedTuple):
    """Where a sentence speaks of a role, of what comes right before the name of an accused, of a minor."""

    roles: list[int]
    before: list[int]
    minors: list[int]


def _is_exposed(words: list[str], start: int, end: int, marks: _Marks) -> bool:
    """Whether one of the marks belongs to the name at `start` to `end`."""
    if _is_near(marks.before, start, start - 1, BEFORE_NEAR, after=0):
        return True
    if _is_near(marks.minors, start, end, AGE_NEAR):
        return True
    has_role = _is_near(marks.roles, start, end, NEAR)
    return has_role and not _holds_office(words, start, end, marks.roles)


def _is_near(
    spots: list[int], start: int, end: int, distance: int, after: int | None = None
) -> bool:
    """Whether one of the spots, which are in order, is that near; `after` is the distance behind the end."""
    place = bisect_left(spots, start - distance)
    last = end + (distance if after is None else after)
    return place < len(spots) and spots[place] <= last


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
_ROLE_WORDS_BEFORE: Final = tuple(tuple(role.split()) for role in ROLES_BEFORE)


def _spots(words: list[str], roles: tuple[tuple[str, ...], ...]) -> list[int]:
    small = [word.casefold() for word in words]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for role in roles:
        by_first.setdefault(role[0], []).append(role)
    return [
        index
        for index, word in enumerate(small)
        if any(tuple(small[index : index + len(role)]) == role for role in by_first.get(word, ()))
    ]


def _ages_of_minors(words: list[str], today: date) -> list[int]:
    """Where "15 tuổi" or "sinh năm 2012" stands."""
    return [
        index
        for index, word in enumerate(words)
        if word.isdecimal() and len(word) <= 4 and _tells_of_a_minor(words, index, today)
    ]


def _tells_of_a_minor(words: list[str], index: int, today: date) -> bool:
    """Whether the number at `index` is an age below 18, or a year of birth that makes one."""
    number = int(words[index])
    before = " ".join(words[max(0, index - 2) : index]).casefold()
    after = " ".join(words[index + 1 : index + 2]).casefold()
    is_year_of_birth = before == "sinh năm" or before.endswith("sn")
    if is_year_of_birth and 0 <= today.year - number < OF_AGE:
        return True
    return after == "tuổi" and number < OF_AGE


def _holds_office(words: list[str], start: int, end: int, spots: list[int]) -> bool:
    """Whether an office stands right before the name ("Kiểm sát viên Nguyễn Văn An"), or right after it
    and no role before it ("bị cáo Nguyễn Văn An, luật sư …" speaks of another's office)."""
    sizes = range(1, _LONGEST_OFFICE + 1)
    if any(_joined(words[max(0, start - size) : start]) in _OFFICES for size in sizes):
        return True
    accused = _is_near(spots, start, start - 1, _LONGEST_OFFICE, after=0)
    end += words[end : end + 1] == [","]
    return not accused and any(_joined(words[end : end + size]) in _OFFICES for size in sizes)


def _joined(words: list[str]) -> str:
    return " ".join(words).casefold()


def private_numbers(text: str, public: Collection[str]) -> Iterator[tuple[str, str]]:
    """("identity" or "phone", the number as written) for each that is not a public one.

    "CCCD số 020095001234" gives an identity, "gọi 0987 654 321" a telephone; "1.234.567 đồng" is money.
    """
    for match in _PASSPORT.finditer(text):
        yield "identity", match[1]
    for match in _DIGITS.finditer(text):
        number = match[0]
        digits = re.sub(r"\D", "", number)
        if _MONEY.match(text, match.end()):
            continue
        before = text[max(0, match.start() - _BEFORE_NUMBER) : match.start()]
        if _is_identity(digits, before, number):
            yield "identity", number
        elif (national := _national(number)) and national not in public:
            yield "phone", number


def _is_identity(digits: str, before: str, number: str) -> bool:
    if len(digits) == 12 and number[0] not in "+(" and _CITIZEN.fullmatch(digits):
        return True
    return len(digits) in (9, 12) and bool(_IDENTITY.search(before))


def _national(number: str) -> str:
    """Digits of a telephone number as people dial it, "" for any other number."""
    digits = re.sub(r"\D", "", number)
    if digits.startswith("084"):  # "(084) 912…", a slip for +84
        digits = digits[1:]
    if digits.startswith("84") and ("(" in number or "+" in number):
        digits = f"0{digits[2:].removeprefix('0')}"
    try:
        return "0" + phone_e164(digits).removeprefix("+84")
    except ValueError:
        return ""


def national_digits(numbers: Collection[str]) -> frozenset[str]:
    """What `private_numbers` compares with, for numbers as people typed them."""
    return frozenset(filter(None, map(_national, numbers)))
