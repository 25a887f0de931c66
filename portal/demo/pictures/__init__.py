"""Pictures of the sample province, drawn by the loader itself from what `data/drawings` says.

They are drawn and not shipped as pictures: nothing to license, nothing large in the repository,
and plainly illustrations, so that nobody takes a sample for a record of real people or events.
"""

from __future__ import annotations

import json
from functools import cache

from .drawing import DRAWINGS, SHARED, canvas_of
from .strips import strip

BANNER_KEY = "banner"
_KEYS = sorted(path.stem for path in DRAWINGS.glob("*.json"))
PORTRAIT_KEYS = tuple(key for key in _KEYS if key.startswith("chan-dung-"))
PICTURE_KEYS = tuple(key for key in _KEYS if key not in (*PORTRAIT_KEYS, BANNER_KEY))
# Infographics, by the drawings of which they are made.
STRIPS: dict[str, list[str]] = json.loads((SHARED / "strips.json").read_text("utf-8"))


def draw(key: str) -> bytes:
    """Draw a picture as JPEG; the same key always gives the same bytes.

    Raises ``KeyError`` for a key that is in none of the exported lists.
    """
    if key in STRIPS:
        return strip([drawn(part) for part in STRIPS[key]])
    if key not in _KEYS:
        raise KeyError(key)
    return canvas_of(key).jpeg()


def filename(key: str) -> str:
    """The name under which the loader stores the picture."""
    if key not in (*_KEYS, *STRIPS):
        raise KeyError(key)
    return f"{key}.jpg"


# As `draw`, kept for the next use: strips are made of drawings that pages show by themselves as well.
drawn = cache(draw)
