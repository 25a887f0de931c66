"""Place units on a schematic map from their coordinates: a picture that needs no map service."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from units.models import Unit

WIDTH, HEIGHT, MARGIN = 100.0, 80.0, 8.0


@dataclass(frozen=True)
class MapPoint:
    """`x` and `y` in the units of a 100 × 80 drawing, north at the top."""

    label: str
    url: str
    x: float
    y: float
    is_province: bool


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
    west, east = min(lon for _, lon, _ in placed), max(lon for _, lon, _ in placed)
    south, north = min(lat for _, _, lat in placed), max(lat for _, _, lat in placed)
    scale = min(
        (WIDTH - 2 * MARGIN) / ((east - west) or 1), (HEIGHT - 2 * MARGIN) / ((north - south) or 1)
    )
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    return [
        MapPoint(
            label=unit.short_name,
            url=url_of(unit),
            x=round(WIDTH / 2 + (lon - middle_lon) * scale, 2),
            y=round(HEIGHT / 2 - (lat - middle_lat) * scale, 2),
            is_province=unit.is_province,
        )
        for unit, lon, lat in placed
    ]
