"""Tables that leave the house as CSV or Excel, which whoever opens them need not fear.

A spreadsheet runs a text that begins like a formula, and much of what stands in our tables was typed by
strangers. In CSV such a text is marked with an apostrophe. In a workbook each text cell says that it is
one, so its words stay as they are, unless the list is there to be copied on (`Sheet.is_marked`).

    harmless("=HYPERLINK(1)")   "'=HYPERLINK(1)"
    harmless(" -5"), harmless(-5)   "' -5", -5
    harmless("173/QĐ-VKS")      "173/QĐ-VKS"
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import IO, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

CSV_TYPE: Final = "text/csv; charset=utf-8"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Without this mark Excel reads Vietnamese as another code page.
MARK: Final = "\ufeff"
# What begins a formula, also where a keyboard writes wide letters; a tab or an empty line hides one.
SIGNS: Final = tuple("=+-@＝＋－＠\t\r\n")
LONGEST: Final = 32_767  # letters in a cell of Excel
_MOMENT: Final = "dd/mm/yyyy hh:mm"


def clean(text: str) -> str:
    """Without what a cell cannot hold or nobody sees: control characters, halves of letters, turned text.

    Line ends are those of Excel, and every kind of space is one.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    if letter.isprintable() or letter in "\n\t":
        return letter
    return " " if letter.isspace() else ""


def harmless(value: Any) -> Any:
    """A text with an apostrophe before what would be run; a number or a date is what it is."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.lstrip(" ").startswith(SIGNS) else text


class _Echo:
    """Hands back what the CSV writer writes."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Line by line, however many there are; the first begins with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Echo())
    mark = MARK
    for row in rows:
        yield mark + writer.writerow([harmless(value) for value in row])
        mark = ""


@dataclass(frozen=True)
class Sheet:
    """One table; `rows` are asked for while it is written. `is_marked`: texts are marked as in CSV."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]
    widths: Sequence[int] = ()
    is_marked: bool = False


def write_workbook(target: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Never all in memory. Headings stay in sight."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.title), sheet)
    book.save(target)


def as_workbook(*sheets: Sheet) -> bytes:
    target = BytesIO()
    write_workbook(target, sheets)
    return target.getvalue()


def _write_sheet(place: Any, sheet: Sheet) -> None:
    place.freeze_panes = "A2"
    for number, width in enumerate(sheet.widths, 1):
        place.column_dimensions[get_column_letter(number)].width = width
    headings = [_cell(place, heading) for heading in sheet.headings]
    for heading in headings:
        heading.font = Font(bold=True)
    place.append(headings)
    for row in sheet.rows:
        values = map(harmless, row) if sheet.is_marked else row
        place.append([_cell(place, value) for value in values])


def _cell(place: Any, value: Any) -> Any:
    cell = WriteOnlyCell(place)
    if isinstance(value, str):
        put_text(cell, value)
        return cell
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = _MOMENT
    return cell


def put_text(cell: Any, text: str) -> None:
    """Write a text into a cell of a workbook; one that begins like a formula stays a text."""
    cell.value = clean(text)[:LONGEST]
    cell.data_type = "s"
