"""A week as an .xlsx, ready to print: the head of the table on every page, one page wide."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from events.schedules.exports.paper import (
    COUNTRY,
    FONT_SIZE,
    INTERNAL,
    MARGINS,
    MOTTO,
    RECIPIENTS,
    OfficialPaper,
)
from portal.core.spreadsheets import put_text

FONT = "Times New Roman"
# What Excel calls one unit of width, in millimetres of this font.
_UNIT = 2.1
_INCH = 25.4
_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def write_xlsx(paper: OfficialPaper, made: datetime) -> bytes:
    book = Workbook()
    book.properties.title, book.properties.creator = paper.heading_line, paper.unit_name
    book.properties.created = book.properties.modified = made.astimezone(UTC).replace(tzinfo=None)
    sheet: Any = book.active
    sheet.title = "Lịch làm việc"
    last = len(paper.headings)
    row = _head(sheet, paper, last)
    row = _table(sheet, paper, row)
    _foot(sheet, paper, row, last)
    _print(sheet, paper)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _put(sheet: Any, row: int, column: int, text: str, **font: Any) -> Any:
    cell = sheet.cell(row, column)
    put_text(cell, text)
    cell.font = Font(name=FONT, size=font.pop("size", FONT_SIZE), **font)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _centred(sheet: Any, row: int, first: int, last: int, text: str, **font: Any) -> None:
    cell = _put(sheet, row, first, text, **font)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def _head(sheet: Any, paper: OfficialPaper, last: int) -> int:
    """The number of the row that follows."""
    middle = max(1, last // 2)
    lines: tuple[tuple[str, dict[str, Any], str, dict[str, Any]], ...] = (
        (paper.issuer, {}, COUNTRY, {"bold": True}),
        (paper.unit_name, {"bold": True}, MOTTO, {"bold": True, "underline": "single"}),
        (paper.number, {}, paper.place_and_date, {"italic": True}),
    )
    for row, (left, left_font, right, right_font) in enumerate(lines, 1):
        _centred(sheet, row, 1, middle, left, **left_font)
        _centred(sheet, row, middle + 1, last, right, **right_font)
    row = 5
    titles = [*([INTERNAL] if paper.is_internal else []), *paper.title]
    for text in titles:
        _centred(sheet, row, 1, last, text, bold=True)
        row += 1
    if paper.amendment:
        _centred(sheet, row, 1, last, f"({paper.amendment})", italic=True)
        row += 1
    return row + 1


def _table(sheet: Any, paper: OfficialPaper, row: int) -> int:
    for column, heading in enumerate(paper.headings, 1):
        _centred(sheet, row, column, column, heading, bold=True)
        sheet.cell(row, column).border = _BOX
    sheet.print_title_rows = f"{row}:{row}"
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    for line in paper.rows:
        row += 1
        if line.day:
            _put(sheet, row, 1, line.day, bold=True)
        sheet.cell(row, 1).border = _BOX
        for column, text in enumerate(line.cells, 2):
            _put(sheet, row, column, text).border = _BOX
        if line.length > 1:
            end = row + line.length - 1
            sheet.merge_cells(start_row=row, end_row=end, start_column=1, end_column=1)
    return row + 2


def _foot(sheet: Any, paper: OfficialPaper, row: int, last: int) -> None:
    middle = max(1, last // 2)
    _put(sheet, row, 1, RECIPIENTS, bold=True, italic=True, size=12)
    for at, name in enumerate(paper.recipients, 1):
        end = "." if at == len(paper.recipients) else ";"
        _put(sheet, row + at, 1, f"- {name}{end}", size=11)
        sheet.merge_cells(start_row=row + at, end_row=row + at, start_column=1, end_column=middle)
    for at, line in enumerate(paper.signer_post):
        _centred(sheet, row + at, middle + 1, last, line, bold=True)
    below = row + len(paper.signer_post) + 3
    _centred(sheet, below, middle + 1, last, paper.signer, bold=True)


def _print(sheet: Any, paper: OfficialPaper) -> None:
    for column, width in enumerate(paper.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / _UNIT
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, width in MARGINS.items():
        setattr(sheet.page_margins, side, width / _INCH)
