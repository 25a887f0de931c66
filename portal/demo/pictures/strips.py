"""Infographics of the sample: drawings below each other, each with as many dots as its number."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from .canvas import JPEG_QUALITY
from .colours import PALETTE, rgb

WIDTH, HEIGHT, BAND = 1000, 500, 90
NAVY, GOLD, WHITE = (rgb(PALETTE[name]) for name in ("navy", "gold", "white"))


def strip(drawings: Sequence[bytes]) -> bytes:
    """The JPEGs as one, cut to the same height."""
    sheet = Image.new("RGB", (WIDTH, len(drawings) * (HEIGHT + BAND)), NAVY)
    pen = ImageDraw.Draw(sheet)
    for place, drawing in enumerate(drawings):
        top = place * (HEIGHT + BAND)
        with Image.open(BytesIO(drawing)) as whole:
            part = whole.resize((WIDTH, WIDTH * whole.height // whole.width))
            cut = (part.height - HEIGHT) // 2
            sheet.paste(part.crop((0, cut, WIDTH, cut + HEIGHT)), (0, top + BAND))
        for dot in range(place + 1):
            x, y = 60 + dot * 60, top + BAND // 2
            pen.ellipse((x - 20, y - 20, x + 20, y + 20), fill=GOLD, outline=WHITE)
    buffer = BytesIO()
    sheet.save(buffer, "JPEG", quality=JPEG_QUALITY - 15)
    return buffer.getvalue()
