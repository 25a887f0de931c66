"""The month's report as a file for a spreadsheet: xlsx, or csv that Excel opens with its letters right."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO, StringIO
from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from events.reception.judging import UnitMonth
from portal.core.months import Month

# What a spreadsheet would run as a formula: a reason for a postponement is anybody's text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
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
    sheet["A1"] = heading
    sheet["A1"].font = Font(bold=True, size=14)
    for number, row in enumerate(rows, 3):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type = "s"  # a name that begins with "=" is a name
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
    """Begins with the mark by which Excel knows UTF-8."""
    target = StringIO()
    writer = csv.writer(target)
    writer.writerows([_harmless(text) for text in row] for row in ([heading], *rows))
    return target.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


WRITERS: Final[dict[str, tuple[str, Callable[[str, Table], bytes]]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _as_xlsx),
    "csv": ("text/csv; charset=utf-8", _as_csv),
}
