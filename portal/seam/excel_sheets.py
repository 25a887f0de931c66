"""Where a sheet of a workbook stands inside the file.

What: reads `ReadOnlyWorksheet._worksheet_path`.
Reason: merged cells, hidden rows and hidden columns are not known to openpyxl's read-only sheets, and
    other sheets read a whole workbook into memory, whatever its size. So they are taken from the sheet's
    own XML.
Versions: openpyxl 3.1
Upstream: https://foss.heptapod.net/openpyxl/openpyxl/-/issues/540
Goes when: read-only sheets know merged and hidden cells.
"""

from typing import Any


def path_in_archive(sheet: Any) -> str:
    """The name of a read-only sheet's XML in the workbook's archive."""
    return sheet._worksheet_path
