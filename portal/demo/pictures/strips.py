"""Infographics of the sample: four drawings below each other, each with as many dots as its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from .canvas import JPEG_QUALITY, Canvas
from .palette import GOLD, NAVY, WHITE, rgb

WIDTH, HEIGHT, BAND = 1000, 500, 90
Scene = Callable[[], Canvas]

KEYS: dict[str, tuple[str, str, str, str]] = {
    "tranh-gui-don": ("ho-so", "tiep-dan", "nghien-cuu", "cong-ly"),
    "tranh-lua-dao": ("dien-thoai", "may-tinh", "tiep-dan", "tru-so"),
    "tranh-den-truong": ("ban-lang", "giao-thong", "cau-song", "lop-hoc"),
    "tranh-bien-gioi": ("cho-phien", "cua-khau", "dien-thoai", "tuyen-truyen"),
}


@dataclass(frozen=True)
class Strip:
    scenes: tuple[Scene, ...]

    def jpeg(self) -> bytes:
        sheet = Image.new("RGB", (WIDTH, len(self.scenes) * (HEIGHT + BAND)), rgb(NAVY))
        pen = ImageDraw.Draw(sheet)
        for place, scene in enumerate(self.scenes):
            top = place * (HEIGHT + BAND)
            with Image.open(BytesIO(scene().jpeg())) as drawing:
                part = drawing.resize((WIDTH, WIDTH * drawing.height // drawing.width))
                cut = (part.height - HEIGHT) // 2
                sheet.paste(part.crop((0, cut, WIDTH, cut + HEIGHT)), (0, top + BAND))
            for dot in range(place + 1):
                x, y = 60 + dot * 60, top + BAND // 2
                pen.ellipse((x - 20, y - 20, x + 20, y + 20), fill=rgb(GOLD), outline=rgb(WHITE))
        buffer = BytesIO()
        sheet.save(buffer, "JPEG", quality=JPEG_QUALITY - 15)
        return buffer.getvalue()


def strips(scenes: dict[str, Scene]) -> dict[str, Callable[[], Strip]]:
    def maker(keys: tuple[str, ...]) -> Callable[[], Strip]:
        return lambda: Strip(tuple(scenes[key] for key in keys))

    return {name: maker(keys) for name, keys in KEYS.items()}
