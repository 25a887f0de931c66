"""The sheets of an .xlsx as tables, with cells that hold real dates and hours in the words of a schedule."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
from portal.seam.excel_sheets import path_in_archive

_FAILURES: Final = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, OSError,
    zipfile.BadZipFile,
)  # fmt: skip
_DAY_ONE: Final = timedelta(days=1)
# Sheets whose cells Excel draws far below the last text; nobody writes a week there.
_LAST_ROW: Final = 20_000
_MOST_SHEETS: Final = 10
_Box = tuple[int, int, int, int]  # first column, first row, last column, last row


@dataclass(frozen=True)
class Sheet:
    """`name` is empty if the file has no other; `hidden` counts rows and columns that were left out."""

    blocks: list[Block]
    name: str = ""
    hidden: int = 0


def read_sheet(clean: io.BytesIO) -> Sheet:
    """The sheet that was open when the file was saved, as far as it is shown.

    Units keep a year in one file, a sheet for each week. Row numbers are those that Excel shows. Raises
    ScheduleFileError for more rows than a week has, and for a workbook that cannot be read.
    """
    try:
        book = openpyxl.load_workbook(clean, read_only=True, data_only=True, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        # An empty sheet in front is passed over: new ones are left there by accident.
        visible.sort(key=lambda sheet: sheet is not book.active)
        grid, name, hidden = Grid(()), "", 0
        with zipfile.ZipFile(clean) as archive:
            for sheet in visible[:_MOST_SHEETS]:
                grid, hidden = _grid(sheet, archive)
                name = sheet.title
                if grid.rows:
                    break
    except _FAILURES as error:
        raise ScheduleFileError("damaged") from error
    return Sheet([grid] if grid.rows else [], name if len(visible) > 1 else "", hidden)


def _grid(sheet: Any, archive: zipfile.ZipFile) -> tuple[Grid, int]:
    """What is shown, and how many rows and columns with something in them are not."""
    root: Element = fromstring(archive.read(path_in_archive(sheet)), forbid_dtd=True)
    _refuse_by_rows(root)
    merged = _merged(root)
    sheet.reset_dimensions()
    hidden_rows, hidden_columns = _hidden(root)
    rows: list[Row] = []
    left_out, columns_left_out = 0, set()
    table = sheet.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS, values_only=True)
    for number, values in enumerate(table, 1):
        texts = {at: text for at, value in enumerate(values) if (text := tidy(written(value)))}
        if number in hidden_rows:
            left_out += bool(texts)
            continue
        columns_left_out |= texts.keys() & hidden_columns
        shown = {at: text for at, text in texts.items() if at not in hidden_columns}
        if shown:
            cells = (Cell(number, at, shown.get(at, "")) for at in range(len(values)))
            rows.append(Row(number, tuple(cells)))
    grid = Grid(_without_empty_columns(_with_merged(rows, merged)))
    return grid, left_out + len(columns_left_out)


def _hidden(root: Element) -> tuple[set[int], set[int]]:
    """Rows (from 1) and columns (from 0) that nobody sees who opens the sheet: last week's, as a rule."""
    rows: set[int] = set()
    columns: set[int] = set()
    number = 0
    for element in root.iter():
        is_hidden = element.get("hidden") in ("1", "true")
        if element.tag.endswith("}row"):
            number = _number_of(element, number)
            if is_hidden:
                rows.add(number)
        elif is_hidden and element.tag.endswith("}col"):
            columns |= set(_columns_of(element))
    return rows, columns


def _number_of(row: Element, before: int) -> int:
    """The number that the row says, else the one that follows the row before it."""
    said = row.get("r", "")
    return int(said) if _is_number(said) else before + 1


def _columns_of(element: Element) -> range:
    """<col min="2" max="3"> speaks of the columns 1 and 2, counted from 0."""
    first, last = element.get("min", ""), element.get("max", "")
    if not (_is_number(first) and _is_number(last)):
        return range(0)
    return range(int(first) - 1, min(int(last), MAX_COLUMNS))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _refuse_by_rows(root: Element) -> None:
    """Rows with something in them; formatted empty ones are everywhere and cost nothing."""
    filled = last = 0
    for element in root.iter():
        if element.tag.endswith("}row") and _is_filled(element):
            filled += 1
            last = _number_of(element, last)
    if filled > MAX_ROWS or last > _LAST_ROW:
        raise ScheduleFileError("too_many_rows", limit=MAX_ROWS)


def _is_filled(row: Element) -> bool:
    parts = (part for cell in row for part in cell)
    return any(part.tag.endswith(("}v", "}is")) for part in parts)


def _merged(root: Element) -> dict[int, list[_Box]]:
    """Merged areas by each row that they touch; one that covers the whole sheet is cut to its edge."""
    found: dict[int, list[_Box]] = {}
    places = 0
    for element in root.iter():
        if not element.tag.endswith("}mergeCell"):
            continue
        box = _box(element.get("ref", ""))
        if box is None:
            continue
        _left, top, _right, bottom = box
        rows = range(top, min(bottom, top + MAX_ROWS) + 1)
        # Areas do not lie on each other, so a sheet has no more of them in its rows than places.
        places += len(rows)
        if places > MAX_ROWS * MAX_COLUMNS:
            raise ScheduleFileError("suspicious")
        for number in rows:
            found.setdefault(number, []).append(box)
    return found


def _box(reference: str) -> _Box | None:
    """ "A2:B3" is (1, 2, 2, 3)."""
    if not re.fullmatch(r"[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}", reference):
        return None
    left, top, right, bottom = range_boundaries(reference)
    return left or 1, top or 1, min(right or 1, MAX_COLUMNS), min(bottom or 1, _LAST_ROW)


def _with_merged(rows: list[Row], merged: dict[int, list[_Box]]) -> list[Row]:
    """A merged cell stands at each of its places, as in every other source."""
    anchors = {(cell.row, cell.column): cell for row in rows for cell in row.cells}
    width = max((len(row.cells) for row in rows), default=0)
    filled = (_filled(row, width, merged.get(row.number, ()), anchors) for row in rows)
    return [row for row in filled if any(cell.text for cell in row.cells)]


def _filled(
    row: Row, width: int, boxes: Iterable[_Box], anchors: Mapping[tuple[int, int], Cell]
) -> Row:
    """The row at full width, with the first cell of each area at all places of the area."""
    padding = (Cell(row.number, at, "") for at in range(len(row.cells), width))
    cells = [*row.cells, *padding]
    for left, top, right, _bottom in boxes:
        if (anchor := anchors.get((top, left - 1))) is None:
            continue
        for at in range(left - 1, min(right, width)):
            cells[at] = anchor
    return Row(row.number, tuple(cells))


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
        return _day_and_hours(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return _hours(datetime.combine(date(2000, 1, 1), value))
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def _day_and_hours(value: datetime) -> str:
    """Midnight is no hour: Excel keeps a day alone so."""
    moment = value + timedelta(seconds=30)
    day = f"{moment:%d/%m/%Y}"
    return day if (moment.hour, moment.minute) == (0, 0) else f"{day} {moment:%H:%M}"


def _hours(moment: datetime) -> str:
    return f"{moment + timedelta(seconds=30):%H:%M}"
