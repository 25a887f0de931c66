"""A supersampled drawing surface: shapes in picture units, flat or shaded, solid or translucent.

Everything is drawn at twice the size and scaled down once, which gives clean edges with Pillow's
own (hard-edged) primitives and stays fast.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

from .colours import Fill, rgb
from .lines import Point

SCALE = 2
JPEG_QUALITY = 90
#: A fill, and how much of what lies below it covers: 1 is solid.
Style = tuple[Fill, float]
Arc = tuple[float, float]
Corners = tuple[bool, bool, bool, bool]
#: Draws through the given points, with a colour or with the grey value of a mask.
Painter = Callable[[ImageDraw.ImageDraw, str | int, list[Point]], None]


class Canvas:
    """A picture in the making; every length and place is in units of the finished picture."""

    def __init__(self, size: tuple[int, int], fill: Fill) -> None:
        self.width, self.height = size
        self.image = Image.new("RGB", (self.width * SCALE, self.height * SCALE))
        self.image.paste(_paper(fill, self.image.size), (0, 0, *self.image.size))
        self._draw = ImageDraw.Draw(self.image)

    def rect(self, corners: list[Point], style: Style, radius: float, rounded: Corners) -> None:
        """A rectangle between two corners; ``rounded`` says of which corners, clockwise."""

        def paint(pen: ImageDraw.ImageDraw, ink: str | int, points: list[Point]) -> None:
            (x0, y0), (x1, y1) = points
            box = (x0, y0, max(x1 - 1, x0), max(y1 - 1, y0))
            if radius:
                pen.rounded_rectangle(box, radius * SCALE, fill=ink, corners=rounded)
            else:
                pen.rectangle(box, fill=ink)

        self._paint(corners, paint, style)

    def poly(self, points: list[Point], style: Style) -> None:
        self._paint(points, lambda pen, ink, pts: pen.polygon(pts, fill=ink), style)

    def oval(self, kind: str, corners: list[Point], style: Style, arc: Arc) -> None:
        """An ellipse, or a slice (``pie``) or a segment (``chord``) of it; degrees clockwise from 3h."""

        def paint(pen: ImageDraw.ImageDraw, ink: str | int, points: list[Point]) -> None:
            if kind == "oval":
                pen.ellipse(points, fill=ink)
            else:
                (pen.chord if kind == "chord" else pen.pieslice)(points, *arc, fill=ink)

        self._paint(corners, paint, style)

    def ring(self, corners: list[Point], style: Style, arc: Arc, width: float) -> None:
        """A circle's outline, or a part of it."""
        wide = round(width * SCALE)
        self._paint(corners, lambda pen, ink, pts: pen.arc(pts, *arc, ink, wide), style)

    def line(self, points: list[Point], style: Style, width: float) -> None:
        """A line with round ends and round corners."""
        half = width * SCALE / 2

        def paint(pen: ImageDraw.ImageDraw, ink: str | int, points: list[Point]) -> None:
            pen.line(points, fill=ink, width=max(round(width * SCALE), 1), joint="curve")
            if width > 2:
                for x, y in (points[0], points[-1]):
                    pen.ellipse((x - half, y - half, x + half, y + half), fill=ink)

        self._paint(points, paint, style, half)

    def jpeg(self) -> bytes:
        """Scale down and encode; the same canvas always gives the same bytes."""
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, subsampling=0)
        return out.getvalue()

    def _paint(self, points: list[Point], paint: Painter, style: Style, margin: float = 0) -> None:
        """Draw straight on when solid; else through a mask of the shape's own size."""
        fill, alpha = style
        points = [(x * SCALE, y * SCALE) for x, y in points]
        if alpha >= 1 and isinstance(fill, str):
            paint(self._draw, fill, points)
            return
        xs, ys = zip(*points, strict=True)
        left, top = (max(int(min(v) - margin) - 1, 0) for v in (xs, ys))
        right = min(int(max(xs) + margin) + 2, self.image.width)
        bottom = min(int(max(ys) + margin) + 2, self.image.height)
        if right > left and bottom > top:
            mask = Image.new("L", (right - left, bottom - top), 0)
            moved = [(x - left, y - top) for x, y in points]
            paint(ImageDraw.Draw(mask), round(255 * alpha), moved)
            self.image.paste(_paper(fill, mask.size), (left, top, right, bottom), mask)


def _paper(fill: Fill, size: tuple[int, int]) -> Image.Image | str:
    """What is pasted: a colour, or a vertical gradient, one column of pixels stretched sideways."""
    if isinstance(fill, str):
        return fill
    (a, b), height = map(rgb, fill), size[1]
    last = max(height - 1, 1)
    data = bytes(round(a[k] + (b[k] - a[k]) * y / last) for y in range(height) for k in range(3))
    return Image.frombytes("RGB", (1, height), data).resize(size, Image.Resampling.NEAREST)
