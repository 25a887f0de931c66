"""Head and foot of an official document: who issues it, its number and dates, signer and recipients."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from .dates import complete, find_dates
from .people import is_person
from .plain import folded_words, one_line

_NUMBER: Final = re.compile(
    r"(?:\bSố\s*+(?:[:.]\s*+)?(\d{1,4})\s*+(?:/|-)\s*+[^\W\d_])|\b(\d{1,4})\s*+/\s*+LLV\b",
    re.IGNORECASE,
)
_ISSUED: Final = re.compile(
    r"^(?P<place>[^\d,]{2,60}),\s*(?=ngày\s*\d{1,2}\s*(?:tháng|[/.])\s*\d{1,2}\s*(?:năm|[/.])\s*\d{4})",
    re.IGNORECASE,
)
_AMENDMENT: Final = re.compile(r"(điều chỉnh lần\s+\d+\s+ngày\s+[\d/.]+)", re.IGNORECASE)
_BODY: Final = re.compile(r"^(?:VIỆN|PHÒNG|VĂN PHÒNG|THANH TRA|CỤC|VỤ|TRƯỜNG|VKSND|VKS)\b")
_POST: Final = re.compile(
    r"^(?:(?:KT|TL|TM|TUQ|Q)\s?\.|(?:PHÓ\s+)?(?:VIỆN\s+TRƯỞNG|CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+PHÒNG"
    r"|CHÁNH\s+THANH\s+TRA)|NGƯỜI\s+(?:LẬP|KÝ))",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(r"^[\s\W_]*$|^\(?(?:đã\s+ký|ký\s+tên|ký)\)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Letterhead:
    number: int | None = None
    issuer: str = ""
    unit_name: str = ""
    place_of_issue: str = ""
    issued_on: date | None = None
    amendment: str = ""
    signer: str = ""
    signer_post: str = ""
    recipients: tuple[str, ...] = ()


def begins_foot(texts: Iterable[str]) -> bool:
    """Whether these cells (or this paragraph) begin what stands below the schedule."""
    texts = list(texts)
    if any(folded_words(text).startswith("noi nhan") for text in texts):
        return True
    return len(texts) == 1 and bool(_POST.match(texts[0])) and texts[0].split("\n")[0].isupper()


def is_letterhead(texts: Iterable[str]) -> bool:
    return any("cong hoa xa hoi chu nghia viet nam" in folded_words(text) for text in texts)


def read_letterhead(head: Sequence[str], foot: Sequence[str]) -> Letterhead:
    """Each text is a cell or a paragraph, its lines kept."""
    found = Letterhead()
    for text in head:
        for line in text.split("\n"):
            found = _head_line(found, line)
    issuer, unit_name = _bodies(head)
    recipients, signature = _parts_of_foot(foot)
    post, signer = _signature(signature)
    return replace(
        found,
        issuer=issuer,
        unit_name=unit_name,
        recipients=recipients,
        signer=signer,
        signer_post=post,
    )


def _head_line(found: Letterhead, line: str) -> Letterhead:
    if found.number is None and (number := _NUMBER.search(line)):
        found = replace(found, number=int(number[1] or number[2]))
    if found.issued_on is None and (issued := _ISSUED.match(line)):
        dates = find_dates(line)
        day = complete(dates[0], None) if dates else None
        found = replace(found, place_of_issue=issued["place"].strip(), issued_on=day)
    if not found.amendment and (amendment := _AMENDMENT.search(line)):
        text = one_line(amendment[1]).rstrip(".")
        found = replace(found, amendment=text[0].upper() + text[1:])
    return found


def _bodies(head: Sequence[str]) -> tuple[str, str]:
    """The body above and the one that issues: the lines in capitals before the number.

    "VIỆN KIỂM SÁT NHÂN DÂN" above "TỈNH …" is one body on two lines.
    """
    names: list[list[str]] = []
    for line in _lines_before_number(head):
        if _BODY.match(line) and line.isupper():
            names.append([line])
        elif names and line.isupper() and not _NOISE.match(line):
            names[-1].append(line)
    if not names:
        return "", ""
    *above, own = (" ".join(lines) for lines in names)
    return " ".join(above), own


def _lines_before_number(head: Sequence[str]) -> Iterator[str]:
    """Without the motto of the republic, which may stand in between, and up to the title at most."""
    texts = [text for text in head if not is_letterhead([text])]
    for line in "\n".join(texts).split("\n"):
        bare = line.strip(" -–—_.")
        if _NUMBER.search(line) or "LỊCH" in bare:
            return
        yield bare


def _parts_of_foot(foot: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The recipients, and the lines of the signature that stands beside or below them."""
    lines = list(_foot_lines(foot))
    recipients = (one_line(line.strip(" -–—+•;.")) for line, is_recipient in lines if is_recipient)
    signature = [line for line, is_recipient in lines if not is_recipient]
    return tuple(filter(None, recipients)), signature


def _foot_lines(foot: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is of the recipients: "- Phòng 1;" below "Nơi nhận:" is one of them."""
    is_list = False
    for text in foot:
        for line in text.split("\n"):
            bare = line.strip()
            if folded_words(bare).startswith("noi nhan"):
                is_list = True
                bare = bare.partition(":")[2].strip()
            is_list = is_list and not _signs(bare)
            yield bare, is_list
        # A list of recipients that fills a cell of its own ends with that cell.
        is_list = is_list and "\n" not in text


def _signs(line: str) -> bool:
    """A post or a name that is no point of the list of recipients."""
    is_named = bool(_POST.match(line)) or is_person(line)
    return is_named and not line.startswith("-")


def _signature(lines: Sequence[str]) -> tuple[str, str]:
    useful = [line for line in lines if not _NOISE.match(line)]
    post = [line for line in useful if _POST.match(line)]
    names = [line for line in useful if not _POST.match(line) and is_person(line)]
    return "\n".join(post), names[-1] if names else ""
