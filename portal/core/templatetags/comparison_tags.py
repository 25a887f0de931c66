"""Comparisons of versions say in words and marks what was added and taken out, not by colour alone."""

from __future__ import annotations

import re
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

# What `wagtail.admin.compare` and the comparisons of pictures write. Text inside is escaped, so it holds no
# other tag.
_RUN: Final = re.compile(r'<span class="(addition|deletion)">([^<]*)</span>')
_BLOCK: Final = re.compile(
    r'(<div class="(?:comparison__child-object|preview-image) (addition|deletion)">)'
)


@register.filter
def in_words(diff: str) -> SafeString:
    """The diff of a field with <ins> and <del>, each announced, and a line above each whole block."""
    marked = _RUN.sub(_run, str(diff))
    return mark_safe(_BLOCK.sub(_block, marked))  # noqa: S308 – built from what Wagtail escaped


def _run(found: re.Match[str]) -> str:
    tag, before, after = {
        "addition": ("ins", _("thêm:"), _("hết phần thêm")),
        "deletion": ("del", _("bỏ:"), _("hết phần bỏ")),
    }[found[1]]
    hidden = '<span class="w-sr-only"> [{}] </span>'
    opening, closing = format_html(hidden, before), format_html(hidden, after)
    return f'<{tag} class="{found[1]}">{opening}{found[2]}{closing}</{tag}>'


def _block(found: re.Match[str]) -> str:
    text = {"addition": _("Được thêm"), "deletion": _("Bị bỏ")}[found[2]]
    return found[1] + format_html('<p class="comparison__mark">{}</p>', text)
