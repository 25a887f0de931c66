"""The drawings of the sample: what each shows (alt text) and a caption to fall back on."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.content.reading import read_table
from portal.demo.content.types import Picture


@dataclass(frozen=True)
class _Drawing:
    alt: str
    caption: str


@dataclass(frozen=True)
class _File:
    credit: str
    drawing: dict[str, _Drawing]


_FILE = read_table("pictures.toml", _File)
CREDIT = _FILE.credit
PICTURE_KEYS = frozenset(_FILE.drawing)


def picture(key: str, caption: str = "") -> Picture:
    """Raises KeyError for a drawing nobody has drawn."""
    drawing = _FILE.drawing[key]
    return Picture(key, f"Tranh minh họa: {drawing.alt}.", caption or drawing.caption, CREDIT)
