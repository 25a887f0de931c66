"""The invented writers, and from which department a provincial item comes."""

from __future__ import annotations

from random import Random

from portal.demo.content.news.settings import NEWS, PROVINCE
from portal.demo.content.units import DISTRICTS

_AREAS = {unit.slug: unit.area for unit in DISTRICTS}


def byline(rng: Random, unit: str | None, topic: str) -> tuple[str, str, str]:
    """Name, post and source. A writer always has the same post."""
    name = rng.choice(NEWS.writers[unit or PROVINCE])
    role = role_of(unit, name)
    if unit is None:
        source = rng.choice(NEWS.sources.get(topic, (NEWS.usual_source,)))
    else:
        source = f"VKSND {_AREAS[unit]}"
    return f"{name} (mẫu)", role, source


def role_of(unit: str | None, name: str) -> str:
    place = NEWS.writers[unit or PROVINCE].index(name)
    return NEWS.roles[(len(name) + place) % len(NEWS.roles)]


def exemplary_person(rng: Random) -> str:
    family, given = NEWS.exemplary_family_names, NEWS.exemplary_given_names
    return f"{rng.choice(family)} {rng.choice(given)} (mẫu)"
