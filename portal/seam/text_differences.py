"""How the administration compares two versions of a text.

What: replaces the function `wagtail.admin.compare.diff_text`.
Reason: Wagtail compares word by word, however long the texts are, which takes the square of their length
    at least. Short texts are compared by its own function, long ones stretch by stretch.
Versions: Wagtail 7.4
Upstream: none known
Goes when: Wagtail bounds its comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wagtail.admin import compare
from wagtail.admin.compare import TextDiff

# Letters of both versions of a stretch: more than a long paragraph twice.
LONGEST = 6_000
_compare_words = compare.diff_text
Cut = Callable[[str, str], Iterable[tuple[str, str]]]


def compare_by_stretches(cut: Cut) -> None:
    """From now on `cut(old, new)` says which stretches of long texts are compared with each other."""
    compare.diff_text = lambda old, new: _difference(old or "", new or "", cut)


def _difference(old: str, new: str, cut: Cut) -> TextDiff:
    if len(old) + len(new) <= LONGEST:
        return _compare_words(old, new)
    changes: list[tuple[str, str]] = []
    for before, after in cut(old, new):
        changes += _changes(before, after)
    return TextDiff(changes)


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    """What is still too long is told as a whole: taken out, and put in its place."""
    if before == after:
        return [("equal", before)]
    if len(before) + len(after) <= LONGEST:
        return _compare_words(before, after).changes
    return [(kind, text) for kind, text in (("deletion", before), ("addition", after)) if text]
