"""What a picture is, how large and of how many frames: read from its bytes, nothing is decoded.

A file may say its size in more than one place (a container around a picture, frames that reach beyond
their canvas). The largest counts, for the decoder may believe any of them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from .avif import avif_size
from .refusals import PictureRefused

CUT_SHORT: Final = (IndexError, struct.error)
# A byte after any number of 0xFF that begins a part of a JPEG: none of the stuffed and restart bytes.
JPEG_MARKER: Final = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
PNG_START: Final = b"\x89PNG\r\n\x1a\n"
# What honest writers stay far below; a file of empty parts would keep us walking.
_MOST_PARTS: Final = 200_000
# A progressive JPEG is drawn once for each of its scans; writers make about ten.
_MOST_SCANS: Final = 100
# Decoded, turned into colours with transparency, and those weighted by it before they are mixed.
_SEE_THROUGH: Final = 10
_PNG_OPAQUE: Final = (0, 2)
# Huffman and arithmetic, one scan or many; lossless and hierarchical pictures nobody shows.
_JPEG_FRAMES: Final = {0xC0: False, 0xC1: False, 0xC2: True, 0xC9: False, 0xCA: True}
_OTHER_JPEG_FRAMES: Final = {0xC3, 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF}


@dataclass(frozen=True)
class PictureKind:
    """`key`: Pillow's name. `suffixes`: endings that a file's name may have, the first one is the usual."""

    key: str
    label: str
    suffixes: tuple[str, ...]


JPEG: Final = PictureKind("JPEG", "JPEG", ("jpg", "jpeg"))
PNG: Final = PictureKind("PNG", "PNG", ("png",))
GIF: Final = PictureKind("GIF", "GIF", ("gif",))
WEBP: Final = PictureKind("WEBP", "WebP", ("webp",))
AVIF: Final = PictureKind("AVIF", "AVIF", ("avif",))


@dataclass(frozen=True)
class Header:
    """`unit`: bytes that decoding and making it small hold at once for each pixel of a frame, at most."""

    kind: PictureKind
    width: int
    height: int
    frames: int = 1
    unit: int = 4

    @property
    def pixels(self) -> int:
        return self.width * self.height


def kind_of(data: bytes) -> PictureKind | None:
    """By the first bytes; None for what is none of the pictures that the portal takes."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(PNG_START):
        return PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"mif1", b"msf1"):
        return AVIF
    return None


def read_header(data: bytes) -> Header:
    """Raises PictureRefused: no picture of ours, or one that breaks off before it says its size."""
    kind = kind_of(data)
    if kind is None:
        raise PictureRefused("picture_unknown" if data else "picture_damaged")
    try:
        header = _READERS[kind.key](data)
    except CUT_SHORT as error:
        raise PictureRefused("picture_damaged") from error
    if header.pixels <= 0:
        raise PictureRefused("picture_damaged")
    return header


