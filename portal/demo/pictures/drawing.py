"""Reads a drawing (`data/drawings/*.json`) and draws it on a canvas.

A drawing is a list of shapes, the farthest first: `rect` (x, y, width, height), `oval`, `pie` and `chord` (centre,
two radii), `ring` (centre, radius), `poly` and `line` (points, curves, skylines). A `part` of `shared/parts.json`, or
a `thing` with `shapes` of its own, stands `at` a place; in units of its `size`, in the colours of a `look`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from portal.demo.content.reading import DATA

from .canvas import Box, Canvas, Point
from .colours import SHARED, colour, fill_of
from .lines import karst, ridge, smooth, star_points

Shape = dict[str, Any]
DRAWINGS = DATA / "drawings"
PARTS: dict[str, list[Shape]] = json.loads((SHARED / "parts.json").read_text("utf-8"))
LOOKS: dict[str, dict[str, str]] = json.loads((SHARED / "looks.json").read_text("utf-8"))
PLACING = frozenset({"part", "thing", "shapes", "at", "size", "look"})
WHOLE = (0, 360)


def canvas_of(key: str) -> Canvas:
    """Raises ``FileNotFoundError`` for a drawing that is not there."""
    drawing = json.loads((DRAWINGS / f"{key}.json").read_text("utf-8"))
    canvas = Canvas(*drawing["size"], fill_of(drawing["paper"], {}))
    _Pen(canvas).draw(drawing["shapes"])
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
        given = LOOKS.get(shape.get("look", ""), {}) | {
            name: value for name, value in shape.items() if name not in PLACING
        }
        slots = self.slots | {name: colour(value, self.slots) for name, value in given.items()}
        return _Pen(
            self.canvas, self._point(shape["at"]), self.size * shape.get("size", 1), **slots
        )

    def _shape(self, shape: Shape) -> None:
        kind = next(iter(shape))
        given = shape[kind]
        fill, alpha = fill_of(shape["fill"], self.slots), shape.get("alpha", 1)
        arc = shape.get("arc", WHOLE)
        if kind == "rect":
            x, y, w, h = given
            rounding = shape.get("r", 0) * self.size, shape.get("corners", [True] * 4)
            size = self.size * w, self.size * h
            self.canvas.rect(self._point((x, y)), *size, fill, alpha, *rounding)
        elif kind == "poly":
            self.canvas.poly(list(self._path(given)), fill, alpha)
        elif kind == "line":
            width = shape["width"] * self.size
            self.canvas.line(list(self._path(given)), width, fill, alpha)
        elif kind == "ring":
            width = shape["width"] * self.size
            self.canvas.ring(self._box(*given, given[-1]), width, arc, fill, alpha)
        else:
            self.canvas.oval(kind, self._box(*given), arc, fill, alpha)

    def _point(self, point: Point) -> Point:
        return self.at[0] + self.size * point[0], self.at[1] + self.size * point[1]

    def _box(self, x: float, y: float, rx: float, ry: float) -> Box:
        cx, cy = self._point((x, y))
        return cx - self.size * rx, cy - self.size * ry, cx + self.size * rx, cy + self.size * ry

    def _path(self, path: list[Any]) -> Iterator[Point]:
        for step in path:
            if isinstance(step, list):
                yield self._point((step[0], step[1]))
            else:
                yield from self._line(step)

    def _line(self, step: Mapping[str, Any]) -> list[Point]:
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
