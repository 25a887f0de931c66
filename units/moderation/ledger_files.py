"""The ledger as a file for a spreadsheet: xlsx, or csv that Excel opens with its letters right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.spreadsheets import Sheet, as_workbook, csv_lines
from units.moderation.models.ledger import LedgerEntry
from units.moderation.models.steps import Stage

COLUMNS = (
    (_("Lúc"), 17), (_("Việc"), 22), (_("Bài"), 50), (_("Loại trang"), 16), (_("Mã trang"), 10),
    (_("Đơn vị"), 32), (_("Tác giả"), 26), (_("Chủ đề"), 40), (_("Bước"), 14), (_("Người làm"), 26),
    (_("Thay mặt"), 26), (_("Mã lý do"), 18), (_("Lý do"), 28), (_("Ghi chú"), 60), (_("Quá hạn"), 9),
)  # fmt: skip


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


def _headings() -> list[str]:
    return [str(name) for name, _width in COLUMNS]


def as_xlsx(rows: Iterable[LedgerEntry]) -> bytes:
    widths = [width for _name, width in COLUMNS]
    return as_workbook(Sheet(str(_("Sổ duyệt")), _headings(), map(_values, rows), widths))


def as_csv(rows: Iterable[LedgerEntry]) -> Iterator[str]:
    return csv_lines(chain([_headings()], map(_in_words, rows)))


def _in_words(row: LedgerEntry) -> list[Any]:
    moment, *values = _values(row)
    return [moment.strftime("%d/%m/%Y %H:%M"), *values]
