"""Two versions of a week side by side, in words: for readers, and for whoever approves an amendment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.schedules.display import WEEKDAYS, time_of
from events.schedules.rules.compare import Change, Difference
from events.schedules.rules.week import MARK_WORDS, Entry, Mark
from portal.core.text import format_date


@dataclass(frozen=True)
class Told:
    """`parts`: (name, before, after)."""

    change: str
    what: str
    parts: Sequence[tuple[str, str, str]]


def in_words(found: Sequence[Difference]) -> list[Told]:
    names = {
        Change.ADDED: _("Thêm"),
        Change.CHANGED: _("Thay đổi"),
        Change.REMOVED: _("Bỏ"),
    }
    return [
        Told(
            names[each.change],
            f"{when(each.entry)}: {' '.join(each.entry.content.split())}",
            [
                (_part_names()[part], part_of(each.before, part), part_of(each.entry, part))
                for part in each.parts
                if each.before is not None
            ],
        )
        for each in found
    ]


def when(entry: Entry) -> str:
    return f"{WEEKDAYS[entry.day.weekday()]} {format_date(entry.day)}, {time_of(entry)}"


def _part_names() -> dict[str, str]:
    return {
        "when": _("Thời gian"),
        "content": _("Nội dung"),
        "chairs": _("Chủ trì"),
        "attendees": _("Thành phần"),
        "place": _("Địa điểm"),
        "prepared_by": _("Đơn vị chuẩn bị"),
        "note": _("Ghi chú"),
        "scope": _("Phạm vi"),
        "public_content": _("Lời công khai"),
        "mark": _("Điều chỉnh"),
    }


def part_of(entry: Entry, part: str) -> str:
    if part == "when":
        return when(entry)
    if part == "scope":
        return _("Công khai") if entry.is_public else _("Nội bộ")
    value = getattr(entry, part)
    if part == "mark":
        value = MARK_WORDS[Mark(value)] if value else ""
    text = ", ".join(value) if isinstance(value, tuple) else value
    return text or _("(trống)")
