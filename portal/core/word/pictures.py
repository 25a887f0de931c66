"""Pictures inside a Word file: which ones a page can show."""

import io
import warnings
from dataclasses import dataclass
from typing import Final

from PIL import Image, UnidentifiedImageError

FORMATS: Final = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
MAX_BYTES: Final = 10 * 1024 * 1024
MAX_PIXELS: Final = 40_000_000
MIN_SIDE: Final = 32  # bullets, lines and spacers that Word keeps as pictures
_METAFILES: Final = ("image/x-emf", "image/emf", "image/x-wmf", "image/wmf")
_BROKEN: Final = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError,
    Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """A picture that was looked at; `problem` is empty when a page can show it.

    Otherwise it is one of "metafile", "format", "broken", "size", "tiny".
    """

    data: bytes = b""
    extension: str = ""
    width: int = 0
    height: int = 0
    problem: str = ""


def examine(data: bytes, content_type: str = "") -> Picture:
    """Decode ``data`` as a picture; whatever the file calls itself, the bytes decide."""
    if content_type.lower() in _METAFILES or _is_metafile(data):
        return Picture(problem="metafile")
    if len(data) > MAX_BYTES:
        return Picture(problem="size")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                width, height = image.size
                kind = image.format or ""
                if width * height > MAX_PIXELS:
                    return Picture(problem="size")
                if kind not in FORMATS:
                    return Picture(problem="format")
                image.load()
    except _BROKEN:
        return Picture(problem="broken")
    if min(width, height) < MIN_SIDE:
        return Picture(problem="tiny")
    return Picture(data, FORMATS[kind], width, height)


def thumbnail(picture: Picture, side: int = 320) -> bytes:
    """A small JPEG of a picture that `examine` took."""
    with Image.open(io.BytesIO(picture.data)) as image:
        image.thumbnail((side, side))
        flat = Image.new("RGB", image.size, "white")
        layer = image.convert("RGBA")
        flat.paste(layer, mask=layer)
    target = io.BytesIO()
    flat.save(target, "JPEG", quality=70)
    return target.getvalue()


def _is_metafile(data: bytes) -> bool:
    placeable_wmf = data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"))
    return placeable_wmf or (data.startswith(b"\x01\x00\x00\x00") and data[40:44] == b" EMF")
