"""What the templates of quizzes need."""

from __future__ import annotations

from typing import NamedTuple

from django import template

from portal.core.text import format_percent

register = template.Library()


class Share(NamedTuple):
    """`width` in hundredths for a drawing, with a point whatever the language; `text` for people."""

    width: str
    text: str


@register.simple_tag
def share(part: int, whole: int) -> Share:
    return Share(f"{part / whole * 100 if whole else 0:.1f}", format_percent(part, whole))
