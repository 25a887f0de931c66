"""Take out of a picture's bytes what it tells besides the picture: place, time, device, names.

A photograph from a telephone carries the coordinates of where it was taken, which may be somebody's home
(Law on personal data 91/2025). The picture itself is not touched: nothing is decoded or compressed anew,
parts are left out; those of an AVIF, whose parts point at each other, are blanked where they lie. What
stays is what is needed to show it: colours (ICC) and which side is up.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from PIL import Image

from portal.core.pictures import UNREADABLE, PictureRefused, kind_of
from portal.core.pictures.avif import avif_items
from portal.core.pictures.headers import (
    CUT_SHORT,
    JPEG_MARKER,
    PNG_START,
    after_gif_blocks,
    gif_table,
    jpeg_parts,
    png_chunks,
    webp_chunks,
)

ORIENTATION: Final = 0x0112
_EXIF: Final = b"Exif\x00\x00"
_PNG_SHOWN: Final = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP acTL fcTL fdAT".split()
)
# Some programs say it here alone.
_XMP_SIDE: Final = re.compile(rb"tiff:Orientation(?:=[\"']|>)([2-8])")
# An Exif block without entries, behind the four bytes with which an AVIF says where it begins.
_NO_EXIF: Final = b"\x00\x00\x00\x00MM\x00*\x00\x00\x00\x08" + bytes(6)


def without_metadata(data: bytes) -> bytes:
    """The same picture, telling nothing else; bytes that are no whole picture come back as they are."""
    kind = kind_of(data)
    try:
        if kind is None:
            return data
        if kind.key == "AVIF":
            return _avif(data)
        side = _side(kind.key, data)
        exif = _exif_of(side) if 1 < side <= 8 else b""
        clean = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}[kind.key]
        return b"".join(clean(data, exif))
    except (*CUT_SHORT, PictureRefused):
        return data


def _side(kind: str, data: bytes) -> int:
    """Which side is up, as Exif counts; 1 where nothing is said. A GIF has no place for it."""
    for found in _exif_in(kind, data):
        exif = Image.Exif()
        try:
            exif.load(found)
            side = exif.get(ORIENTATION)
        except UNREADABLE:
            continue
        if isinstance(side, int):
            return side
    said = _XMP_SIDE.search(data)
    return int(said[1]) if said else 1


def _exif_in(kind: str, data: bytes) -> list[bytes]:
    if kind == "JPEG":
        parts = [data[start + 2 : end] for code, start, end in jpeg_parts(data) if code == 0xE1]
        return [part for part in parts if part.startswith(_EXIF)]
    if kind == "PNG":
        return [
            data[start + 8 : end - 4] for name, start, end in png_chunks(data) if name == b"eXIf"
        ]
    if kind == "WEBP":
        return [content for name, content in webp_chunks(data) if name == b"EXIF"]
    return []


def _exif_of(side: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = side
    return _EXIF + exif.tobytes().removeprefix(_EXIF)


def _jpeg(data: bytes, exif: bytes) -> Iterator[bytes]:
    """Segments up to the end of the first picture; what telephones hang behind it is left out."""
    yield data[:2]
    if exif:
        yield b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    position = 2
    while found := JPEG_MARKER.search(data, position):
        yield data[position : found.start()]
        code, start = data[found.end() - 1], found.end()
        if code == 0xD9:
            yield b"\xff\xd9"
            return
        end = start + struct.unpack_from(">H", data, start)[0]
        if end > len(data):
            raise IndexError
        if _is_shown(code, data[start + 2 : end]):
            yield bytes((0xFF, code)) + data[start:end]
        position = end
    yield data[position:]


def _is_shown(code: int, content: bytes) -> bool:
    """Whether a JPEG's segment is needed to show it."""
    if code == 0xFE:  # a comment
        return False
    if 0xE0 <= code <= 0xEF:
        return code in (0xE0, 0xEE) or (code == 0xE2 and content.startswith(b"ICC_PROFILE\x00"))
    return True


def _png(data: bytes, exif: bytes) -> Iterator[bytes]:
    yield PNG_START
    for name, start, end in png_chunks(data):
        if name == b"IDAT" and exif:
            yield _png_chunk(b"eXIf", exif.removeprefix(_EXIF))
            exif = b""
        # A capital at the front: without it there is no picture.
        if name[:1].isupper() or name in _PNG_SHOWN:
            yield data[start:end]
        if name == b"IEND":
            return


def _png_chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def _webp(data: bytes, exif: bytes) -> Iterator[bytes]:
    body = b"".join(_webp_chunks(data, exif))
    yield b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_chunks(data: bytes, exif: bytes) -> Iterator[bytes]:
    for name, content in webp_chunks(data):
        if name == b"VP8X":
            flags = (content[0] & ~0x0C) | (0x08 if exif else 0)
            yield _riff_chunk(name, bytes((flags,)) + content[1:])
        elif name not in (b"EXIF", b"XMP "):
            yield _riff_chunk(name, content)
    if exif:
        yield _riff_chunk(b"EXIF", exif)


def _riff_chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def _gif(data: bytes, _exif: bytes) -> Iterator[bytes]:
    position = 13 + gif_table(data[10])
    yield data[:position]
    while position < len(data) and data[position] != 0x3B:
        if data[position] == 0x2C:
            start = position + 10 + gif_table(data[position + 9]) + 1
        elif data[position] == 0x21:
            start = position + 2
        else:
            raise IndexError
        end = after_gif_blocks(data, start)
        if data[position] == 0x2C or _gif_shown(data[position + 1], data[start + 1 : start + 12]):
            yield data[position:end]
        position = end
    yield b"\x3b"


def _gif_shown(label: int, application: bytes) -> bool:
    return label in (0xF9, 0x01) or application in (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _avif(data: bytes) -> bytes:
    clean = bytearray(data)
    for item in avif_items(data):
        if item.kind not in (b"Exif", b"mime"):
            continue
        told = _NO_EXIF if item.kind == b"Exif" else b""
        for start, end in item.places:
            clean[start:end] = told[: end - start].ljust(end - start, b"\x00")
            told = b""
    return bytes(clean)
