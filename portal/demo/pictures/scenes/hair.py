"""The hair of the portraits, by the name of its cut."""

from __future__ import annotations

from collections.abc import Callable

from ..canvas import Canvas, smooth
from ..palette import INK, WHITE, mix


def hair_behind(c: Canvas, style: str, hair: str) -> None:
    """What of the hair lies behind the head and the shoulders; drawn first."""
    dark = mix(hair, INK, 0.25)
    if style == "bun":
        c.disc(400, 186, 70, dark)
    elif style == "bob":
        c.rect(236, 250, 328, 330, dark, r=110)
    elif style == "long":
        c.rect(232, 250, 336, 460, dark, r=120)


def _parted(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (258, 400),
            (246, 300),
            (290, 214),
            (380, 178),
            (480, 190),
            (546, 262),
            (548, 400),
            (528, 340),
            (500, 296),
            (420, 292),
            (350, 262),
            (306, 312),
            (276, 350),
        ],
        hair,
    )
    c.line(smooth([(346, 206), (420, 196), (500, 236)]), 7, WHITE, alpha=0.13)


def _crop(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (260, 392),
            (250, 300),
            (300, 212),
            (400, 184),
            (500, 212),
            (550, 300),
            (540, 392),
            (522, 320),
            (470, 280),
            (400, 272),
            (330, 280),
            (278, 320),
        ],
        hair,
    )


def _brushed(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (258, 410),
            (240, 310),
            (280, 206),
            (400, 158),
            (520, 200),
            (560, 310),
            (542, 410),
            (530, 320),
            (480, 256),
            (400, 250),
            (320, 262),
            (272, 326),
        ],
        hair,
    )
    for x in (340, 400, 460):
        c.line(smooth([(x, 250), (x + 8, 214), (x + 30, 186)]), 6, WHITE, alpha=0.2)


def _bun(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (256, 420),
            (246, 310),
            (296, 218),
            (400, 184),
            (504, 218),
            (554, 310),
            (544, 420),
            (528, 340),
            (470, 272),
            (400, 250),
            (330, 272),
            (272, 340),
        ],
        hair,
    )
    c.line(smooth([(310, 250), (400, 212), (490, 250)]), 6, WHITE, alpha=0.13)


def _bob(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (238, 540),
            (228, 330),
            (290, 212),
            (400, 176),
            (510, 212),
            (572, 330),
            (562, 540),
            (526, 560),
            (530, 400),
            (500, 320),
            (400, 306),
            (300, 320),
            (270, 400),
            (274, 560),
        ],
        hair,
    )


def _long(c: Canvas, hair: str) -> None:
    c.blob(
        [
            (250, 660),
            (226, 480),
            (236, 300),
            (300, 204),
            (400, 176),
            (500, 204),
            (564, 300),
            (574, 480),
            (550, 660),
            (516, 600),
            (538, 440),
            (520, 330),
            (440, 246),
            (360, 300),
            (286, 340),
            (262, 440),
            (286, 600),
        ],
        hair,
    )


HAIRLINES: dict[str, Callable[[Canvas, str], None]] = {
    "parted": _parted,
    "crop": _crop,
    "brushed": _brushed,
    "bun": _bun,
    "bob": _bob,
    "long": _long,
}
