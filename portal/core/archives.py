"""Zip files from outside, judged by their table of contents: Word and Excel files, bulk entry."""

import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Final

# What reading a broken or hostile zip raises.
# NotImplementedError: an unknown compression. RuntimeError: a part with a password.
ARCHIVE_FAILURES: Final[tuple[type[Exception], ...]] = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)

MEGABYTE: Final = 1024 * 1024
# Office files carry programs in parts of these names: Word, Excel, OpenDocument.
_MACRO: Final = re.compile(r"vbaproject|vbadata|macrosheet|activex|(?:^|/)basic/", re.IGNORECASE)
# The record at the end of every zip; a comment of up to 65,535 bytes may follow it.
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
# In front of it, in large archives: the same figures with eight bytes each, and a locator.
_LARGE_END: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR: Final = struct.Struct("<4sLQL")
_LOCATOR_MARK: Final = b"PK\x06\x07"
_LONGEST_COMMENT: Final = 0xFFFF
_ENTRY_BYTES: Final = 1024  # of one line in the table, more than any honest one has


@dataclass(frozen=True)
class Limits:
    """What an archive may hold. `ratio`: unpacked to packed, asked of entries above `small` only."""

    entries: int
    total: int
    ratio: int
    small: int = MEGABYTE
    may_have_macros: bool = False
    may_repeat_names: bool = False


class ArchiveRefused(Exception):
    """`code`: damaged, too_many, password, macros, path, link, bomb or twice; `name` of the entry."""

    def __init__(self, code: str, name: str = "", count: int = 0) -> None:
        super().__init__(code)
        self.code, self.name, self.count = code, name[:80], count


def open_judged(source: IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """The zip, whose table of contents has been judged before a byte is unpacked.

    Raises ArchiveRefused. Reading a part may still raise ARCHIVE_FAILURES, and its size may lie.
    """
    try:
        _refuse_endless_table(source, limits)
        archive = zipfile.ZipFile(source)
    except ARCHIVE_FAILURES as error:
        raise ArchiveRefused("damaged") from error
    judge_table(archive.infolist(), limits)
    return archive


def judge_table(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raises ArchiveRefused."""
    if len(entries) > limits.entries:
        raise ArchiveRefused("too_many", count=len(entries))
    for entry in entries:
        _judge_entry(entry, limits)
    if sum(entry.file_size for entry in entries) > limits.total:
        raise ArchiveRefused("bomb")
    if not limits.may_repeat_names:
        _refuse_repeated([entry.filename for entry in entries])


def _refuse_endless_table(source: IO[bytes], limits: Limits) -> None:
    """A table of a million lines would fill the memory before it could be counted."""
    size = source.seek(0, 2)
    source.seek(max(0, size - _END.size - _LONGEST_COMMENT - _LOCATOR.size - _LARGE_END.size))
    tail = source.read()
    source.seek(0)
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise ArchiveRefused("damaged")
    _mark, _disk, _first, _here, count, table, _offset, _comment = _END.unpack_from(tail, place)
    locator = place - _LOCATOR.size
    if locator >= 0 and tail.startswith(_LOCATOR_MARK, locator):
        if locator < _LARGE_END.size:
            raise ArchiveRefused("damaged")
        count, table = _LARGE_END.unpack_from(tail, locator - _LARGE_END.size)[7:9]
    if table > limits.entries * _ENTRY_BYTES:
        raise ArchiveRefused("too_many", count=count)


def _leads_outside(name: str) -> bool:
    """ "/etc/passwd", "C:x" and "word/../../x" do; "word/media/a..b.png" does not."""
    return name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name)


def _judge_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    # The name as it was written: ZipInfo itself cuts it at a NUL and turns its slashes.
    name = entry.orig_filename
    if entry.flag_bits & 1:
        raise ArchiveRefused("password", name)
    if not limits.may_have_macros and _MACRO.search(name):
        raise ArchiveRefused("macros", name)
    if _leads_outside(name):
        raise ArchiveRefused("path", name)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ArchiveRefused("link", name)
    packed = max(entry.compress_size, 1)
    if entry.file_size > limits.small and entry.file_size > limits.ratio * packed:
        raise ArchiveRefused("bomb", name)


def _refuse_repeated(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            raise ArchiveRefused("twice", name)
        seen.add(name.lower())
