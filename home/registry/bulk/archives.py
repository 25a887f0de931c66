"""An archive from outside: judged by its table before a byte is unpacked, and read piece by piece."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from typing import IO, Final

from home.registry.bulk.problems import BulkError
from portal.core.archives import ARCHIVE_FAILURES
from portal.core.text import compose, fold

MEGABYTE: Final = 1024 * 1024
MAX_ENTRIES: Final = 1000
MAX_TOTAL: Final = 500 * MEGABYTE
MAX_RATIO: Final = 100  # a scanned page or a Word file is compressed already
_SMALL: Final = MEGABYTE
_JUNK: Final = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE
)


class Archive:
    """The files of a zip, by name; folders inside it do not matter. Raises BulkError."""

    def __init__(self, source: IO[bytes]) -> None:
        if not zipfile.is_zipfile(source):
            raise BulkError("not_zip")
        source.seek(0)
        try:
            self._zip = zipfile.ZipFile(source)
            entries = self._zip.infolist()
        except ARCHIVE_FAILURES as error:
            raise BulkError("damaged") from error
        _refuse_by_table(entries)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if entry.is_dir() or _JUNK.search(entry.filename):
                continue
            name = compose(entry.filename).rpartition("/")[2]
            if name.casefold() in {known.casefold() for known in self._entries}:
                raise BulkError("twice", name=name)
            self._entries[name] = entry

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def find(self, wanted: str) -> str | None:
        """The name in the archive that is meant: capitals, marks and a folder before it do not matter."""
        name = compose(wanted).replace("\\", "/").rpartition("/")[2].strip()
        if name in self._entries:
            return name
        alike = [known for known in self._entries if _plain(known) == _plain(name)]
        return alike[0] if len(alike) == 1 else None

    def read(self, name: str, limit: int) -> bytes:
        """The file; at most `limit` bytes and one more. Raises BulkError when it cannot be unpacked."""
        try:
            with self._zip.open(self._entries[name]) as source:
                pieces = io.BytesIO()
                while pieces.tell() <= limit and (piece := source.read(64 * 1024)):
                    pieces.write(piece)
        except ARCHIVE_FAILURES as error:
            raise BulkError("damaged") from error
        return pieces.getvalue()


def _plain(name: str) -> str:
    stem, _dot, suffix = name.rpartition(".")
    return f"{fold(stem)}.{suffix.lower()}"


def _refuse_by_table(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise BulkError("too_many", count=len(entries), limit=MAX_ENTRIES)
    for entry in entries:
        # The name as it was written: ZipInfo itself cuts it at a NUL and turns its slashes.
        name = entry.orig_filename
        if entry.flag_bits & 1:
            raise BulkError("password")
        if name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name):
            raise BulkError("path", name=name[:80])
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise BulkError("link", name=name[:80])
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise BulkError("bomb", name=name[:80])
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise BulkError("bomb", name="zip")
