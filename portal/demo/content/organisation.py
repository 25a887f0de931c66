"""The province, its departments and lower units, their invented leaders, linked software and sites.

Places, the functions of bodies and the sites are real; telephone numbers, house numbers, mail addresses and
internal software are invented, and every leader's name ends in "(mẫu)", so that no real person is ever meant.
The communes named are a selection.
"""

from __future__ import annotations

from portal.demo.content.reading import read_rows
from portal.demo.content.types import LinkedSample, OfficialSample, UnitSample

# The department whose people have sample accounts.
STAFFED_DEPARTMENT = "phong-1"
UNITS = read_rows("units.toml", UnitSample)
(PROVINCE,) = (unit for unit in UNITS if unit.kind == "province")
DEPARTMENTS = tuple(unit for unit in UNITS if unit.kind == "department")
DISTRICTS = tuple(unit for unit in UNITS if unit.kind == "district")
OFFICIALS = read_rows("officials.toml", OfficialSample)
LINKS = read_rows("links.toml", LinkedSample)
