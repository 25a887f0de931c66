"""The invented writers, from which department a provincial item comes, who writes how much about what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from portal.demo.content.organisation import DISTRICTS
from portal.demo.content.reading import read_table

# What stands for the province where units are named; in the samples it is None.
PROVINCE = "tinh"


@dataclass(frozen=True)
class _File:
    """`roles` are the posts of writers; `sources` the departments from which a topic comes."""

    items_per_unit: dict[str, int]
    topic_weights: dict[str, int]
    roles: tuple[str, ...]
    usual_source: str
    exemplary_family_names: tuple[str, ...]
    exemplary_given_names: tuple[str, ...]
    writers: dict[str, tuple[str, ...]]
    sources: dict[str, tuple[str, ...]]
    tet_breaks: tuple[tuple[date, date], ...]


NEWS = read_table("news.toml", _File)
AREAS = {unit.slug: unit.area for unit in DISTRICTS}


def byline(rng: Random, unit: str | None, topic: str) -> tuple[str, str, str]:
    """Name, post and source. A writer always has the same post."""
    name = rng.choice(NEWS.writers[unit or PROVINCE])
    role = role_of(unit, name)
    if unit is None:
        source = rng.choice(NEWS.sources.get(topic, (NEWS.usual_source,)))
    else:
        source = f"VKSND {AREAS[unit]}"
    return f"{name} (mẫu)", role, source


def role_of(unit: str | None, name: str) -> str:
    place = NEWS.writers[unit or PROVINCE].index(name)
    return NEWS.roles[(len(name) + place) % len(NEWS.roles)]


def exemplary_person(rng: Random) -> str:
    family, given = NEWS.exemplary_family_names, NEWS.exemplary_given_names
    return f"{rng.choice(family)} {rng.choice(given)} (mẫu)"
