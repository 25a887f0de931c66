"""Tell by its bytes what a file is, and refuse what must not lie on a public site.

Nothing is unpacked beyond what is needed to tell: the table of an archive. A picture is decoded once, when
its head has said that this costs little. Judging reads a file from its start and leaves it there.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

from portal.core.pictures import MOST_BYTES, PictureRefused, kind_of, prove_whole
from portal.media.rules import recordings

from .office import is_archive, judge_office
from .problems import UploadError

_HEAD: Final = 4096
_CHUNK: Final = 1024 * 1024
# What a name may reach across two chunks.
_OVERLAP: Final = 64


@dataclass(frozen=True)
class FileKind:
    """`suffixes`: the endings that a name may have; the first one is the usual."""

    key: str
    label: str
    suffixes: tuple[str, ...]


PDF: Final = FileKind("pdf", "PDF", ("pdf",))
DOCX: Final = FileKind("docx", "Word (.docx)", ("docx",))
XLSX: Final = FileKind("xlsx", "Excel (.xlsx)", ("xlsx",))
ODT: Final = FileKind("odt", "OpenDocument (.odt)", ("odt",))
JPEG: Final = FileKind("jpeg", "JPEG", ("jpg", "jpeg"))
PNG: Final = FileKind("png", "PNG", ("png",))
WEBP: Final = FileKind("webp", "WebP", ("webp",))
VTT: Final = FileKind("vtt", "WebVTT", ("vtt",))

# What a document of the register may be.
DOCUMENT_KINDS: Final = (PDF, DOCX, XLSX, JPEG, PNG, WEBP)
_OFFICE: Final = {"docx": DOCX, "xlsx": XLSX, "odt": ODT}
_PICTURES: Final = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP}
_RECORDINGS: Final = {
    key: FileKind(key, label, (key, *sorted(recordings.ENDINGS[key] - {key})))
    for key, label in (("mp3", "MP3"), ("mp4", "MP4"), ("ogg", "OGG"), ("webm", "WebM"))
}

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"dex\n")
_ARCHIVES: Final = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_MARKUP: Final = re.compile(rb"<(?:!doctype|html|head|body|script|svg|\?xml|iframe|img|a\s)", re.I)
_LOCKED_PDF: Final = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_ACTIVE_PDF: Final = re.compile(rb"/(?:JavaScript|Launch)\b|/JS\s*[(<\d]")
# A letter of a name may be written as "#61", and objects may lie packed in a stream.
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED: Final = re.compile(rb"/ObjStm\b[^>]{0,512}(?:>>[^>]{0,64}){1,4}?stream\r?\n")
_MAX_PACKED: Final = 64 * 1024 * 1024
# In a megabyte of unpacked objects: honest names have none or a few.
_MAX_ESCAPES: Final = 20_000


def judge(source: IO[bytes], name: str) -> FileKind:
    """The kind of the file, whose name must end accordingly. Raises UploadError.

    `source` is read from its beginning and set back there.
    """
    source.seek(0)
    head = source.read(_HEAD)
    try:
        kind = _kind_of(source, head)
    finally:
        source.seek(0)
    said = name.rpartition(".")[2].lower()
    if said not in kind.suffixes:
        raise UploadError("other_name", said=said, found=kind.label, right=kind.suffixes[0])
    return kind


def _kind_of(source: IO[bytes], head: bytes) -> FileKind:
    if not head:
        raise UploadError("empty")
    if head.startswith(b"%PDF-"):
        return _judge_pdf(source)
    if head.startswith(_OLE):
        # Word and Excel wrap a file with a password in the container of the old format.
        raise UploadError("password" if _holds(source, re.compile(_ENCRYPTED)) else "old_format")
    if is_archive(head):
        return _OFFICE[judge_office(source)]
    return _media(head) or _picture(source, head) or _refused(head)


def _judge_pdf(source: IO[bytes]) -> FileKind:
    if _holds(source, _LOCKED_PDF):
        raise UploadError("password")
    if _holds(source, _ACTIVE_PDF) or any(map(_ACTIVE_PDF.search, _packed_objects(source))):
        raise UploadError("script")
    return PDF


def _packed_objects(source: IO[bytes]) -> Iterator[bytes]:
    """The objects of a PDF that lie packed in streams, unpacked within a limit. Raises UploadError."""
    source.seek(0)
    left = _MAX_PACKED
    for piece in _overlapping(source, 2 * _CHUNK):
        for match in _PACKED.finditer(piece):
            for found in _unpacked(piece[match.end() :]):
                left -= len(found)
                if left <= 0:
                    raise UploadError("suspicious")
                yield found


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """Piece by piece, each with the end of the one before. Raises UploadError."""
    stream, before = zlib.decompressobj(), b""
    while packed:
        try:
            found = stream.decompress(packed, _CHUNK)
        except zlib.error:  # not packed, or in a way that no reader expects here
            return
        if not found:
            return
        if found.count(b"#") > _MAX_ESCAPES:
            raise UploadError("suspicious")
        yield _ESCAPED.sub(_letter, before + found)
        before, packed = found[-_OVERLAP:], stream.unconsumed_tail


def _overlapping(source: IO[bytes], size: int) -> Iterator[bytes]:
    """Pieces of which each begins with the second half of the one before."""
    half, before = size // 2, b""
    while piece := source.read(half):
        yield before + piece
        before = piece


def _letter(escape: re.Match[bytes]) -> bytes:
    return bytes((int(escape[1], 16),))


def _holds(source: IO[bytes], pattern: re.Pattern[bytes]) -> bool:
    """Piece by piece: a large file is never in memory as a whole."""
    source.seek(0)
    before = b""
    while piece := source.read(_CHUNK):
        if pattern.search(before + piece):
            return True
        if b"#" in piece and pattern.search(_ESCAPED.sub(_letter, before + piece)):
            return True
        before = piece[-_OVERLAP:]
    return False


def _media(head: bytes) -> FileKind | None:
    if recording := recordings.kind_of(head):
        return _RECORDINGS[recording]
    return VTT if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") else None


def _picture(source: IO[bytes], head: bytes) -> FileKind | None:
    """A picture of a kind that every browser shows; None for all others. Of several in one file the first."""
    known = kind_of(head)
    if known is None or known.key not in _PICTURES:
        return None
    source.seek(0)
    data = source.read(MOST_BYTES + 1)
    try:
        prove_whole(data)
    except PictureRefused as error:
        raise UploadError(error.code, **error.params) from error
    return _PICTURES[known.key]


def _refused(head: bytes) -> FileKind:
    """Nothing that is taken: say which of the usual mistakes it is."""
    if head.startswith(_PROGRAMS):
        raise UploadError("program")
    if head.startswith(_ARCHIVES):
        raise UploadError("archive")
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MARKUP.match(text) or _MARKUP.search(text[:1024]):
        raise UploadError("web_page")
    if text.startswith(b"{\\rtf"):
        raise UploadError("old_format")
    raise UploadError("unknown")
