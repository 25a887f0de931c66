"""A week as an official document (Decree 30/2020): what stands where, before any writer draws it.

Plain Python. What comes in has passed the gate (`rules.week.public_part`), or is a member's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from events.schedules.rules.dates import WEEKDAYS
from events.schedules.rules.week import (
    MARK_WORDS,
    SESSION_WORDS,
    Entry,
    Mark,
    Week,
    in_order,
    symbol,
    title,
    written,
)

COUNTRY: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS: Final = "Nơi nhận:"
INTERNAL: Final = "BẢN NỘI BỘ - KHÔNG PHỔ BIẾN"
# Millimetres. A table of six columns needs the paper's long side; Decree 30/2020 allows that for tables.
PAGE_SIZE: Final = (297, 210)
MARGINS: Final = {"top": 20, "bottom": 20, "left": 30, "right": 15}
FONT_SIZE: Final = 13

# Letters that neither XML nor a font knows: controls, halves of pairs, what is no character.
_UNWRITABLE: Final = ("Cc", "Cs", "Cn", "Co")
_FOR_ANOTHER: Final = re.compile(
    r"^((?:KT|TL|TM|TUQ|Q)\s?\.\s*(?:(?:PHÓ )?VIỆN TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|CHÁNH THANH TRA"
    r"|ỦY BAN KIỂM SÁT|BAN CÁN SỰ))\s+(\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OfficialColumn:
    """`share` is the part of the table's width that the column asks for."""

    heading: str
    share: int
    text: Callable[[Entry], str]
    is_always_there: bool = False


@dataclass(frozen=True)
class OfficialRow:
    """`day` is said in the first row of each day. `length` rows belong to that day."""

    day: str
    length: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class OfficialPaper:
    issuer: str
    unit_name: str
    number: str
    place_and_date: str
    title: tuple[str, ...]
    amendment: str
    headings: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[OfficialRow, ...]
    recipients: tuple[str, ...]
    signer_post: tuple[str, ...]
    signer: str
    is_internal: bool
    heading_line: str  # the whole title in one line, for the file's own data

    @property
    def widths(self) -> tuple[float, ...]:
        """Millimetres of each column; together the width between the margins."""
        room = PAGE_SIZE[0] - MARGINS["left"] - MARGINS["right"]
        return tuple(room * share / sum(self.shares) for share in self.shares)


COLUMNS: Final = (
    OfficialColumn("Thời gian", 11, lambda entry: time_of(entry), True),
    OfficialColumn("Nội dung", 36, lambda entry: content_of(entry), True),
    OfficialColumn("Chủ trì", 19, lambda entry: "; ".join(entry.chairs)),
    OfficialColumn("Thành phần", 20, lambda entry: "; ".join(entry.attendees)),
    OfficialColumn("Địa điểm", 17, lambda entry: entry.place),
    OfficialColumn("Đơn vị chuẩn bị", 14, lambda entry: entry.prepared_by),
)
NOTE: Final = OfficialColumn("Ghi chú", 15, lambda entry: entry.note)
SCOPE: Final = OfficialColumn(
    "Phạm vi", 10, lambda entry: "Công khai" if entry.is_public else "Nội bộ"
)
DAY: Final = ("Thứ, ngày", 14)


def paper_of(week: Week, *, is_internal: bool = False) -> OfficialPaper:
    """Days without an entry have no row. Columns that would be empty throughout are left out."""
    entries = in_order(week.entries)
    columns = _columns(entries, is_internal)
    recipients = (clean(name).strip(" -;.") for name in week.recipients)
    return OfficialPaper(
        issuer=clean(week.issuer).upper(),
        unit_name=clean(week.unit_name).upper(),
        number=f"Số: {symbol(week) or '     /LLV'}",
        place_and_date=_place_and_date(week.place_of_issue, week.issued_on, week.first.year),
        title=("LỊCH LÀM VIỆC", f"Từ ngày {written(week.first)} đến ngày {written(week.last)}"),
        amendment=clean(week.amendment),
        headings=(DAY[0], *(column.heading for column in columns)),
        shares=(DAY[1], *(column.share for column in columns)),
        rows=_rows(entries, columns),
        recipients=tuple(filter(None, recipients)),
        signer_post=post_lines(clean(week.signer_post)),
        signer=clean(week.signer),
        is_internal=is_internal,
        heading_line=title(week),
    )


def _columns(entries: Sequence[Entry], is_internal: bool) -> list[OfficialColumn]:
    return [
        column
        for column in (*COLUMNS, *((NOTE, SCOPE) if is_internal else ()))
        if column.is_always_there or any(column.text(entry).strip() for entry in entries)
    ]


def _rows(entries: tuple[Entry, ...], columns: list[OfficialColumn]) -> tuple[OfficialRow, ...]:
    rows = []
    days = [entry.day for entry in entries]
    for at, entry in enumerate(entries):
        is_first = at == 0 or days[at - 1] != entry.day
        rows.append(
            OfficialRow(
                day_of(entry.day) if is_first else "",
                days.count(entry.day) if is_first else 0,
                tuple(clean(column.text(entry)) for column in columns),
            )
        )
    return tuple(rows)


def day_of(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}\n{written(day)}"


def time_of(entry: Entry) -> str:
    if entry.start is None:
        return SESSION_WORDS[entry.session]
    if entry.end is None:
        return f"{entry.start:%H:%M}"
    return f"{entry.start:%H:%M} - {entry.end:%H:%M}"


def content_of(entry: Entry) -> str:
    """Begins with what an amendment did, in words."""
    return f"({MARK_WORDS[Mark(entry.mark)]}) {entry.content}" if entry.mark else entry.content


def _place_and_date(place: str, day: date | None, year: int) -> str:
    """Days below ten and the first two months have a zero before them (Decree 30/2020, appendix I)."""
    said = f"{clean(place)}, " if place.strip() else ""
    if day is None:
        return f"{said}ngày      tháng      năm {year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{said}ngày {day.day:02d} tháng {month} năm {day.year}"


def post_lines(post: str) -> tuple[str, ...]:
    """ "KT. VIỆN TRƯỞNG PHÓ VIỆN TRƯỞNG" is two lines: for whom, and who signs."""
    post = post.upper()
    if match := _FOR_ANOTHER.match(" ".join(post.split())):
        return match[1], match[2]
    return tuple(line.strip() for line in post.split("\n") if line.strip())


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\t", " ").replace("\v", "\n")
    kept = (char for char in text if char == "\n" or unicodedata.category(char) not in _UNWRITABLE)
    return "".join(kept).strip()
