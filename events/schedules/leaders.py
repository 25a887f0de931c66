"""The leaders of a unit, as its schedules speak of them."""

from __future__ import annotations

from events.schedules.rules.leaders import Leader
from units.models import Official, Unit


def leaders_of(unit: Unit | None) -> list[Leader]:
    """In protocol order; nobody without a unit."""
    if unit is None:
        return []
    rows = Official.objects.leading(unit).values_list("pk", "name", "post")
    return [Leader(*row) for row in rows]
