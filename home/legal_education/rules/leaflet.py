"""A leaflet: one A4 sheet, landscape, printed on both sides and folded twice into six panels.

Folded as a letter is, the outer side shows from left to right the flap that is folded in, the back and the
cover; the inner side shows the three panels that one reads from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from math import ceil
from typing import Final, Generic, TypeVar

from portal.core.text.markup import countable

PanelT = TypeVar("PanelT")

MOST: Final = 4
# What one panel of 9 × 18 cm holds in print of 12.5 points, with its heading.
LONGEST: Final = 750
# The same in lines, as a browser on a common office machine prints them, with a little to spare. A heading's
# letters are wider, an item of a list stands further in, and a space follows both and each paragraph.
LINES: Final = 29.5
# Up to here, on every panel, there is room for letters of 15 points.
FEW_LINES: Final = 16.0
_IN_HEADING, _IN_LINE, _IN_ITEM = 22, 34, 31
_AFTER_HEADING, _AFTER_PARAGRAPH, _AFTER_ITEM = 0.4, 0.6, 0.25
# What cover and back hold in their usual size, in letters of running text; longer ones are set smaller.
COVER_HOLDS: Final = 530
BACK_HOLDS: Final = 900
_END_OF_BLOCK = re.compile(r"(?i)(?<=</p>)|(?<=</li>)|<br\s*/?>")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class FoldedSheet(Generic[PanelT]):
    """The author's panels where they come on paper; None is a panel left empty."""

    inside: tuple[PanelT | None, PanelT | None, PanelT | None]
    flap: PanelT | None


def folded(panels: Sequence[PanelT]) -> FoldedSheet[PanelT]:
    """The first three are read inside, the fourth stands on the flap; [a, b] → (a, b, None), flap None."""
    slots: list[PanelT | None] = [*panels[:MOST], *[None] * MOST]
    return FoldedSheet((slots[0], slots[1], slots[2]), slots[3])


def too_long(text: str) -> int:
    """By how many characters a panel's text exceeds its place; 0 when it fits."""
    return max(0, len(" ".join(text.split())) - LONGEST)


def lines(title: str, html: str) -> float:
    """How many lines of running text a panel takes on paper: headings, lists and spaces cost more."""
    taken = ceil(len(title) / _IN_HEADING) * 1.07 + _AFTER_HEADING
    for block in _END_OF_BLOCK.split(html):
        text = " ".join(unescape(countable(_TAG.sub(" ", block))).split())
        if text:
            is_item = "<li" in block.lower()
            taken += ceil(len(text) / (_IN_ITEM if is_item else _IN_LINE))
            taken += _AFTER_ITEM if is_item else _AFTER_PARAGRAPH
    return taken


def is_roomy(panels: Sequence[tuple[str, str]]) -> bool:
    """Whether all panels (title, html) hold so little that they are set in larger letters."""
    return all(lines(title, html) <= FEW_LINES for title, html in panels)


def lines_over(title: str, html: str) -> int:
    """By how many lines a panel exceeds its place; 0 when it fits."""
    return max(0, ceil(lines(title, html) - LINES))


def is_full_cover(title: str, lead: str) -> bool:
    """A title's letters are twice as wide and half as high again."""
    return 3 * len(title) + len(lead) > COVER_HOLDS


def is_full_back(texts: Sequence[str]) -> bool:
    return sum(len(text) for text in texts) + 25 * len(texts) > BACK_HOLDS
