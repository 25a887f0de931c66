"""Two versions of a week side by side, line by line, for the screen that shows what an edit changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, TextDiff, diff_text
from wagtail.admin.panels import FieldPanel

from events.schedules.rules.lines import Line, WrongLinesError, from_data
from events.schedules.rules.week import MARK_WORDS, SESSION_WORDS, Entry, Mark
from portal.core.text import format_date, format_time


class EntriesComparison(FieldComparison):
    """Lines keep a name of their own through all versions, so a moved line is no new one."""

    def htmldiff(self) -> SafeString:
        before, after = _words(self.val_a), _words(self.val_b)
        names = list(dict.fromkeys(chain(after, before)))
        rows = [_row(before.get(name, ""), after.get(name, "")) for name in names]
        changed = [row for row in rows if row is not None]
        same = len(rows) - len(changed)
        if same:
            changed.append(format_html("<p>{}</p>", _("%d dòng không thay đổi.") % same))
        return format_html_join("", "{}", ((row,) for row in changed))


class EntriesPanel(FieldPanel):
    def get_comparison_class(self) -> type[EntriesComparison]:
        return EntriesComparison


def _words(data: Any) -> dict[str, str]:
    """The lines in words, by name. A version from before a rule was made is shown as it was stored."""
    try:
        lines = from_data(data)
    except WrongLinesError:
        return {str(place): str(row) for place, row in enumerate(data or ())}
    return {line.uid: _in_words(line) for line in lines}


def _in_words(line: Line) -> str:
    return " · ".join(_parts(line.entry))


def _parts(entry: Entry) -> Iterator[str]:
    yield format_date(entry.day)
    yield str(SESSION_WORDS[entry.session])
    if entry.start:
        end = f"–{format_time(entry.end)}" if entry.end else ""
        yield f"{format_time(entry.start)}{end}"
    yield entry.content
    for label, value in (
        (_("chủ trì"), ", ".join(entry.chairs)),
        (_("thành phần"), ", ".join(entry.attendees)),
        (_("chuẩn bị"), entry.prepared_by),
        (_("địa điểm"), entry.place),
        (_("ghi chú"), entry.note),
        (_("lời công khai"), entry.public_content),
    ):
        if value:
            yield f"{label}: {value}"
    yield _("công khai") if entry.is_public else _("nội bộ")
    if entry.mark:
        yield MARK_WORDS[Mark(entry.mark)]


def _row(before: str, after: str) -> SafeString | None:
    """None for a line that is the same in both."""
    if before == after:
        return None
    if before and after:
        return format_html("<p>{}</p>", diff_text(before, after).to_html())
    kind, text = ("addition", after) if after else ("deletion", before)
    return format_html("<p>{}</p>", TextDiff([(kind, text)]).to_html())
