"""How Wagtail opens pictures: judged first, and by the reader of the very kind that was judged.

Willow takes the size of a picture from the decoded picture, and lets Pillow guess once more what the bytes
are; and it copies the whole picture before it makes it small. A plugin may say otherwise for each kind of
file; this one says it for all, so that everything that Wagtail does with pictures (forms, fields, scaled
copies, previews) passes here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PIL import ImageOps
from willow.image import (
    AvifImageFile,
    BMPImageFile,
    GIFImageFile,
    HeicImageFile,
    IcoImageFile,
    ImageFile,
    JPEGImageFile,
    PNGImageFile,
    SvgImageFile,
    TIFFImageFile,
    WebPImageFile,
)
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from portal.core.pictures import MOST_BYTES, opened, read_header

_KINDS: Final = (
    AvifImageFile, BMPImageFile, GIFImageFile, HeicImageFile, IcoImageFile, JPEGImageFile, PNGImageFile,
    SvgImageFile, TIFFImageFile, WebPImageFile,
)  # fmt: skip


class OnePicture(PillowImage):
    def crop(self, rect: tuple[int, int, int, int]) -> PillowImage:
        """As Willow does it, without a second picture when all of it is meant."""
        if tuple(rect) == (0, 0, *self.image.size):
            return self
        return PillowImage.crop(self, rect)


def install() -> None:
    registry.register_plugin(_Plugin)


def _bytes_of(file: ImageFile) -> bytes:
    """A little more than is taken at most, so that what is too much is refused and not cut."""
    file.f.seek(0)
    data: bytes = file.f.read(MOST_BYTES + 1)
    return data


def size_in_header(file: ImageFile) -> tuple[int, int]:
    """Raises PictureRefused."""
    header = read_header(_bytes_of(file))
    return header.width, header.height


def frames_in_header(file: ImageFile) -> int:
    """Raises PictureRefused."""
    return read_header(_bytes_of(file)).frames


def decoded(file: ImageFile) -> PillowImage:
    """Raises PictureRefused."""
    with opened(_bytes_of(file)) as image:
        image.load()
        return OnePicture(image)


def turned_upright(picture: PillowImage) -> PillowImage:
    """As Willow does it, without a second picture when nothing is to be turned."""
    ImageOps.exif_transpose(picture.image, in_place=True)
    return picture


def _for_each_kind(name: str, operation: Callable[[Any], Any]) -> list[tuple[Any, str, Any]]:
    return [(kind, name, operation) for kind in _KINDS]


class _Plugin:
    willow_operations = [
        *_for_each_kind("get_size", size_in_header),
        *_for_each_kind("get_frame_count", frames_in_header),
        (PillowImage, "auto_orient", turned_upright),
    ]
    willow_converters = [(kind, PillowImage, decoded) for kind in _KINDS]
