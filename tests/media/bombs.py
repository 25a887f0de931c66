"""Small files that would cost much to open, and messy ones as cameras and mails leave them.

Most are written part by part, because no library writes what lies.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image

from tests.media import papers

SECRET = b"Nha rieng 21.85"


def saved(kind: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "#12355b").save(target, kind, **options)
    return target.getvalue()


@cache
def patterned(kind: str) -> bytes:
    """A picture whose bytes go on to the end: noise of a fixed seed."""
    target = BytesIO()
    Image.frombytes("RGB", (96, 64), noise(96 * 64 * 3)).save(target, kind)
    return target.getvalue()


def frames(kind: str, size: tuple[int, int], count: int) -> bytes:
    """A moving picture, each frame unlike the one before."""
    made = [Image.new("RGB", size, (number * 7 % 256, number % 256, 9)) for number in range(count)]
    target = BytesIO()
    made[0].save(target, kind, save_all=True, append_images=made[1:], duration=50)
    return target.getvalue()


# PNG


def _chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


@cache
def png(width: int, height: int, colours: int = 2, moving: int = 0) -> bytes:
    """One colour; packed a thousandth of what it is. `moving`: so many frames are announced."""
    line = bytes(1 + width * {0: 1, 2: 3, 6: 4}[colours])
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(line) for _row in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    parts = [_chunk(b"IHDR", head)]
    if moving:
        parts.append(_chunk(b"acTL", struct.pack(">II", moving, 0)))
    return b"\x89PNG\r\n\x1a\n" + b"".join([*parts, _chunk(b"IDAT", rows), _chunk(b"IEND", b"")])


# GIF


def gif(screen: tuple[int, int], frame: tuple[int, int], count: int = 1) -> bytes:
    """Frames of one size, whatever the screen says, each with a few bytes of colours."""
    head = b"GIF89a" + struct.pack("<HHBBB", *screen, 0x80, 0, 0) + bytes(6)
    one = b"\x2c" + struct.pack("<HHHHB", 0, 0, *frame, 0) + b"\x02\x02\x44\x01\x00"
    return head + one * count + b"\x3b"


# JPEG


def jpeg_of_size(width: int, height: int, **options: object) -> bytes:
    """An honest small JPEG whose frame says another size."""
    data = saved("JPEG", (16, 16), **options)
    place = next(
        at for mark in (b"\xff\xc0", b"\xff\xc2") if (at := data.find(mark + b"\x00\x11")) > 0
    )
    return data[: place + 5] + struct.pack(">HH", height, width) + data[place + 9 :]


def many_scans() -> bytes:
    """A progressive JPEG whose last scan comes again and again: each time the whole picture is drawn."""
    data = saved("JPEG", (64, 64), progressive=True)
    place = data.rfind(b"\xff\xda")
    return data[:place] + data[place:-2] * 200 + b"\xff\xd9"


def two_pictures(secret: bytes = SECRET) -> bytes:
    """What telephones write: a second picture behind the first, with its own place and device."""
    second = Image.Exif()
    second[0x010F] = secret.decode()
    target = BytesIO()
    first = Image.new("RGB", (96, 48), "#12355b")
    other = Image.new("RGB", (48, 24), "#ffcc00")
    other.encoderinfo = {"exif": second}
    first.save(target, "MPO", save_all=True, append_images=[other])
    data = target.getvalue()
    # Some leave rubbish between the two and after the second.
    return data + b"\x00" * 40 + secret


# WebP


def _riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)
        for name, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def webp_canvas(width: int, height: int) -> bytes:
    """A large canvas with a small picture on it."""
    inner = saved("WEBP", (16, 16))[12:]
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    place = bytes(6) + (15).to_bytes(3, "little") * 2 + (100).to_bytes(3, "little") + b"\x00"
    return _riff(
        (b"VP8X", b"\x02\x00\x00\x00" + size), (b"ANIM", bytes(6)), (b"ANMF", place + inner)
    )


# AVIF


def avif_that_lies(width: int, height: int) -> bytes:
    """The container says 16 by 16, the packed picture its true size."""
    data = saved("AVIF", (width, height), quality=1, speed=10)
    said = b"ispe\x00\x00\x00\x00" + struct.pack(">II", width, height)
    assert said in data
    return data.replace(said, b"ispe\x00\x00\x00\x00" + struct.pack(">II", 16, 16))


# Other kinds


def tiff(width: int, height: int, pages: int) -> bytes:
    """Pages of one colour in one strip each, all with the same packed bytes."""
    packed = zlib.compress(bytes(width * height // 8), 9)
    data, at = b"II*\x00" + struct.pack("<I", 8), 8
    strip = 8 + pages * (2 + 12 * 8 + 4)
    for page in range(pages):
        tags = [
            (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 8), (262, 3, 1), (273, 4, strip),
            (278, 4, height), (279, 4, len(packed)),
        ]  # fmt: skip
        at += 2 + 12 * len(tags) + 4
        data += struct.pack("<H", len(tags))
        data += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        data += struct.pack("<I", at if page < pages - 1 else 0)
    return data + packed


def svg() -> bytes:
    return (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='99999' height='99999'>" + b"<g>" * 50_000
    )


# Archives and papers


@cache
def noise(size: int) -> bytes:
    """What no packer makes smaller."""
    return Random(1).randbytes(size)


def zipped(parts: dict[str, bytes], base: bytes = b"") -> bytes:
    target = BytesIO(base)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as found:
        for name, data in parts.items():
            found.writestr(name, data)
    return target.getvalue()


@cache
def docx_with(picture: bytes, times: int = 1) -> bytes:
    """A Word file with this picture, placed so many times."""
    honest = BytesIO()
    document = papers.Document()
    document.add_heading("Tin có ảnh", 1)
    document.add_paragraph("Lời dẫn của tin có ảnh.")
    for _time in range(times):
        document.add_picture(BytesIO(papers.picture("PNG")))
    document.save(honest)
    target = BytesIO()
    with zipfile.ZipFile(honest) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            is_picture = entry.filename.startswith("word/media/")
            new.writestr(entry.filename, picture if is_picture else data)
    return target.getvalue()


@cache
def odt() -> bytes:
    """Its manifest unpacks to two hundred times its size."""
    manifest = b"<m/>" + b" " * 280_000_000
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": manifest,
        }
    )


@cache
def pdf_of_escapes() -> bytes:
    """A packed stream of sixty megabytes, each three bytes of which are one letter."""
    packed = zlib.compress(b"#41xy" * 12_000_000, 9)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed)
    return (
        papers.pdf("An") + b"9 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    )


@cache
def pdf_with_picture() -> bytes:
    """A page whose picture is a hundred million pixels of one colour."""
    packed = zlib.compress(bytes(100_000_000), 9)
    head = (
        b"<< /Type /XObject /Subtype /Image /Width 10000 /Height 10000 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>" % len(packed)
    )
    return (
        papers.pdf("An") + b"9 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    )


@cache
def pictures() -> tuple[tuple[str, bytes], ...]:
    """Under names that the portal takes, whatever they are."""
    return tuple(_pictures())


def _pictures() -> Iterator[tuple[str, bytes]]:
    yield "lon.png", png(8000, 8000)
    yield "trong-suot.png", png(4990, 4990, 6)
    yield "dong.png", png(3000, 3000, 0, moving=50)
    yield "rong.gif", gif((10, 10), (65000, 65000))
    yield "dai.gif", gif((60, 40), (60, 40), 5000)
    yield "to.gif", gif((4900, 4900), (4900, 4900), 3)
    yield "lon.jpg", jpeg_of_size(65000, 65000)
    yield "tang-dan.jpg", jpeg_of_size(4999, 4999, progressive=True, subsampling=0)
    yield "nhieu-lan.jpg", many_scans()
    yield "hai-anh.jpg", two_pictures()
    yield "nen.webp", webp_canvas(16383, 16383)
    yield "dong.webp", frames("WEBP", (400, 300), 210)
    yield "noi-doi.avif", avif_that_lies(4000, 4000)
    yield "trang.png", tiff(20000, 20000, 30)
    yield "trang.tif", tiff(20000, 20000, 30)
    yield "hinh.jpg", svg()
    yield "hinh.svg", svg()
    yield "bieu-tuong.png", saved("ICO", (64, 64))
    yield "cu.jpg", saved("BMP", (64, 64))
