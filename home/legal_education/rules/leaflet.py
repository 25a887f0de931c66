"""A leaflet: one A4 sheet, landscape, printed on both sides and folded twice into six panels.

Folded as a letter is, the outer side shows from left to right the flap that is folded in, the back and the
cover; the inner side shows the three panels that one reads from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

PanelT = TypeVar("PanelT")

FEWEST: Final = 2
MOST: Final = 4
# What one panel of 9 × 18 cm holds in print of 12.5 points, with its heading.
LONGEST: Final = 750


@dataclass(frozen=True)
class Sheet(Generic[PanelT]):
    """The author's panels where they come on paper; None is a panel left empty."""

    inside: tuple[PanelT | None, PanelT | None, PanelT | None]
    flap: PanelT | None


def folded(panels: Sequence[PanelT]) -> Sheet[PanelT]:
    """The first three are read inside, the fourth stands on the flap."""
    slots: list[PanelT | None] = [*panels[:MOST], *[None] * MOST]
    return Sheet((slots[0], slots[1], slots[2]), slots[3])


def too_long(text: str) -> int:
    """By how many characters a panel's text exceeds its place; 0 when it fits."""
    return max(0, len(" ".join(text.split())) - LONGEST)
