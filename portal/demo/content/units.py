"""The province, its departments and the eleven lower units of the sample.

Places and the functions of bodies are real; telephone numbers, house numbers and mail addresses are
invented. The communes named are a selection.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.content.reading import read_table
from portal.demo.content.types import UnitSample


@dataclass(frozen=True)
class _File:
    """`staffed_department`: the one whose people have sample accounts."""

    staffed_department: str
    unit: tuple[UnitSample, ...]


_FILE = read_table("units.toml", _File)
STAFFED_DEPARTMENT = _FILE.staffed_department
UNITS = _FILE.unit
(PROVINCE,) = (unit for unit in UNITS if unit.kind == "province")
DEPARTMENTS = tuple(unit for unit in UNITS if unit.kind == "department")
DISTRICTS = tuple(unit for unit in UNITS if unit.kind == "district")
