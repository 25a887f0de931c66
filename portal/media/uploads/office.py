"""Office files by their table of contents: which kind, without macros, without a bomb."""

from __future__ import annotations

import re
import zipfile
from typing import IO, Final

from portal.core.archives import ARCHIVE_FAILURES

from .problems import UploadError

_MEGABYTE: Final = 1024 * 1024
MAX_PARTS: Final = 3000
MAX_TOTAL: Final = 400 * _MEGABYTE
MAX_RATIO: Final = 200  # Excel's own sheets reach 60 or so
_SMALL: Final = _MEGABYTE  # below that, no ratio is dangerous
_MAX_TYPES: Final = 512 * 1024

_MACRO: Final = re.compile(r"vbaproject|vbadata|macrosheet|activex|basic/", re.IGNORECASE)
_MAIN_PARTS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_ODT: Final = b"application/vnd.oasis.opendocument.text"


def is_archive(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def judge_office(source: IO[bytes]) -> str:
    """ "docx", "xlsx" or "odt". Raises UploadError."""
    try:
        source.seek(0)
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            _refuse_by_table(entries)
            return _kind(archive, {entry.filename.lower(): entry for entry in entries})
    except ARCHIVE_FAILURES as error:
        raise UploadError("damaged") from error


def _refuse_by_table(entries: list[zipfile.ZipInfo]) -> None:
    """Before a byte is unpacked."""
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise UploadError("suspicious")
    for entry in entries:
        if entry.flag_bits & 1:
            raise UploadError("password")
        if _MACRO.search(entry.filename):
            raise UploadError("macros")
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename:
            raise UploadError("suspicious")
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise UploadError("suspicious")
    if len({name.lower() for name in names}) != len(names):
        raise UploadError("suspicious")


def _kind(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    if "mimetype" in entries:
        return _open_document(archive, entries)
    types = entries.get("[content_types].xml")
    if types is None:
        raise UploadError("archive")
    if types.file_size > _MAX_TYPES:
        raise UploadError("suspicious")
    declared = archive.read(types)[:_MAX_TYPES].lower()
    if b"macroenabled" in declared or b"vbaproject" in declared:
        raise UploadError("macros")
    for part, kind in _MAIN_PARTS.items():
        if part in entries:
            return kind
    raise UploadError("unknown")


def _open_document(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    if entries["mimetype"].file_size > 200 or archive.read(entries["mimetype"]).strip() != _ODT:
        raise UploadError("unknown")
    manifest = entries.get("meta-inf/manifest.xml")
    if manifest is not None and b"encryption-data" in archive.read(manifest)[:_MAX_TYPES]:
        raise UploadError("password")
    return "odt"
