"""Place units on a schematic map from their coordinates: a picture that needs no map service."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from units.models import Unit

WIDTH, HEIGHT, MARGIN = 100.0, 80.0, 8.0
# The drawing's text: height of a line and width of a letter, as `components/unit_map.html` sets it.
LINE, LETTER = 4.6, 1.45
ROUNDS, TOLERANCE = 200, 0.01


@dataclass(frozen=True)
class MapPoint:
    """`x` and `y` in the units of a 100 × 80 drawing, north at the top."""

    label: str
    url: str
    x: float
    y: float
    is_province: bool


@dataclass(frozen=True)
class _Extent:
    """From which degree to which the places lie, in one direction."""

    least: float
    most: float

    @classmethod
    def of(cls, degrees: list[float]) -> _Extent:
        return cls(min(degrees), max(degrees))

    @property
    def middle(self) -> float:
        return (self.least + self.most) / 2

    def scale_to(self, side: float) -> float:
        """Length of a degree for all to stand within the margins: 42 on a side of 100 for two degrees."""
        return (side - 2 * MARGIN) / ((self.most - self.least) or 1)


def map_points(units: Iterable[Unit], url_of: Callable[[Unit], str]) -> list[MapPoint]:
    """Points for the units whose coordinates are known; one unit alone stands in the middle.

    A degree is taken as equally long both ways: a province is small, and the drawing is schematic.
    """
    placed = [
        (unit, float(unit.longitude), float(unit.latitude))
        for unit in units
        if unit.latitude is not None and unit.longitude is not None
    ]
    if not placed:
        return []
    across = _Extent.of([longitude for _unit, longitude, _latitude in placed])
    upwards = _Extent.of([latitude for _unit, _longitude, latitude in placed])
    scale = min(across.scale_to(WIDTH), upwards.scale_to(HEIGHT))
    points = [
        MapPoint(
            label=unit.short_name,
            url=url_of(unit),
            x=round(WIDTH / 2 + (longitude - across.middle) * scale, 2),
            y=round(HEIGHT / 2 - (latitude - upwards.middle) * scale, 2),
            is_province=unit.is_province,
        )
        for unit, longitude, latitude in placed
    ]
    return list(_spread(tuple(points)))


# Sixty units take almost half a second, and units rarely move.
@lru_cache(maxsize=64)
def _spread(places: tuple[MapPoint, ...]) -> tuple[MapPoint, ...]:
    """Move points up or down until no label covers another; who is further north stays so.

    A province and the town that it sits in have the same coordinates. The drawing is schematic, so a
    readable label is worth more than the exact place.
    """
    points = sorted(places, key=lambda point: point.y)
    pairs = list(combinations(range(len(points)), 2))
    for _round in range(ROUNDS):
        covered = [pair for pair in pairs if _lack(points[pair[0]], points[pair[1]]) > TOLERANCE]
        if not covered:
            break
        for upper, lower in covered:
            half = _lack(points[upper], points[lower]) / 2
            points[upper] = replace(points[upper], y=round(max(points[upper].y - half, 3), 2))
            points[lower] = replace(points[lower], y=round(min(points[lower].y + half, 77), 2))
    return tuple(points)


def _lack(upper: MapPoint, lower: MapPoint) -> float:
    """How much further apart two points must stand; nothing when their labels miss each other."""
    (left, right), (other_left, other_right) = _span(upper), _span(lower)
    collide = left < other_right and other_left < right
    return max(LINE - (lower.y - upper.y), 0.0) if collide else 0.0


def _span(point: MapPoint) -> tuple[float, float]:
    """From where to where dot and label reach; labels of the eastern third stand to the left."""
    width = 4.5 + LETTER * len(point.label.removeprefix("VKSND "))
    return (point.x - width, point.x + 1.5) if point.x > 65 else (point.x - 1.5, point.x + width)
