"""The Excel file to fill in: headings, an example, and what may stand in which column."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from home.registry.bulk.sheet import COLUMNS, MAX_LINES
from home.registry.models import DocumentField
from home.registry.wording import DocumentType
from portal.core.spreadsheets import put_text

_WIDTHS = (16, 18, 34, 60, 16, 16, 20, 22, 18, 34, 40, 34)
_EXAMPLE = (
    "173/QĐ-VKS", "Quyết định", "", "Về việc ban hành Quy chế tiếp công dân", "12/03/2025", "", "",
    "Hoàng Văn Mẫu", "Viện trưởng", "", "", "173-qd-vks.pdf; phu-luc-1.xlsx",
)  # fmt: skip


def template() -> bytes:
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = _("Danh sách")
    for place, (column, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, place)
        put_text(cell, f"{column.heading}{' *' if column.is_needed else ''}")
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="12305F")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = width
        # Text, so that Excel makes no date of "5/11" and keeps days as they are typed.
        for line in range(2, MAX_LINES + 2):
            sheet.cell(line, place).number_format = "@"
    sheet.freeze_panes = "A2"
    _add_guide(book.create_sheet(_("Hướng dẫn")))
    _add_choices(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _add_guide(sheet: Worksheet) -> None:
    lines = (
        _("Mỗi dòng của trang “Danh sách” là một văn bản; nhiều nhất %d dòng một lần.") % MAX_LINES,
        _("Cột có dấu * phải điền. Ngày gõ như 24/11/2026."),
        _(
            "Loại văn bản để trống thì lấy theo ký hiệu. Cơ quan ban hành để trống thì là đơn vị của sổ."
        ),
        _("Hết hiệu lực từ ngày: ngày đầu tiên không còn hiệu lực; để trống nếu còn hiệu lực."),
        _("Tệp: tên tệp trong tệp nén .zip, kể cả đuôi; nhiều tệp cách nhau bằng dấu chấm phẩy."),
        _("Văn bản nhập vào là bản nháp: từng văn bản vẫn phải được gửi duyệt."),
        _("Ví dụ một dòng:"),
    )
    for line in lines:
        sheet.append([line])
    sheet.append([str(column.heading) for column in COLUMNS])
    sheet.append(list(_EXAMPLE))
    sheet.column_dimensions["A"].width = 30


def _add_choices(book: Workbook, sheet: Worksheet) -> None:
    """Types and fields to choose from, in a sheet of their own: Excel limits a list inside a rule."""
    choices = book.create_sheet(_("Lựa chọn"))
    kinds = [str(kind.label) for kind in DocumentType]
    fields = [row.name for row in DocumentField.objects.active()]
    for letter, values, name in (("A", kinds, "document_type"), ("B", fields, "field")):
        for line, value in enumerate(values, 1):
            put_text(choices[f"{letter}{line}"], value)
        if not values:
            continue
        place = next(place for place, column in enumerate(COLUMNS, 1) if column.name == name)
        area = f"'{choices.title}'!${letter}$1:${letter}${len(values)}"
        rule = DataValidation("list", formula1=area, allow_blank=True)
        sheet.add_data_validation(rule)
        column = get_column_letter(place)
        rule.add(f"{column}2:{column}{MAX_LINES + 1}")
