"""The days off of the law and of each year's decision, as the `holidays` library knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays


@dataclass(frozen=True)
class Year:
    """`off` gives each day off its name, `worked` holds weekends that are worked in exchange."""

    off: Mapping[date, str]
    worked: frozenset[date]


@lru_cache(maxsize=64)
def statutory_year(year: int) -> Year:
    """Reading a year takes the library a few milliseconds, and the answer never changes."""
    found = holidays.country_holidays("VN", years=year, language="vi")
    off = {day: name for day, name in sorted(found.items()) if day.year == year}
    worked = frozenset(day for day in found.weekend_workdays if day.year == year)
    return Year(MappingProxyType(off), worked)
