"""Take out of a picture's bytes what it tells besides the picture: place, time, device, names.

A photograph from a telephone carries the coordinates of where it was taken, which may be somebody's home
(Law on personal data 91/2025). The picture itself is not touched: parts are left out and nothing is
compressed anew, but for AVIF, whose parts point at each other. What stays is what is needed to show it:
colours (ICC) and which side is up.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps
from PIL.Image import DecompressionBombError

ORIENTATION: Final = 0x0112
_CUT_SHORT: Final = (IndexError, struct.error)
# What Pillow raises for bytes that are no picture; its AVIF decoder a plain RuntimeError.
_UNREADABLE: Final = (
    OSError, ValueError, SyntaxError, EOFError, RuntimeError, DecompressionBombError, *_CUT_SHORT
)  # fmt: skip
_MARKER: Final = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
_EXIF: Final = b"Exif\x00\x00"
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN: Final = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP acTL fcTL fdAT".split()
)
_AVIF_QUALITY: Final = 85


def without_metadata(data: bytes) -> bytes:
    """The same picture, telling nothing else; bytes that are no whole picture come back as they are."""
    try:
        with Image.open(BytesIO(data)) as image:
            kind, side = image.format or "", image.getexif().get(ORIENTATION, 1)
            if kind == "AVIF":
                return _without_avif(image, data)
    except _UNREADABLE:
        return data
    exif = _exif_of(side) if isinstance(side, int) and 1 < side <= 8 else b""
    clean = {"JPEG": _jpeg, "MPO": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}.get(kind)
    if clean is None:
        return data
    try:
        return b"".join(clean(data, exif))
    except _CUT_SHORT:
        return data


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
    while found := _MARKER.search(data, position):
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
    yield _PNG_START
    position = len(_PNG_START)
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        name, end = data[position + 4 : position + 8], position + 12 + length
        if end > len(data):
            raise IndexError
        if name == b"IDAT" and exif:
            yield _png_chunk(b"eXIf", exif.removeprefix(_EXIF))
            exif = b""
        # A capital at the front: without it there is no picture.
        if name[:1].isupper() or name in _PNG_SHOWN:
            yield data[position:end]
        if name == b"IEND":
            return
        position = end


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
    position = 12
    while position + 8 <= len(data):
        name, length = (
            data[position : position + 4],
            struct.unpack_from("<I", data, position + 4)[0],
        )
        content = data[position + 8 : position + 8 + length]
        if len(content) < length:
            raise IndexError
        if name == b"VP8X":
            flags = (content[0] & ~0x0C) | (0x08 if exif else 0)
            yield _riff_chunk(name, bytes((flags,)) + content[1:])
        elif name not in (b"EXIF", b"XMP "):
            yield _riff_chunk(name, content)
        position += 8 + length + length % 2
    if exif:
        yield _riff_chunk(b"EXIF", exif)


def _riff_chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def _gif(data: bytes, _exif: bytes) -> Iterator[bytes]:
    position = 13 + _table(data[10])
    yield data[:position]
    while data[position] != 0x3B:
        if data[position] == 0x2C:
            start = position + 10 + _table(data[position + 9]) + 1
        elif data[position] == 0x21:
            start = position + 2
        else:
            raise IndexError
        end = _after_blocks(data, start)
        if data[position] == 0x2C or _gif_shown(data[position + 1], data[start + 1 : start + 12]):
            yield data[position:end]
        position = end
    yield b"\x3b"


def _table(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += data[position] + 1
    return position + 1


def _gif_shown(label: int, application: bytes) -> bool:
    return label in (0xF9, 0x01) or application in (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _without_avif(image: Image.Image, data: bytes) -> bytes:
    if not ({"exif", "xmp"} & image.info.keys()):
        return data
    target = BytesIO()
    upright = ImageOps.exif_transpose(image)
    icc = image.info.get("icc_profile")
    upright.save(target, "AVIF", quality=_AVIF_QUALITY, icc_profile=icc, exif=b"", xmp=b"")
    return target.getvalue()
