"""A supersampled drawing surface: shapes in picture units, flat or shaded, solid or translucent.

Everything is drawn at twice the size and scaled down once, which gives clean edges with Pillow's
own (hard-edged) primitives and stays fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from .colours import Fill, rgb

SCALE = 2
JPEG_QUALITY = 90

Point = tuple[float, float]
Box = tuple[float, float, float, float]
#: A colour to draw with, or the grey value of a mask.
Ink = str | int
Painter = Callable[[ImageDraw.ImageDraw, Ink, float, float], None]


def _column(fill: tuple[str, str], size: tuple[int, int]) -> Image.Image:
    """A vertical gradient: one column of pixels, stretched sideways."""
    height = size[1]
    a, b = map(rgb, fill)
    last = max(height - 1, 1)
    data = bytes(round(a[k] + (b[k] - a[k]) * y / last) for y in range(height) for k in range(3))
    return Image.frombytes("RGB", (1, height), data).resize(size, Image.Resampling.NEAREST)


class Canvas:
    """A picture in the making; every length and place is in units of the finished picture."""

    def __init__(self, width: int, height: int, fill: Fill) -> None:
        self.width, self.height = width, height
        size = (width * SCALE, height * SCALE)
        is_plain = isinstance(fill, str)
        self.image = Image.new("RGB", size, fill) if is_plain else _column(fill, size)
        self._draw = ImageDraw.Draw(self.image)

    def rect(
        self, at: Point, w: float, h: float, fill: Fill, alpha: float, r: float, corners: list[bool]
    ) -> None:
        """A rectangle from its upper left corner; ``corners`` run clockwise from there."""
        x0, y0, x1, y1 = (v * SCALE for v in (*at, at[0] + w, at[1] + h))

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            box = (x0 - ox, y0 - oy, max(x1 - ox - 1, x0 - ox), max(y1 - oy - 1, y0 - oy))
            if r:
                d.rounded_rectangle(box, min(r, w / 2, h) * SCALE, fill=ink, corners=tuple(corners))
            else:
                d.rectangle(box, fill=ink)

        self._paint((x0, y0, x1, y1), paint, fill, alpha)

    def poly(self, points: Sequence[Point], fill: Fill, alpha: float) -> None:
        """A filled polygon."""
        pts = [(x * SCALE, y * SCALE) for x, y in points]

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            d.polygon([(x - ox, y - oy) for x, y in pts], fill=ink)

        self._paint(_around(pts), paint, fill, alpha)

    def oval(self, kind: str, box: Box, arc: Sequence[float], fill: Fill, alpha: float) -> None:
        """An ellipse, or a slice (``pie``) or a segment (``chord``) of it; degrees clockwise from 3h."""

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            place = _moved(box, ox, oy)
            if kind == "oval":
                d.ellipse(place, fill=ink)
            elif kind == "chord":
                d.chord(place, arc[0], arc[1], fill=ink)
            else:
                d.pieslice(place, arc[0], arc[1], fill=ink)

        box = _scaled(box)
        self._paint(box, paint, fill, alpha)

    def ring(self, box: Box, width: float, arc: Sequence[float], fill: Fill, alpha: float) -> None:
        """A circle's outline, or a part of it."""

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            d.arc(_moved(box, ox, oy), arc[0], arc[1], fill=ink, width=round(width * SCALE))

        box = _scaled(box)
        self._paint(box, paint, fill, alpha)

    def line(self, points: Sequence[Point], width: float, fill: Fill, alpha: float) -> None:
        """A line with round ends and round corners."""
        pts = [(x * SCALE, y * SCALE) for x, y in points]
        half = width * SCALE / 2

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            moved = [(x - ox, y - oy) for x, y in pts]
            d.line(moved, fill=ink, width=max(round(width * SCALE), 1), joint="curve")
            if width > 2:
                for x, y in (moved[0], moved[-1]):
                    d.ellipse((x - half, y - half, x + half, y + half), fill=ink)

        self._paint(_around(pts, half), paint, fill, alpha)

    def jpeg(self) -> bytes:
        """Scale down and encode; the same canvas always gives the same bytes."""
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, subsampling=0)
        return out.getvalue()

    def _paint(self, box: Box, painter: Painter, fill: Fill, alpha: float) -> None:
        """Draw straight on when solid; else through a mask of the shape's own size."""
        if alpha >= 1 and isinstance(fill, str):
            painter(self._draw, fill, 0, 0)
            return
        left, top = max(int(box[0]) - 1, 0), max(int(box[1]) - 1, 0)
        right = min(int(box[2]) + 2, self.image.width)
        bottom = min(int(box[3]) + 2, self.image.height)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        painter(ImageDraw.Draw(mask), round(255 * alpha), left, top)
        source = fill if isinstance(fill, str) else _column(fill, mask.size)
        self.image.paste(source, (left, top, right, bottom), mask)


def _around(points: Sequence[Point], more: float = 0) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs) - more, min(ys) - more, max(xs) + more, max(ys) + more


def _scaled(box: Box) -> Box:
    return box[0] * SCALE, box[1] * SCALE, box[2] * SCALE, box[3] * SCALE


def _moved(box: Box, ox: float, oy: float) -> Box:
    return box[0] - ox, box[1] - oy, box[2] - ox, box[3] - oy
