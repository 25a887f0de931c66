"""Infographics of the sample: four drawings below each other, each with as many dots as its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from .canvas import JPEG_QUALITY
from .palette import GOLD, NAVY, WHITE, rgb

WIDTH, HEIGHT, BAND = 1000, 500, 90
Drawing = Callable[[], bytes]

KEYS: dict[str, tuple[str, str, str, str]] = {
    "tranh-gui-don": ("ho-so", "tiep-dan", "nghien-cuu", "cong-ly"),
    "tranh-lua-dao": ("dien-thoai", "may-tinh", "tiep-dan", "tru-so"),
    "tranh-den-truong": ("ban-lang", "giao-thong", "cau-song", "lop-hoc"),
    "tranh-bien-gioi": ("cho-phien", "cua-khau", "dien-thoai", "tuyen-truyen"),
}


@dataclass(frozen=True)
class Strip:
    drawings: tuple[Drawing, ...]

    def jpeg(self) -> bytes:
        sheet = Image.new("RGB", (WIDTH, len(self.drawings) * (HEIGHT + BAND)), rgb(NAVY))
        pen = ImageDraw.Draw(sheet)
        for place, drawing in enumerate(self.drawings):
            top = place * (HEIGHT + BAND)
            with Image.open(BytesIO(drawing())) as whole:
                part = whole.resize((WIDTH, WIDTH * whole.height // whole.width))
                cut = (part.height - HEIGHT) // 2
                sheet.paste(part.crop((0, cut, WIDTH, cut + HEIGHT)), (0, top + BAND))
            for dot in range(place + 1):
                x, y = 60 + dot * 60, top + BAND // 2
                pen.ellipse((x - 20, y - 20, x + 20, y + 20), fill=rgb(GOLD), outline=rgb(WHITE))
        buffer = BytesIO()
        sheet.save(buffer, "JPEG", quality=JPEG_QUALITY - 15)
        return buffer.getvalue()


def strips(drawings: dict[str, Drawing]) -> dict[str, Callable[[], Strip]]:
    def maker(keys: tuple[str, ...]) -> Callable[[], Strip]:
        return lambda: Strip(tuple(drawings[key] for key in keys))

    return {name: maker(keys) for name, keys in KEYS.items()}
