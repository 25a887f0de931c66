"""The month's report as a file for a spreadsheet: xlsx, or csv that Excel opens with its letters right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from events.reception.judging import UnitMonth
from portal.core.months import Month
from portal.core.spreadsheets import CSV_TYPE, XLSX_TYPE, csv_lines, put_text

_WIDTHS: Final = (36, 20, 20, 20, 20, 70)
Table = Sequence[Sequence[str]]


def answer(
    kind: str, heading: str, demands: Iterable[str], lines: Iterable[UnitMonth], month: Month
) -> HttpResponse:
    """`kind` is a key of `WRITERS`."""
    content_type, write = WRITERS[kind]
    rows = [
        [_("Đơn vị"), *map(str, demands), _("Cụ thể")],
        *(
            [
                line.unit.name,
                *(words for _key, words in line.cells),
                "\n".join(text for _broken, text in line.texts),
            ]
            for line in lines
        ),
    ]
    response = HttpResponse(write(heading, rows), content_type=content_type)
    name = f"tiep-cong-dan-{month.key}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _as_xlsx(heading: str, rows: Table) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = heading.replace("/", "-")[:31]
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    put_text(sheet["A1"], heading)
    sheet["A1"].font = Font(bold=True, size=14)
    for number, row in enumerate(rows, 3):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put_text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 3)
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _as_csv(heading: str, rows: Table) -> bytes:
    return "".join(csv_lines([[heading], *rows])).encode()


WRITERS: Final[dict[str, tuple[str, Callable[[str, Table], bytes]]]] = {
    "xlsx": (XLSX_TYPE, _as_xlsx),
    "csv": (CSV_TYPE, _as_csv),
}
