"""The entries of a week in the editor and in the administration's comparison of revisions."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison
from wagtail.admin.panels import FieldPanel

from events.schedules.changes import Told, in_words
from events.schedules.rules.compare import Difference, differences
from events.schedules.rules.lines import readable


class EntriesComparison(FieldComparison):
    """Sentences instead of the field's JSON."""

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
