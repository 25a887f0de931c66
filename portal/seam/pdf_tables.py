"""Rows of a table that reportlab has cut in two.

What: reads `Table._nrows` and `Table._cellvalues`.
Reason: where a page breaks, the day of the week is said again in the first row of the next page.
    reportlab calls `onSplit` with the parts, which tell their rows by these names alone.
Versions: reportlab 5.1
Upstream: none known
Goes when: reportlab gives the parts' rows in public.
"""

from typing import Any

from reportlab.platypus import Table


def row_count(part: Table) -> int:
    """All rows, repeated headings included."""
    return part._nrows


def first_row_below_heading(part: Table) -> list[Any] | None:
    """The cells of the first row after the repeated ones, to be changed in place; None without such a row."""
    if row_count(part) <= part.repeatRows:
        return None
    return part._cellvalues[part.repeatRows]
