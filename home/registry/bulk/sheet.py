"""The Excel list: its heading, its lines, and what each cell means."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import IO, Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook

from home.registry.bulk.problems import BulkError, CellProblem
from portal.core.archives import MEGABYTE, ArchiveRefused, Limits, open_judged
from portal.core.text import compose, fold

MAX_LINES: Final = 200
_MAX_SHEET_ROWS: Final = 2_000
_MAX_COLUMNS: Final = 40
_HEADER_ROWS: Final = 10
# Judged as an Excel file before; a list is smaller than any that may be published.
_LIMITS: Final = Limits(entries=3000, total=40 * MEGABYTE, ratio=200)
_DAY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_BROKEN: Final = re.compile(r"#(?:REF|N/A|VALUE|NAME\?|DIV/0|NUM|NULL)!?")


@dataclass(frozen=True)
class Column:
    """`name` is a field of the document, or "files"; `limit` its letters."""

    name: str
    heading: str | Promise
    limit: int
    is_needed: bool = False
    is_day: bool = False


COLUMNS: Final = (
    Column("symbol", gettext_lazy("Số, ký hiệu"), 60, is_needed=True),
    Column("document_type", gettext_lazy("Loại văn bản"), 60),
    Column("issuer", gettext_lazy("Cơ quan ban hành"), 200),
    Column("summary", gettext_lazy("Trích yếu"), 600, is_needed=True),
    Column("issued_on", gettext_lazy("Ngày ban hành"), 30, is_needed=True, is_day=True),
    Column("effective_on", gettext_lazy("Ngày có hiệu lực"), 30, is_day=True),
    Column("expires_on", gettext_lazy("Hết hiệu lực từ ngày"), 30, is_day=True),
    Column("signer", gettext_lazy("Người ký"), 120),
    Column("signer_post", gettext_lazy("Chức vụ"), 120),
    Column("field", gettext_lazy("Lĩnh vực"), 120),
    Column("abstract", gettext_lazy("Tóm tắt nội dung"), 4000),
    Column("files", gettext_lazy("Tệp"), 600),
)


@cache
def _by_heading() -> dict[str, Column]:
    return {fold(str(column.heading)): column for column in COLUMNS}


@dataclass
class SheetRow:
    """A line of the list: values by field name, and what is wrong with its cells."""

    number: int
    places: dict[str, int]
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)

    def add(self, name: str, text: str) -> None:
        """Note a problem at the field's cell; of a column that is missing, at the first."""
        heading = next(str(column.heading) for column in COLUMNS if column.name == name)
        place = self.places.get(name, self.places["symbol"])
        self.problems.append(CellProblem(self.number, place, heading, text))

    def text(self, name: str) -> str:
        return str(self.values.get(name) or "")

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value if isinstance(value, date) else None


def read_list(data: bytes) -> list[SheetRow]:
    return read_lines(io.BytesIO(data))


def read_lines(source: IO[bytes]) -> list[SheetRow]:
    """The lines of the first sheet that has the heading. Raises BulkError.

    The caller has made sure that it is an Excel file without macros.
    """
    source.seek(0)
    try:
        open_judged(source, _LIMITS).close()
    except ArchiveRefused as error:
        raise BulkError("list_too_large") from error
    source.seek(0)
    try:
        book = load_workbook(source, read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = sheet.iter_rows(max_row=_MAX_SHEET_ROWS, max_col=_MAX_COLUMNS, values_only=True)
            found = list(_lines_of(enumerate(rows, 1)))
            if found:
                return _some(found)
    except BulkError:
        raise
    # A damaged part raises nearly anything: KeyError, TypeError, ParseError, zlib.error.
    except Exception as error:
        raise BulkError("list_too_large") from error
    needed = ", ".join(f"“{column.heading}”" for column in COLUMNS if column.is_needed)
    raise BulkError("no_header", columns=needed)


def _some(found: list[SheetRow | None]) -> list[SheetRow]:
    """Without the marker that stands for the heading."""
    lines = [line for line in found if line is not None]
    if not lines:
        raise BulkError("no_rows")
    return lines


def _lines_of(rows: Iterator[tuple[int, tuple[Any, ...]]]) -> Iterator[SheetRow | None]:
    """None for the heading, then the lines; nothing at all for a sheet without a heading."""
    places: dict[str, int] | None = None
    count = 0
    for number, cells in rows:
        if places is None:
            places = _heading(cells)
            if places is not None:
                yield None
            elif number >= _HEADER_ROWS:
                return
        elif any(cell not in (None, "") for cell in cells):
            count += 1
            if count > MAX_LINES:
                raise BulkError("too_many_rows", limit=MAX_LINES)
            yield _line(number, cells, places)


def _heading(cells: tuple[Any, ...]) -> dict[str, int] | None:
    """Columns by field name, counted from 1; None when a needed one is missing."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells, 1):
        column = _by_heading().get(fold(str(cell).replace("*", ""))) if cell else None
        if column is not None:
            places.setdefault(column.name, place)
    needed = {column.name for column in COLUMNS if column.is_needed}
    return places if needed <= places.keys() else None


def _line(number: int, cells: tuple[Any, ...], places: dict[str, int]) -> SheetRow:
    line = SheetRow(number, places)
    for column in COLUMNS:
        place = places.get(column.name)
        cell = cells[place - 1] if place is not None and place <= len(cells) else None
        _read_cell(line, column, cell)
    return line


def _read_cell(line: SheetRow, column: Column, cell: Any) -> None:
    if isinstance(cell, str) and _BROKEN.fullmatch(cell.strip()):
        line.add(column.name, _("công thức trong ô bị lỗi. Hãy gõ lại giá trị."))
        return
    if column.is_day:
        _read_day(line, column, cell)
        return
    text = _as_text(cell)
    if column.is_needed and not text:
        line.add(column.name, _("ô này còn trống. Hãy điền."))
    elif len(text) > column.limit:
        values = {"length": len(text), "limit": column.limit}
        line.add(
            column.name, _("dài %(length)d ký tự, nhiều nhất %(limit)d. Hãy viết gọn.") % values
        )
    else:
        line.values[column.name] = text


def _as_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    clean = "".join(letter if letter.isprintable() else " " for letter in str(cell))
    return " ".join(compose(clean).split())


def _read_day(line: SheetRow, column: Column, cell: Any) -> None:
    if isinstance(cell, datetime):
        line.values[column.name] = cell.date()
    elif isinstance(cell, date):
        line.values[column.name] = cell
    elif text := _as_text(cell):
        day = day_in(text)
        if day is None:
            line.add(column.name, _("“%s” không phải ngày. Hãy gõ như 24/11/2026.") % text[:40])
        else:
            line.values[column.name] = day
    elif column.is_needed:
        line.add(column.name, _("ô này còn trống. Hãy điền ngày như 24/11/2026."))


def day_in(text: str) -> date | None:
    """A day as people write it: 24/11/2026, 24.11.2026, 2026-11-24."""
    local, iso = _DAY.fullmatch(text), _ISO.fullmatch(text)
    if local is not None:
        day, month, year = (int(part) for part in local.groups())
    elif iso is not None:
        year, month, day = (int(part) for part in iso.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
