"""Who writes the news, how much, and about what: `data/news.toml`."""

from __future__ import annotations

from dataclasses import dataclass

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


NEWS = read_table("news.toml", _File)
ITEMS_PER_UNIT: dict[str | None, int] = {
    None if unit == PROVINCE else unit: total for unit, total in NEWS.items_per_unit.items()
}
