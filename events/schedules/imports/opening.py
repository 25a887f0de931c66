"""Any file that is said to be a schedule: its kind by its content, then its paragraphs and tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from events.schedules.imports.clipboard import read_html, read_tabs
from events.schedules.imports.limits import MAX_CHARACTERS, MAX_FILE, MAX_ROWS, MEGABYTE
from events.schedules.imports.old_fonts import in_unicode
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.imports.sheets import Sheet, read_sheet
from events.schedules.imports.word import read_word
from events.schedules.rules.dates import Span
from events.schedules.rules.grid import Block, Paragraph
from events.schedules.rules.reading import Reading
from events.schedules.rules.understand import understand
from portal.core.archives import ARCHIVE_FAILURES
from portal.core.intake.apart import read_long_apart
from portal.core.word import WordFileError
from portal.core.word.archive import XLSX, repack


@dataclass(frozen=True)
class Source:
    """`notes` are sentences about what was done on the way."""

    blocks: list[Block]
    notes: list[str] = field(default_factory=list)


def read_file(data: bytes) -> tuple[Source, Reading]:
    """Raises ScheduleFileError, whose words say what to do. The file's name is not asked."""
    source = open_file(data)
    return source, understand(source.blocks)


def read_paste(html: str, text: str, hint: Span | None) -> tuple[Source, Reading]:
    """Raises ScheduleFileError."""
    source = open_paste(html, text)
    return source, understand(source.blocks, hint)


def understand_blocks(
    blocks: list[Block], hint: Span | None = None, chosen: Span | None = None
) -> Reading:
    """`understand`, which takes a second for a very long file: then in a program of its own.

    Raises ReadingStopped.
    """
    return read_long_apart(sum(map(len, _texts(blocks))), understand, blocks, hint, chosen)


def open_file(data: bytes) -> Source:
    """Raises ScheduleFileError, whose words say what to do. The file's name is not asked."""
    if len(data) > MAX_FILE:
        raise ScheduleFileError("too_large", limit=MAX_FILE // MEGABYTE)
    try:
        if _is_workbook(data):
            sheet = read_sheet(repack(data, XLSX))
        else:
            sheet = Sheet(read_word(repack(data)))
    except WordFileError as error:
        raise ScheduleFileError(error.code, **error.params) from error
    source = within_limits(sheet.blocks)
    if sheet.name:
        text = _(
            "Tệp có nhiều trang tính: chỉ đọc trang “%s”. Để đọc trang khác, hãy mở trang đó trong Excel, "
            "lưu lại rồi gửi lại."
        )
        source.notes.append(text % sheet.name)
    if sheet.hidden:
        text = _("Không đọc %d dòng, cột bị ẩn trong tệp. Nếu cần, hãy cho hiện lại rồi gửi lại.")
        source.notes.append(text % sheet.hidden)
    return source


def open_paste(html: str, text: str) -> Source:
    """HTML knows of merged cells, so it goes first, if there is a table in it."""
    if len(html) > 20 * MAX_CHARACTERS or len(text) > MAX_CHARACTERS:
        raise ScheduleFileError("too_long")
    blocks = read_html(html) if "<table" in html.lower() else []
    return within_limits(blocks or read_tabs(text))


def within_limits(blocks: list[Block]) -> Source:
    """The same in Unicode, if it is no more than a week can hold."""
    texts = list(_texts(blocks))
    if not any(texts):
        raise ScheduleFileError("no_text")
    if sum(map(len, texts)) > MAX_CHARACTERS:
        raise ScheduleFileError("too_long")
    rows = sum(1 if isinstance(block, Paragraph) else len(block.rows) for block in blocks)
    if rows > MAX_ROWS:
        raise ScheduleFileError("too_many_rows", limit=MAX_ROWS)
    unicode = in_unicode(blocks)
    if unicode is blocks:
        return Source(blocks)
    return Source(
        unicode, [_("Chữ phông cũ (TCVN3, VNI) đã được chuyển sang Unicode: xin kiểm tra lại.")]
    )


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield from (cell.text for cell in row.distinct())


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except ARCHIVE_FAILURES:
        return False  # what it is instead is said by whoever opens it
    return XLSX.main_part in names
