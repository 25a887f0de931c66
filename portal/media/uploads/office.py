"""Office files by their table of contents: which kind, without macros, without a bomb."""

from __future__ import annotations

import zipfile
from typing import IO, Final

from portal.core.archives import (
    ARCHIVE_FAILURES,
    MEGABYTE,
    ArchiveRefused,
    Limits,
    open_judged,
)

from .problems import UploadError

# Excel's own sheets reach a ratio of 60 or so.
LIMITS: Final = Limits(entries=3000, total=400 * MEGABYTE, ratio=200)
_MAX_TYPES: Final = 512 * 1024

_MAIN_PARTS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_ODT: Final = b"application/vnd.oasis.opendocument.text"


def is_archive(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def judge_office(source: IO[bytes]) -> str:
    """ "docx", "xlsx" or "odt". Raises UploadError."""
    try:
        with open_judged(source, LIMITS) as archive:
            return _kind(archive, {entry.filename.lower(): entry for entry in archive.infolist()})
    except ArchiveRefused as error:
        known = error.code in {"password", "macros", "damaged"}
        raise UploadError(error.code if known else "suspicious") from error
    except ARCHIVE_FAILURES as error:
        raise UploadError("damaged") from error


def _kind(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    if "mimetype" in entries:
        return _open_document(archive, entries)
    types = entries.get("[content_types].xml")
    if types is None:
        raise UploadError("archive")
    if types.file_size > _MAX_TYPES:
        raise UploadError("suspicious")
    declared = _beginning(archive, types).lower()
    if b"macroenabled" in declared or b"vbaproject" in declared:
        raise UploadError("macros")
    for part, kind in _MAIN_PARTS.items():
        if part in entries:
            return kind
    raise UploadError("unknown")


def _beginning(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """No more than that is unpacked, whatever the table says of the rest."""
    with archive.open(entry) as source:
        return source.read(_MAX_TYPES)


def _open_document(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    if entries["mimetype"].file_size > 200 or archive.read(entries["mimetype"]).strip() != _ODT:
        raise UploadError("unknown")
    manifest = entries.get("meta-inf/manifest.xml")
    if manifest is not None and b"encryption-data" in _beginning(archive, manifest):
        raise UploadError("password")
    return "odt"
