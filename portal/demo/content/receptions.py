"""What the sample's receptions say; every matter and place is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from portal.demo.content.reading import read_table


@dataclass(frozen=True)
class _File:
    """An entry of `hours` is weekday (0 is Monday), from, to."""

    hours: tuple[tuple[int, time, time], ...]
    place: str
    participants: str
    matters: tuple[str, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...]


RECEPTIONS = read_table("receptions.toml", _File)
