"""The sheets of an .xlsx as tables, with cells that hold real dates and hours in the words of a schedule."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from xml.etree.ElementTree import Element

import openpyxl
from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import range_boundaries

from events.schedules.imports.limits import MAX_COLUMNS, MAX_ROWS
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.rules.grid import Block, Cell, Grid, Row
from events.schedules.rules.plain import tidy

_FAILURES: Final = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, OSError,
    zipfile.BadZipFile,
)  # fmt: skip
_DAY_ONE: Final = timedelta(days=1)
# Sheets whose cells Excel draws far below the last text; nobody writes a week there.
_LAST_ROW: Final = 20_000
_Box = tuple[int, int, int, int]  # first column, first row, last column, last row


def read_sheet(clean: io.BytesIO) -> tuple[list[Block], str]:
    """The sheet that was open when the file was saved, and its name if there are others beside it.

    Units keep a year in one file, a sheet for each week. Row numbers are those that Excel shows. Raises
    ScheduleFileError for more rows than a week has, and for a workbook that cannot be read.
    """
    try:
        book = openpyxl.load_workbook(clean, read_only=True, data_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        active = book.active if book.active in visible else next(iter(visible), None)
        if active is None:
            return [], ""
        with zipfile.ZipFile(clean) as archive:
            grid = _grid(active, archive)
    except _FAILURES as error:
        raise ScheduleFileError("damaged") from error
    return [grid] if grid.rows else [], active.title if len(visible) > 1 else ""


def _grid(sheet: Any, archive: zipfile.ZipFile) -> Grid:
    root: Element = fromstring(archive.read(sheet._worksheet_path), forbid_dtd=True)
    _refuse_by_rows(root)
    merged = _merged(root)
    sheet.reset_dimensions()
    rows: list[Row] = []
    table = sheet.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS, values_only=True)
    for number, values in enumerate(table, 1):
        texts = [tidy(written(value)) for value in values]
        if any(texts):
            rows.append(Row(number, tuple(Cell(number, at, text) for at, text in enumerate(texts))))
    return Grid(_without_empty_columns(_with_merged(rows, merged)))


def _refuse_by_rows(root: Element) -> None:
    """Rows with something in them; formatted empty ones are everywhere and cost nothing."""
    filled = last = 0
    for row in root.iter():
        if not row.tag.endswith("}row"):
            continue
        if any(cell.tag.endswith(("}v", "}is")) for each in row for cell in each):
            filled += 1
            number = row.get("r", "")
            last = int(number) if number.isascii() and number.isdigit() else last + 1
    if filled > MAX_ROWS or last > _LAST_ROW:
        raise ScheduleFileError("too_many_rows", limit=MAX_ROWS)


def _merged(root: Element) -> dict[int, list[_Box]]:
    """Merged areas by each row that they touch; one that covers the whole sheet is cut to its edge."""
    found: dict[int, list[_Box]] = {}
    for element in root.iter():
        if not element.tag.endswith("}mergeCell"):
            continue
        reference = element.get("ref", "")
        if not re.fullmatch(r"[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}", reference):
            continue
        left, top, right, bottom = range_boundaries(reference)
        box = (left or 1, top or 1, min(right or 1, MAX_COLUMNS), min(bottom or 1, _LAST_ROW))
        for number in range(box[1], min(box[3], box[1] + MAX_ROWS) + 1):
            found.setdefault(number, []).append(box)
    return found


def _with_merged(rows: list[Row], merged: dict[int, list[_Box]]) -> list[Row]:
    """A merged cell stands at each of its places, as in every other source."""
    anchors = {(cell.row, cell.column): cell for row in rows for cell in row.cells}
    width = max((len(row.cells) for row in rows), default=0)
    filled = []
    for row in rows:
        cells = list(row.cells) + [Cell(row.number, at, "") for at in range(len(row.cells), width)]
        for left, top, right, _bottom in merged.get(row.number, ()):
            anchor = anchors.get((top, left - 1))
            for at in range(left - 1, min(right, width)):
                if anchor is not None:
                    cells[at] = anchor
        filled.append(Row(row.number, tuple(cells)))
    return [row for row in filled if any(cell.text for cell in row.cells)]


def _without_empty_columns(rows: list[Row]) -> tuple[Row, ...]:
    used = sorted({at for row in rows for at, cell in enumerate(row.cells) if cell.text})
    return tuple(Row(row.number, tuple(row.cells[at] for at in used)) for row in rows)


def written(value: Any) -> str:
    """A cell's value as a schedule would say it; times of 7:29:59.999 are what Excel makes of 7:30."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, timedelta):
        return _hours(datetime.min + value) if timedelta() <= value < _DAY_ONE else str(value)
    if isinstance(value, datetime):
        moment = value + timedelta(seconds=30)
        day = f"{moment:%d/%m/%Y}"
        return day if (moment.hour, moment.minute) == (0, 0) else f"{day} {moment:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return _hours(datetime.combine(date(2000, 1, 1), value))
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def _hours(moment: datetime) -> str:
    return f"{moment + timedelta(seconds=30):%H:%M}"
