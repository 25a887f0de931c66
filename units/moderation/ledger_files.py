"""The ledger as a file for a spreadsheet: xlsx, or csv that Excel opens with its letters right."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from units.moderation.models.ledger import LedgerEntry
from units.moderation.models.steps import Stage

COLUMNS = (
    (_("Lúc"), 17), (_("Việc"), 22), (_("Bài"), 50), (_("Loại trang"), 16), (_("Mã trang"), 10),
    (_("Đơn vị"), 32), (_("Tác giả"), 26), (_("Chủ đề"), 40), (_("Bước"), 14), (_("Người làm"), 26),
    (_("Thay mặt"), 26), (_("Mã lý do"), 18), (_("Lý do"), 28), (_("Ghi chú"), 60), (_("Quá hạn"), 9),
)  # fmt: skip
# What a spreadsheet would run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CHUNK = 500


def _values(row: LedgerEntry) -> list[Any]:
    stages = dict(Stage.choices)
    return [
        timezone.localtime(row.at).replace(tzinfo=None, microsecond=0),
        row.get_decision_display(),
        row.page_title,
        row.page_type,
        row.page_id,
        row.unit_name,
        row.author_name,
        "; ".join(row.topics),
        str(stages.get(row.stage, "")),
        row.actor_name,
        row.on_behalf_name,
        row.reason_code,
        row.reason_name,
        row.text,
        str(_("Có")) if row.was_late else "",
    ]


def as_xlsx(rows: Iterable[LedgerEntry]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(_("Sổ duyệt")))
    sheet.freeze_panes = "A2"
    for number, (_name, width) in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    heads = [WriteOnlyCell(sheet, str(name)) for name, _width in COLUMNS]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: Any, value: Any) -> WriteOnlyCell:
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
        # A title that begins with "=" is a title.
        cell.data_type = "s"
        return cell
    cell = WriteOnlyCell(sheet, value)
    if not isinstance(value, int):
        cell.number_format = "dd/mm/yyyy hh:mm"
    return cell


def as_csv(rows: Iterable[LedgerEntry]) -> Iterator[str]:
    """Lines, the first with the mark by which Excel knows UTF-8."""
    yield "\ufeff" + _line([str(name) for name, _width in COLUMNS])
    for row in rows:
        moment, *values = _values(row)
        yield _line([moment.strftime("%d/%m/%Y %H:%M"), *(_harmless(value) for value in values)])


def _harmless(value: Any) -> Any:
    text = value if isinstance(value, str) else ""
    return f"'{text}" if text.startswith(_FORMULA) else value


def _line(values: list[Any]) -> str:
    target = StringIO()
    csv.writer(target).writerow(values)
    return target.getvalue()
