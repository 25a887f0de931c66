"""What was understood of a file, line by line, for people: in the import and beside the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from events.schedules.display import WEEKDAYS, time_of
from events.schedules.rules.reading import LineKind, Reading, ReadLine, Unfinished
from events.schedules.rules.week import MARK_WORDS, Entry, Mark
from portal.core.text import format_date


@dataclass(frozen=True)
class ShownLine:
    number: int
    text: str
    kind: LineKind
    kind_in_words: str
    entries: tuple[dict[str, Any], ...]
    doubts: tuple[str, ...]
    unfinished: tuple[Unfinished, ...] = ()

    @property
    def is_frame(self) -> bool:
        return self.kind is LineKind.FRAME and not self.doubts

    @property
    def is_unknown(self) -> bool:
        return self.kind is LineKind.UNKNOWN


def shown_lines(reading: Reading) -> list[ShownLine]:
    entries = reading.week.entries if reading.week else ()
    doubts: dict[int, list[str]] = {}
    for problem in reading.problems:
        doubts.setdefault(problem.line, []).append(problem.why)
    # Of several lines with one number the first takes the doubts.
    return [_shown(line, entries, doubts.pop(line.number, ())) for line in reading.lines]


def _shown(line: ReadLine, entries: Sequence[Entry], doubts: Sequence[str]) -> ShownLine:
    own = (entries[place] for place in line.entries if place < len(entries))
    return ShownLine(
        line.number,
        line.text,
        line.kind,
        _kind_in_words(line.kind, bool(line.entries)),
        tuple(entry_in_words(entry) for entry in own),
        tuple(dict.fromkeys(doubts)),
        line.unfinished,
    )


def general_problems(reading: Reading) -> list[str]:
    """What is said of the whole, or of a line that is not shown."""
    numbers = {line.number for line in reading.lines}
    found = [problem.why for problem in reading.problems if problem.line not in numbers]
    return list(dict.fromkeys(found))


def counted(reading: Reading) -> str:
    entries = len(reading.week.entries) if reading.week else 0
    unknown = sum(line.kind is LineKind.UNKNOWN for line in reading.lines)
    text = _("Đã hiểu %(entries)d việc.") % {"entries": entries}
    if unknown:
        text += " " + _(
            "Không hiểu %(unknown)d dòng: hãy xem và sửa các dòng này ở bảng dưới đây."
        ) % {"unknown": unknown}
    return text


def entry_in_words(entry: Entry) -> dict[str, Any]:
    """`when`, `content`, and the other parts with their names."""
    parts: Sequence[tuple[str, str]] = (
        (_("Chủ trì"), ", ".join(entry.chairs)),
        (_("Thành phần"), ", ".join(entry.attendees)),
        (_("Địa điểm"), entry.place),
        (_("Đơn vị chuẩn bị"), entry.prepared_by),
        (_("Ghi chú (luôn nội bộ)"), entry.note),
        (_("Điều chỉnh"), MARK_WORDS[Mark(entry.mark)] if entry.mark else ""),
    )
    weekday = WEEKDAYS[entry.day.weekday()]
    return {
        "when": f"{weekday} {format_date(entry.day)}, {time_of(entry)}",
        "content": entry.content,
        "parts": [(label, text) for label, text in parts if text],
    }


def _kind_in_words(kind: LineKind, has_entries: bool) -> str:
    if kind is LineKind.ENTRY and not has_entries:
        return _("Đã gộp vào việc ở dòng trên")
    return {
        LineKind.ENTRY: _("Công việc"),
        LineKind.HEADING: _("Ngày, buổi hoặc tiêu đề cột"),
        LineKind.FRAME: _("Phần đầu hoặc cuối văn bản"),
        LineKind.UNKNOWN: _("Không hiểu"),
    }[kind]
