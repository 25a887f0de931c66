"""An archive from outside: judged by its table before a byte is unpacked, and read piece by piece."""

from __future__ import annotations

import io
import re
import zipfile
from typing import IO, Final

from home.registry.bulk.problems import BulkError
from portal.core.archives import (
    ARCHIVE_FAILURES,
    MEGABYTE,
    ArchiveRefused,
    Limits,
    open_judged,
)
from portal.core.text import compose, fold

# A scanned page or a Word file is compressed already. Names are compared without their folders below.
LIMITS: Final = Limits(
    entries=1000,
    total=500 * MEGABYTE,
    ratio=100,
    may_have_macros=True,
    may_repeat_names=True,
)
_JUNK: Final = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE
)


_IS_UTF8: Final = 0x800


class Archive:
    """The files of a zip, by name; folders inside it do not matter. Raises BulkError."""

    def __init__(self, source: IO[bytes]) -> None:
        if not zipfile.is_zipfile(source):
            raise BulkError("not_zip")
        source.seek(0)
        try:
            self._zip = open_judged(source, LIMITS)
        except ArchiveRefused as error:
            raise _in_words(error) from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._alike: dict[str, list[str]] = {}
        known: set[str] = set()
        for entry in self._zip.infolist():
            path = _written_name(entry)
            if entry.is_dir() or _JUNK.search(path):
                continue
            name = path.rpartition("/")[2]
            if name.casefold() in known:
                raise BulkError("twice", name=name)
            known.add(name.casefold())
            self._entries[name] = entry
            self._alike.setdefault(_plain(name), []).append(name)

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def find(self, wanted: str) -> str | None:
        """The name in the archive that is meant: capitals, marks and a folder before it do not matter.

        "quyet dinh 173.PDF" finds "Quyết định 173.pdf", unless two names are alike in that way.
        """
        name = compose(wanted).replace("\\", "/").rpartition("/")[2].strip()
        if name in self._entries:
            return name
        alike = self._alike.get(_plain(name), [])
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


def _written_name(entry: zipfile.ZipInfo) -> str:
    """The name as its writer meant it.

    Without the mark for UTF-8 a zip's names are in the code page of whoever packed them: macOS writes
    UTF-8 all the same, Vietnamese Windows its own page. Python reads both as the page of old DOS.
    """
    name = entry.filename
    if not entry.flag_bits & _IS_UTF8:
        raw = name.encode("cp437", "replace")
        for page in ("utf-8", "cp1258"):
            try:
                return compose(raw.decode(page))
            except UnicodeDecodeError:
                continue
    return compose(name)


def _plain(name: str) -> str:
    stem, _dot, suffix = name.rpartition(".")
    return f"{fold(stem)}.{suffix.lower()}"


def _in_words(refused: ArchiveRefused) -> BulkError:
    if refused.code == "too_many":
        return BulkError("too_many", count=refused.count, limit=LIMITS.entries)
    if refused.code in {"path", "link", "bomb"}:
        return BulkError(refused.code, name=refused.name or "zip")
    return BulkError(refused.code)
