"""A supersampled drawing surface: shapes in picture units, flat or shaded, solid or translucent.

Everything is drawn at twice the size and scaled down once, which gives clean edges with Pillow's
own (hard-edged) primitives and stays fast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from .palette import CREAM, rgb

SCALE = 2
JPEG_QUALITY = 90

Point = tuple[float, float]
#: One colour, or two: the shape is shaded from the first (top) to the second (bottom).
Fill = str | tuple[str, str]
#: A colour to draw with, or the grey value of a mask.
Ink = str | int
Painter = Callable[[ImageDraw.ImageDraw, Ink, float, float], None]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """Run a Catmull-Rom curve through the points."""
    pts = list(points)
    count = len(pts)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (pts[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (pts[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        out.extend(_curve_point(p0, p1, p2, p3, step / steps) for step in range(steps))
    if not closed:
        out.append(pts[-1])
    return out


def _curve_point(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def axis(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t * t * t
        )

    return axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])


def _column(top: str, bottom: str, size: tuple[int, int]) -> Image.Image:
    """A vertical gradient: one column of pixels, stretched sideways."""
    height = size[1]
    a, b = rgb(top), rgb(bottom)
    last = max(height - 1, 1)
    data = bytes(round(a[k] + (b[k] - a[k]) * y / last) for y in range(height) for k in range(3))
    return Image.frombytes("RGB", (1, height), data).resize(size, Image.Resampling.NEAREST)


class Canvas:
    """A picture in the making; every length and place is in units of the finished picture."""

    def __init__(self, width: int = 1600, height: int = 1000, fill: Fill = CREAM) -> None:
        self.width = width
        self.height = height
        size = (width * SCALE, height * SCALE)
        if isinstance(fill, tuple):
            self.image = _column(*fill, size)
        else:
            self.image = Image.new("RGB", size, fill)
        self._draw = ImageDraw.Draw(self.image)

    def _paint(
        self, box: tuple[float, float, float, float], painter: Painter, fill: Fill, alpha: float
    ) -> None:
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
        source: Image.Image | str = _column(*fill, mask.size) if isinstance(fill, tuple) else fill
        self.image.paste(source, (left, top, right, bottom), mask)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: Fill,
        *,
        r: float = 0,
        alpha: float = 1,
        corners: tuple[bool, bool, bool, bool] = (True, True, True, True),
    ) -> None:
        """A rectangle from its upper left corner; ``corners`` run clockwise from there."""
        x0, y0, x1, y1 = (v * SCALE for v in (x, y, x + w, y + h))

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            box = (x0 - ox, y0 - oy, max(x1 - ox - 1, x0 - ox), max(y1 - oy - 1, y0 - oy))
            if r:
                d.rounded_rectangle(box, min(r, w / 2, h) * SCALE, fill=ink, corners=corners)
            else:
                d.rectangle(box, fill=ink)

        self._paint((x0, y0, x1, y1), paint, fill, alpha)

    def poly(self, points: Iterable[Point], fill: Fill, *, alpha: float = 1) -> None:
        """A filled polygon."""
        pts = [(x * SCALE, y * SCALE) for x, y in points]
        xs, ys = [p[0] for p in pts], [p[1] for p in pts]

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            d.polygon([(x - ox, y - oy) for x, y in pts], fill=ink)

        self._paint((min(xs), min(ys), max(xs), max(ys)), paint, fill, alpha)

    def blob(self, points: Sequence[Point], fill: Fill, *, alpha: float = 1) -> None:
        """A soft shape: a closed curve through the points."""
        self.poly(smooth(points, closed=True), fill, alpha=alpha)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, fill: Fill, *, alpha: float = 1
    ) -> None:
        """An ellipse about its centre."""
        self.pie(cx, cy, rx, ry, 0, 360, fill, alpha=alpha)

    def disc(self, cx: float, cy: float, r: float, fill: Fill, *, alpha: float = 1) -> None:
        """A circle about its centre."""
        self.pie(cx, cy, r, r, 0, 360, fill, alpha=alpha)

    def pie(
        self,
        cx: float,
        cy: float,
        rx: float,
        ry: float,
        start: float,
        end: float,
        fill: Fill,
        *,
        alpha: float = 1,
        chord: bool = False,
    ) -> None:
        """A slice (or, with ``chord``, a segment) of an ellipse; degrees clockwise from 3h."""
        box = tuple(v * SCALE for v in (cx - rx, cy - ry, cx + rx, cy + ry))

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            place = (box[0] - ox, box[1] - oy, box[2] - ox, box[3] - oy)
            if end - start >= 360:
                d.ellipse(place, fill=ink)
            elif chord:
                d.chord(place, start, end, fill=ink)
            else:
                d.pieslice(place, start, end, fill=ink)

        self._paint((box[0], box[1], box[2], box[3]), paint, fill, alpha)

    def ring(
        self,
        cx: float,
        cy: float,
        r: float,
        width: float,
        fill: Fill,
        *,
        arc: tuple[float, float] = (0, 360),
        alpha: float = 1,
    ) -> None:
        """A circle's outline, or a part of it."""
        box = tuple(v * SCALE for v in (cx - r, cy - r, cx + r, cy + r))

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            place = (box[0] - ox, box[1] - oy, box[2] - ox, box[3] - oy)
            d.arc(place, arc[0], arc[1], fill=ink, width=round(width * SCALE))

        self._paint((box[0], box[1], box[2], box[3]), paint, fill, alpha)

    def line(self, points: Sequence[Point], width: float, fill: Fill, *, alpha: float = 1) -> None:
        """A line with round ends and round corners."""
        pts = [(x * SCALE, y * SCALE) for x, y in points]
        half = width * SCALE / 2
        xs, ys = [p[0] for p in pts], [p[1] for p in pts]

        def paint(d: ImageDraw.ImageDraw, ink: Ink, ox: float, oy: float) -> None:
            moved = [(x - ox, y - oy) for x, y in pts]
            d.line(moved, fill=ink, width=max(round(width * SCALE), 1), joint="curve")
            if width > 2:
                for x, y in (moved[0], moved[-1]):
                    d.ellipse((x - half, y - half, x + half, y + half), fill=ink)

        box = (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
        self._paint(box, paint, fill, alpha)

    def jpeg(self) -> bytes:
        """Scale down and encode; the same canvas always gives the same bytes."""
        small = self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, subsampling=0)
        return out.getvalue()
