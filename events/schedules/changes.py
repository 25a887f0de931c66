"""Two versions of a week side by side, in words: for readers, and for whoever approves an amendment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison
from wagtail.admin.panels import FieldPanel

from events.schedules.display import WEEKDAYS, public_lines, time_of
from events.schedules.rules.compare import Change, Difference, differences
from events.schedules.rules.lines import Line, readable
from events.schedules.rules.week import MARK_WORDS, Entry, Mark
from events.schedules.versions import Version
from portal.core.text import format_date


@dataclass(frozen=True)
class Told:
    """`parts`: (name, before, after)."""

    change: str
    what: str
    parts: Sequence[tuple[str, str, str]]


def changes_after(version: Version, internal: bool) -> list[Told]:
    """What the next version did, as far as the reader may know both."""
    following = version.following
    before = _shown(version, internal)
    return in_words(differences(before, _shown(following, internal)))


def _shown(version: Version, internal: bool) -> Sequence[Line]:
    return version.lines if internal else public_lines(version.lines, version.present)


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


class EntriesComparison(FieldComparison):
    """In the administration's comparison of revisions: sentences instead of the field's JSON."""

    def has_changed(self) -> bool:
        return bool(self._found())

    def htmldiff(self) -> SafeString:
        items = [_item(told) for told in in_words(self._found())]
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((i,) for i in items))
        )

    def _found(self) -> list[Difference]:
        return differences(readable(self.val_a), readable(self.val_b))


def _item(told: Told) -> SafeString:
    parts = format_html_join(
        "",
        '<br>{}: <span class="deletion">{}</span> → <span class="addition">{}</span>',
        told.parts,
    )
    return format_html("<b>{}</b> – {}{}", told.change, told.what, parts)


class EntriesPanel(FieldPanel):
    def get_comparison_class(self) -> Any:
        return EntriesComparison