def jpeg_parts(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Code, begin and end of what belongs to each marker (its length included), up to the first scan.

    Raises IndexError or struct.error where the file breaks off.
    """
    position = 2
    while found := JPEG_MARKER.search(data, position):
        code, start = data[found.end() - 1], found.end()
        if code == 0xD9:
            return
        end = start if code == 0x01 else start + struct.unpack_from(">H", data, start)[0]
        if end > len(data):
            raise IndexError
        yield code, start, end
        if code == 0xDA:
            return
        position = end


def _jpeg(data: bytes) -> Header:
    """Of several pictures in one file (MPO) the first; a decoder is given no other."""
    if data.count(b"\xff\xda") > _MOST_SCANS:
        raise PictureRefused("picture_damaged")
    width = height = unit = components = 0
    for code, start, _end in jpeg_parts(data):
        if code == 0xD8 or code in _OTHER_JPEG_FRAMES:
            raise PictureRefused("picture_damaged")
        if code in _JPEG_FRAMES:
            high, wide, components = struct.unpack_from(">HHB", data, start + 3)
            samples = _samples(data[start + 8 : start + 8 + 3 * components])
            width, height = max(width, wide), max(height, high)
            unit = max(unit, _jpeg_unit(components, samples, _JPEG_FRAMES[code]))
        if code == 0xDA and data[start + 2] < components:
            unit = max(unit, _jpeg_unit(components, samples, True))
    return Header(JPEG, width, height, unit=unit)


def _samples(components: bytes) -> float:
    """How many values the components have for each pixel: 3 for full colour, 1.5 as cameras write it."""
    factors = [(byte >> 4, byte & 15) for byte in components[1::3]]
    if not factors or any(not 1 <= h <= 4 or not 1 <= v <= 4 for h, v in factors):
        raise PictureRefused("picture_damaged")
    whole = max(h for h, _v in factors) * max(v for _h, v in factors)
    return sum(h * v for h, v in factors) / whole


def _jpeg_unit(components: int, samples: float, is_gathered: bool) -> int:
    """What comes in several scans is gathered whole, two bytes for each value, before it is drawn."""
    drawn = 1 if components == 1 else 4
    return drawn + (ceil(2 * samples) if is_gathered else 0)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, begin and end of each chunk as a whole. Raises struct.error or IndexError at a break."""
    position = len(PNG_START)
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        end = position + 12 + length
        if end > len(data):
            raise IndexError
        yield data[position + 4 : position + 8], position, end
        position = end


def _png(data: bytes) -> Header:
    if data[12:16] != b"IHDR":
        raise PictureRefused("picture_damaged")
    width, height = struct.unpack_from(">II", data, 16)
    frames = 1
    for number, (name, start, _end) in enumerate(png_chunks(data)):
        if name == b"IDAT" or number > _MOST_PARTS:
            break
        if name == b"acTL":
            frames = max(1, struct.unpack_from(">I", data, start + 8)[0])
    return Header(PNG, width, height, frames, 4 if data[25] in _PNG_OPAQUE else _SEE_THROUGH)


def gif_table(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def after_gif_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += data[position] + 1
    return position + 1


def _gif(data: bytes) -> Header:
    """Cameras and old programs leave the last byte out: a file may end where a part ends."""
    width, height = struct.unpack_from("<HH", data, 6)
    position, frames = 13 + gif_table(data[10]), 0
    for _part in range(_MOST_PARTS):
        if position == len(data) or data[position] == 0x3B:
            break
        if data[position] == 0x2C:
            left, top, wide, high = struct.unpack_from("<HHHH", data, position + 1)
            width, height = max(width, left + wide), max(height, top + high)
            frames += 1
            position = after_gif_blocks(data, position + 11 + gif_table(data[position + 9]))
        elif data[position] == 0x21:
            position = after_gif_blocks(data, position + 2)
        else:
            raise IndexError
    if not frames:
        raise PictureRefused("picture_damaged")
    return Header(GIF, width, height, frames, _SEE_THROUGH)


def webp_chunks(data: bytes, position: int = 12) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk. Raises IndexError at a break."""
    while position + 8 <= len(data):
        length = struct.unpack_from("<I", data, position + 4)[0]
        content = data[position + 8 : position + 8 + length]
        if len(content) < length:
            raise IndexError
        yield data[position : position + 4], content
        position += 8 + length + length % 2


def _webp(data: bytes) -> Header:
    """The decoder holds two canvases, a copy for us and, of a lossless picture, its own."""
    width = height = frames = 0
    for number, (name, content) in enumerate(webp_chunks(data)):
        if number > _MOST_PARTS:
            raise PictureRefused("picture_damaged")
        if name == b"ANMF":
            frames += 1
            inner = [_webp_size(*chunk) for chunk in webp_chunks(content, 16)]
        else:
            inner = [_webp_size(name, content)]
        width = max(width, *(wide for wide, _high in inner), 0)
        height = max(height, *(high for _wide, high in inner), 0)
    return Header(WEBP, width, height, max(1, frames), unit=20)


def _webp_size(name: bytes, content: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        wide, high = (int.from_bytes(content[at : at + 3], "little") for at in (4, 7))
        return wide + 1, high + 1
    if name == b"VP8 ":
        wide, high = struct.unpack_from("<HH", content, 6)
        return wide & 0x3FFF, high & 0x3FFF
    if name == b"VP8L":
        bits = struct.unpack_from("<I", content, 1)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0


def _avif(data: bytes) -> Header:
    """Planes of up to twelve bits, the colours made of them, a copy for us and the picture itself."""
    width, height = avif_size(data)
    return Header(AVIF, width, height, unit=20)


_READERS: Final[dict[str, Callable[[bytes], Header]]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "GIF": _gif,
    "WEBP": _webp,
    "AVIF": _avif,
}
