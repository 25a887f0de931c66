"""Pictures inside a Word file: which ones a page can show."""

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image

from portal.core.archives import MEGABYTE
from portal.core.pictures import PictureRefused, opened, prove_whole

FORMATS: Final = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
MAX_BYTES: Final = 10 * MEGABYTE
# Of all pictures of a file: packed as pictures are, they weigh about as much as the file. One that lies in
# it once may be placed often, and each place is a picture.
MAX_TOGETHER: Final = 40 * MEGABYTE
MIN_SIDE: Final = 32  # bullets, lines and spacers that Word keeps as pictures
_METAFILES: Final = ("image/x-emf", "image/emf", "image/x-wmf", "image/wmf")
# Codes of PictureRefused; all others are "broken".
_REFUSED: Final = {
    "pixels": "size",
    "frames": "size",
    "picture_heavy": "size",
    "picture_unknown": "format",
}


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
        header = prove_whole(data)
    except PictureRefused as error:
        return Picture(problem=_REFUSED.get(error.code, "broken"))
    if header.kind.key not in FORMATS:
        return Picture(problem="format")
    if min(header.width, header.height) < MIN_SIDE:
        return Picture(problem="tiny")
    return Picture(data, FORMATS[header.kind.key], header.width, header.height)


def thumbnail(picture: Picture, side: int = 320) -> bytes:
    """A small JPEG of a picture that `examine` took."""
    with opened(picture.data) as image:
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
