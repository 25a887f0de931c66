"""Where the parts of an AVIF lie, and how large its picture is.

The container says a size (`ispe`), the packed picture another one (the sequence header of AV1), and the
decoder takes memory for both. Only what lies plainly in the file is read: no tracks of moving pictures, no
grids of tiles, no parts made of other parts.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from .refusals import PictureRefused

_MOST_BOXES: Final = 1000
_MOST_ITEMS: Final = 100
_SEQUENCE_HEADER: Final = 1
_DERIVED: Final = (b"grid", b"iden", b"iovl")


class Box(NamedTuple):
    name: bytes
    start: int
    end: int


class Item(NamedTuple):
    """A part of the file: `kind` as the table says ("av01", "Exif"), and where its bytes lie."""

    kind: bytes
    places: list[tuple[int, int]]


def avif_size(data: bytes) -> tuple[int, int]:
    """The widest width and the highest height that anything in it claims.

    Raises PictureRefused, and IndexError or struct.error where the file breaks off.
    """
    boxes = list(_boxes(data, 0, len(data)))
    if any(box.name == b"moov" for box in boxes):
        raise PictureRefused("picture_unknown")
    sizes = [
        _ispe(data, box) for box in _below(data, _meta(data, boxes), b"iprp", b"ipco", b"ispe")
    ]
    for item in avif_items(data):
        if item.kind in _DERIVED:
            raise PictureRefused("picture_unknown")
        if item.kind == b"av01":
            packed = b"".join(data[start:end] for start, end in item.places)
            sizes.extend(_sequence_sizes(packed))
    if not sizes:
        raise PictureRefused("picture_damaged")
    return max(wide for wide, _high in sizes), max(high for _wide, high in sizes)


def avif_items(data: bytes) -> list[Item]:
    """The parts that the table in `meta` names. Raises as `avif_size` does."""
    inside = _meta(data, list(_boxes(data, 0, len(data))))
    kinds = dict(_kind_of_item(data, box) for box in _below(data, inside, b"iinf", b"infe"))
    idat = next((box.start for box in inside if box.name == b"idat"), None)
    places: dict[int, list[tuple[int, int]]] = {}
    for box in inside:
        if box.name == b"iloc":
            places |= _Places(data, box, idat).read()
    return [Item(kinds.get(number, b""), found) for number, found in places.items()]


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    for _number in range(_MOST_BOXES):
        if start == end:
            return
        size, head = struct.unpack_from(">I", data, start)[0], 8
        name = data[start + 4 : start + 8]
        if size == 1:
            size, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise IndexError
        yield Box(name, start + head, start + size)
        start += size
    raise PictureRefused("picture_damaged")


def _meta(data: bytes, boxes: list[Box]) -> list[Box]:
    """What stands in the table of contents, of which there is one."""
    found = [box for box in boxes if box.name == b"meta"]
    if len(found) != 1:
        raise PictureRefused("picture_damaged")
    return list(_boxes(data, found[0].start + 4, found[0].end))


def _below(data: bytes, boxes: list[Box], *names: bytes) -> list[Box]:
    """All boxes to which these names lead, step by step."""
    first, *rest = names
    found = [box for box in boxes if box.name == first]
    if not rest:
        return found
    inside: list[Box] = []
    for box in found:
        start = box.start
        if first == b"iinf":  # a version and a count stand before its boxes
            start += 6 if data[start] == 0 else 8
        inside.extend(_boxes(data, start, box.end))
    return _below(data, inside, *rest)


def _ispe(data: bytes, box: Box) -> tuple[int, int]:
    wide, high = struct.unpack_from(">II", data, box.start + 4)
    return wide, high


def _kind_of_item(data: bytes, box: Box) -> tuple[int, bytes]:
    form, after = (">I", 4) if data[box.start] >= 3 else (">H", 2)
    (number,) = struct.unpack_from(form, data, box.start + 4)
    at = box.start + 4 + after + 2
    return number, data[at : at + 4]


class _Places:
    """The table that says where each item's bytes lie."""

    def __init__(self, data: bytes, box: Box, idat: int | None) -> None:
        self.data, self.at, self.idat = data, box.start + 4, idat
        self.version = data[box.start]

    def read(self) -> dict[int, list[tuple[int, int]]]:
        sizes = self._number(2)
        self.offset, self.length = sizes >> 12, sizes >> 8 & 15
        self.base, self.index = sizes >> 4 & 15, sizes & 15 if self.version else 0
        wide = 4 if self.version >= 2 else 2
        count = self._number(wide)
        if count > _MOST_ITEMS:
            raise PictureRefused("picture_damaged")
        return {self._number(wide): self._places() for _item in range(count)}

    def _places(self) -> list[tuple[int, int]]:
        method = self._number(2) & 15 if self.version else 0
        self._number(2)  # which file: this one
        start = self._number(self.base)
        if method == 1 and self.idat is not None:
            start += self.idat
        elif method:
            raise PictureRefused("picture_unknown")
        count = self._number(2)
        if count > _MOST_ITEMS:
            raise PictureRefused("picture_damaged")
        return [self._place(start) for _extent in range(count)]

    def _place(self, base: int) -> tuple[int, int]:
        self._number(self.index)
        start = base + self._number(self.offset)
        end = start + self._number(self.length)
        if not start < end <= len(self.data):
            raise IndexError
        return start, end

    def _number(self, size: int) -> int:
        found = self.data[self.at : self.at + size]
        if len(found) < size:
            raise IndexError
        self.at += size
        return int.from_bytes(found, "big")


def _sequence_sizes(packed: bytes) -> Iterator[tuple[int, int]]:
    """The size in each sequence header of AV1's stream, the first of which every decoder needs."""
    position = 0
    for _number in range(_MOST_BOXES):
        if position >= len(packed):
            return
        head = packed[position]
        position += 2 if head & 4 else 1
        size = len(packed) - position
        if head & 2:
            size, position = _leb128(packed, position)
        if position + size > len(packed):
            raise IndexError
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            yield _sequence_size(_Bits(packed[position : position + size]))
        position += size
    raise PictureRefused("picture_damaged")


def _leb128(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[position + step]
        value |= (byte & 0x7F) << 7 * step
        if not byte & 0x80:
            return value, position + step + 1
    raise IndexError


class _Bits:
    def __init__(self, data: bytes) -> None:
        self.value, self.left = int.from_bytes(data[:512], "big"), 8 * len(data[:512])

    def take(self, count: int) -> int:
        self.left -= count
        if self.left < 0:
            raise IndexError
        return self.value >> self.left & (1 << count) - 1


def _sequence_size(bits: _Bits) -> tuple[int, int]:
    """AV1 5.5.1, up to the largest width and height that a frame of the stream may have."""
    bits.take(4)  # profile, still picture
    if bits.take(1):  # reduced header
        bits.take(5)
    else:
        _skip_timing(bits)
    wide, high = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(wide) + 1, bits.take(high) + 1


def _skip_timing(bits: _Bits) -> None:
    delay = 0
    if bits.take(1):
        bits.take(64)
        if bits.take(1):
            _skip_uvlc(bits)
        if bits.take(1):
            delay = bits.take(5) + 1
            bits.take(42)
    shows_delay = bits.take(1)
    for _point in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay and bits.take(1):
            bits.take(2 * delay + 1)
        if shows_delay and bits.take(1):
            bits.take(4)


def _skip_uvlc(bits: _Bits) -> None:
    zeros = 0
    while not bits.take(1):
        zeros += 1
    bits.take(min(zeros, 32) if zeros < 32 else 0)
