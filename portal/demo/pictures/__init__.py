"""Pictures of the sample province, drawn by the loader itself.

They are drawn and not shipped as files: nothing to license, nothing large in the repository,
and plainly illustrations, so that nobody takes a sample for a record of real people or events.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from .canvas import Canvas
from .scenes import BANNER, NEWS, PORTRAITS
from .strips import Strip, strips

PICTURE_KEYS: tuple[str, ...] = tuple(NEWS)
PORTRAIT_KEYS: tuple[str, ...] = tuple(PORTRAITS)
BANNER_KEY: str = next(iter(BANNER))

__all__ = ["BANNER_KEY", "PICTURE_KEYS", "PORTRAIT_KEYS", "STRIPS", "draw", "drawn", "filename"]


def draw(key: str) -> bytes:
    """Draw a picture as JPEG; the same key always gives the same bytes.

    Raises ``KeyError`` for a key that is in none of the exported lists.
    """
    return _SCENES[key]().jpeg()


def filename(key: str) -> str:
    """The name under which the loader stores the picture."""
    if key not in _SCENES:
        raise KeyError(key)
    return f"{key}.jpg"


# As `draw`, kept for the next use: strips are made of drawings that pages show by themselves as well.
drawn = cache(draw)
STRIPS = strips({key: partial(drawn, key) for key in NEWS})
_SCENES: dict[str, Callable[[], Canvas | Strip]] = {**NEWS, **PORTRAITS, **BANNER, **STRIPS}
