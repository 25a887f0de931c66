"""Which pictures are opened: by what decoding them would cost, known before it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from portal.core.archives import MEGABYTE

from .headers import CUT_SHORT, Header, read_header
from .refusals import PictureRefused

# Of one frame, and of all frames together.
MOST_PIXELS: Final = 25_000_000
MOST_FRAMES: Final = 200
# What a decoder may hold at once: kinds that need more for each pixel may have fewer pixels.
MOST_MEMORY: Final = 200_000_000
MOST_BYTES: Final = 32 * MEGABYTE
MILLION: Final = 1_000_000

# What Pillow and Willow raise for bytes that are no picture, or only half of one; AVIF a plain RuntimeError.
UNREADABLE: Final = (
    OSError, ValueError, SyntaxError, EOFError, RuntimeError, TypeError, KeyError, DecompressionBombError,
    *CUT_SHORT,
)  # fmt: skip

# The reader of the very kind that was judged. Pillow's own choice would take a JPEG with a second picture
# in it as a thing of two, and any of forty kinds by whatever the first bytes look like.
_READERS: Final[dict[str, Callable[[BytesIO], ImageFile]]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "GIF": GifImageFile,
    "WEBP": WebPImageFile,
    "AVIF": AvifImageFile,
}


def most_pixels(header: Header) -> int:
    return min(MOST_PIXELS, MOST_MEMORY // header.unit)


def judge_header(header: Header) -> None:
    """Raises PictureRefused for what would cost too much."""
    limit = most_pixels(header)
    said = {
        "kind": header.kind.label,
        "width": header.width,
        "height": header.height,
        "limit": limit // MILLION,
    }
    if header.pixels > limit:
        raise PictureRefused("pixels", **said)
    if header.frames > MOST_FRAMES or header.pixels * header.frames > limit:
        raise PictureRefused("frames", frames=header.frames, most=MOST_FRAMES, **said)


def judge_picture(data: bytes) -> Header:
    """Its header, when it may be decoded. Raises PictureRefused."""
    if len(data) > MOST_BYTES:
        raise PictureRefused("picture_heavy", limit=MOST_BYTES // MEGABYTE)
    header = read_header(data)
    judge_header(header)
    return header


@contextmanager
def opened(data: bytes) -> Iterator[ImageFile]:
    """The picture, judged and not decoded yet; of several in one file the first.

    Raises PictureRefused, also where Pillow breaks off inside the block.
    """
    header = judge_picture(data)
    try:
        with _READERS[header.kind.key](BytesIO(data)) as image:
            if image.width * image.height > header.pixels:
                raise PictureRefused("picture_damaged")
            yield image
    except UNREADABLE as error:
        raise PictureRefused("picture_damaged") from error


def prove_whole(data: bytes) -> Header:
    """Decode it once, so that nothing is kept that breaks off half way. Raises PictureRefused."""
    with opened(data) as image:
        image.load()
    return read_header(data)
