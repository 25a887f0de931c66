"""Tables out: nothing that a spreadsheet would run, and what was written can be read again."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from portal.core.spreadsheets import (
    SIGNS,
    Sheet,
    as_workbook,
    clean,
    csv_lines,
    harmless,
    put_text,
)

# Surrogates as well: a broken font or a hostile form brings them.
TEXTS = st.text(st.characters(), max_size=60) | st.text(
    "=+-@＝＋－＠\t\r\n\x00\u200b\xa0 1'a", max_size=8
)
VALUES = TEXTS | st.integers(-999, 999) | st.none()


def cells_of(data: bytes) -> list[list[Any]]:
    return [list(row) for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows()]


def runs(text: str) -> bool:
    """As a spreadsheet sees a cell: it passes over what is no letter of its own."""
    return text.lstrip(" \x00\u200b\xa0").startswith(SIGNS)


@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_text_of_a_csv_is_run_and_each_reads_back(rows: list[list[Any]]) -> None:
    data = "".join(csv_lines(rows)).encode()
    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for row, cells in zip(rows, found, strict=True):
        for value, cell in zip(row, cells, strict=True):
            if isinstance(value, str):
                assert not runs(cell)
                assert cell == clean(value) or (cell == f"'{clean(value)}" and runs(clean(value)))
            else:
                assert cell == ("" if value is None else str(value))


@given(TEXTS, st.booleans())
@example("=1+1", False)
@example("\x00\n=1", True)
def test_no_text_of_a_workbook_is_run_and_each_reads_back(text: str, is_marked: bool) -> None:
    ((heading,), (cell,)) = cells_of(as_workbook(Sheet("Bảng", ["=A"], [["x" + text]])))
    assert (heading.value, heading.data_type) == ("=A", "s")
    assert (cell.value, cell.data_type) == ("x" + clean(text), "s")
    rows = cells_of(as_workbook(Sheet("Bảng", ["A"], [[text]], is_marked=is_marked)))
    for cell in rows[1] if len(rows) > 1 else ():
        assert cell.data_type in ("s", "n", "inlineStr")
        assert cell.value is None or not (is_marked and runs(cell.value))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-5, -5),
        ("-5", "'-5"),
        (None, None),
        ("+84 912 345 001", "'+84 912 345 001"),
        ("0912.345.001", "0912.345.001"),
        ("24/11/2026", "24/11/2026"),
        ("  =1", "'  =1"),
        ("\x00=1", "'=1"),
        ("\u200b@x", "'@x"),
        ("＝1", "'＝1"),
        ("a\r\nb", "a\nb"),
        ("Nguyễn\xa0Văn", "Nguyễn Văn"),
        ("\ud800a", "a"),
    ],
)
def test_only_texts_are_marked(value: Any, shown: Any) -> None:
    assert harmless(value) == shown


def test_rows_are_asked_for_one_by_one() -> None:
    asked: list[int] = []

    def rows() -> Iterator[list[int]]:
        for number in range(3):
            asked.append(number)
            yield [number]

    lines = csv_lines(rows())
    assert (next(lines), asked) == ("\ufeff0\r\n", [0])
    assert (next(lines), asked) == ("1\r\n", [0, 1])


def test_workbook_keeps_numbers_and_moments() -> None:
    moment = datetime(2026, 11, 24, 8, 30)
    number, day = cells_of(as_workbook(Sheet("Bảng", ["A", "B"], [[-5, moment]], widths=[9, 9])))[1]
    assert (number.value, number.data_type) == (-5, "n")
    assert day.value == moment
    assert day.is_date


def test_long_text_is_cut_where_excel_cuts_it() -> None:
    cell = Workbook().worksheets[0]["A1"]
    put_text(cell, "=" * 40_000)
    assert (len(cell.value), cell.data_type) == (32_767, "s")
