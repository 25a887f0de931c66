"""Colours of the drawings by name: those of the site, and a few that sit beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from portal.demo.content.reading import DATA

SHARED = DATA / "drawings/shared"
PALETTE: dict[str, str] = json.loads((SHARED / "palette.json").read_text("utf-8"))
#: One colour, or two: the shape is shaded from the first (top) to the second (bottom).
Fill = str | tuple[str, ...]


def fill_of(value: Any, slots: Mapping[str, str]) -> Fill:
    """What a drawing says of a fill: a colour, or two of them."""
    return (
        colour(value, slots) if isinstance(value, str) else tuple(colour(v, slots) for v in value)
    )


def colour(text: str, slots: Mapping[str, str]) -> str:
    """``navy``, ``#12355b``, the slot ``$skin``, or ``navy>ink:0.2``: navy, and a fifth of ink in it."""
    first, is_mixed, rest = text.partition(">")
    if is_mixed:
        second, _colon, share = rest.partition(":")
        return mix(colour(first, slots), colour(second, slots), float(share))
    if text.startswith("#"):
        return text
    return slots[text[1:]] if text.startswith("$") else PALETTE[text]


@cache
def rgb(colour: str) -> tuple[int, int, int]:
    """Turn ``#rrggbb`` into three numbers of 0-255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def mix(first: str, second: str, share: float) -> str:
    """Blend two colours; ``share`` is the part of the second, 0-1."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
