"""Reads a drawing (`data/drawings/*.json`) and draws it on a canvas.

A drawing is a list of shapes, the farthest first: `rect` (x, y, width, height), `oval`, `pie` and `chord`
(centre, two radii), `ring` (centre, radius), `poly` and `line` (points, curves, skylines). A `part` of
`shared/parts.json`, or a `thing` with `shapes` of its own, stands `at` a place, in units of its `size` and
in the colours of a `look`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from portal.demo.content.reading import DATA, ContentError

from .canvas import Canvas
from .colours import SHARED, colour, fill_of
from .lines import Point, karst, ridge, smooth, star_points

Shape = dict[str, Any]
DRAWINGS = DATA / "drawings"
PARTS: dict[str, list[Shape]] = json.loads((SHARED / "parts.json").read_text("utf-8"))
LOOKS: dict[str, dict[str, str]] = json.loads((SHARED / "looks.json").read_text("utf-8"))
PLACING = frozenset({"part", "thing", "shapes", "at", "size", "look"})
WHOLE = (0, 360)


def canvas_of(key: str) -> Canvas:
    """Raises ``FileNotFoundError`` for a drawing that is not there."""
    drawing = json.loads((DRAWINGS / f"{key}.json").read_text("utf-8"))
    canvas = Canvas(drawing["size"], fill_of(drawing["paper"], {}))
    try:
        _Pen(canvas).draw(drawing["shapes"])
    except KeyError as error:  # a colour, a part, a look, or what a shape needs
        raise ContentError(f"drawings/{key}.json: {error} is not there") from error
    return canvas


class _Pen:
    """Draws in units of `size` about `at`, with the colours of its slots."""

    def __init__(self, canvas: Canvas, at: Point = (0, 0), size: float = 1, **slots: str) -> None:
        self.canvas, self.at, self.size, self.slots = canvas, at, size, slots

    def draw(self, shapes: list[Shape]) -> None:
        for shape in shapes:
            if "at" in shape:
                inner = shape["shapes"] if "thing" in shape else PARTS[shape["part"]]
                self._inside(shape).draw(inner)
            else:
                self._shape(shape)

    def _inside(self, shape: Shape) -> _Pen:
        look = LOOKS[shape["look"]] if "look" in shape else {}
        given = look | {name: value for name, value in shape.items() if name not in PLACING}
        slots = self.slots | {name: colour(value, self.slots) for name, value in given.items()}
        size = self.size * shape.get("size", 1)
        return _Pen(self.canvas, self._point(shape["at"]), size, **slots)

    def _shape(self, shape: Shape) -> None:
        kind, given = next(iter(shape.items()))
        style = fill_of(shape["fill"], self.slots), shape.get("alpha", 1)
        width, arc = self.size * shape.get("width", 0), shape.get("arc", WHOLE)
        if kind == "rect":
            (x, y), w, h = self._point(given[:2]), self.size * given[2], self.size * given[3]
            radius = min(self.size * shape.get("r", 0), w / 2, h)
            rounded = shape.get("corners", (True,) * 4)
            self.canvas.rect([(x, y), (x + w, y + h)], style, radius, rounded)
        elif kind == "poly":
            self.canvas.poly(self._path(given), style)
        elif kind == "line":
            self.canvas.line(self._path(given), style, width)
        elif kind == "ring":
            self.canvas.ring(self._box(*(given + given[-1:])), style, arc, width)
        else:
            self.canvas.oval(kind, self._box(*given), style, arc)

    def _point(self, point: Sequence[float]) -> Point:
        return self.at[0] + self.size * point[0], self.at[1] + self.size * point[1]

    def _box(self, x: float, y: float, rx: float, ry: float) -> list[Point]:
        (x, y), rx, ry = self._point((x, y)), self.size * rx, self.size * ry
        return [(x - rx, y - ry), (x + rx, y + ry)]

    def _path(self, path: list[Any]) -> list[Point]:
        lines = ([self._point(s)] if isinstance(s, list) else self._line(s) for s in path)
        return [point for line in lines for point in line]

    def _line(self, step: dict[str, Any]) -> list[Point]:
        if "curve" in step:
            points = [self._point(point) for point in step["curve"]]
            line = smooth(points, closed=step.get("closed", False), steps=step.get("steps", 10))
            return line[: len(line) - step.get("cut", 0)]
        if "star" in step:
            x, y, r = step["star"]
            return star_points(*self._point((x, y)), self.size * r)
        kind, (seed, left, right, base, height, *peaks) = next(iter(step.items()))
        (x0, y), (x1, _y) = self._point((left, base)), self._point((right, base))
        skyline = karst if kind == "karst" else ridge
        return skyline(seed, (x0, x1), y, self.size * height, *peaks)
