"""The parts of a table that a page's end has cut in two."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Table

from portal.seam.pdf_tables import first_row_below_heading, row_count


class Cut(Table):
    parts: list[Any]

    def onSplit(self, part: Any, byRow: int = 1) -> None:
        self.parts.append(part)


def test_each_part_tells_its_rows() -> None:
    rows = [["đầu"], *([str(number)] for number in range(1, 10))]
    table = Cut(rows, rowHeights=20, repeatRows=1)
    table.parts = []
    table.wrap(100, 100)
    table.split(100, 100)
    first, second = table.parts
    assert row_count(first) == 5
    assert row_count(second) == 6, "with its heading"
    assert first_row_below_heading(second) == ["5"]


def test_a_part_without_rows_has_none() -> None:
    assert first_row_below_heading(Table([["đầu"]], repeatRows=1)) is None
