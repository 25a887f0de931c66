"""Study and praise: a desk with law books, an award."""

from __future__ import annotations

import math

from ..canvas import Canvas, smooth
from ..landscape import hills, leaf, ridge, sun
from ..palette import (
    BARK,
    BLUE,
    CLAY,
    CREAM,
    FOREST,
    GOLD,
    INK,
    LEAF,
    MOSS,
    NAVY,
    RED,
    SAND,
    SKY,
    STEEL,
    STONE,
    WHITE,
    WINE,
    WOOD,
    mix,
)
from ..props import (
    books,
    cup,
    plant,
    star_points,
)

BRASS = (mix(SAND, GOLD, 0.4), GOLD)
BRASS_DARK = mix(GOLD, BARK, 0.35)


def study() -> Canvas:
    """A desk in the evening: a lamp, an open book, stacks of law books."""
    c = Canvas(fill=(NAVY, BLUE))
    c.rect(470, 90, 660, 480, WOOD, r=8)
    c.rect(490, 110, 620, 440, (BLUE, mix(STEEL, SAND, 0.45)))
    c.disc(960, 210, 46, SAND)
    hills(c, ridge(6, (490, 1110), 500, 190), (STEEL, BLUE), 550)
    hills(c, ridge(7, (490, 1110), 540, 110), (mix(FOREST, NAVY, 0.3), NAVY), 550)
    c.rect(794, 110, 12, 440, WOOD)
    c.rect(490, 320, 620, 10, WOOD)
    for y in (250, 480):
        for x, seed in ((60, 1), (1220, 4)):
            c.rect(x, y, 320, 18, WOOD)
            _row_of_books(c, x + 14, y, seed + y)
    c.poly([(520, 330), (420, 330), (170, 770), (860, 770)], SAND, alpha=0.22)
    c.rect(0, 770, 1600, 230, (WOOD, BARK))
    c.rect(0, 762, 1600, 22, CLAY)
    _lamp(c, 340, 790)
    books(c, 1170, 780, 300, 5, 1)
    _open_book(c, 740, 850)
    cup(c, 1150, 900, 84)
    c.line([(470, 910), (560, 870)], 12, RED)
    plant(c, 1420, 800, 270, STEEL)
    return c


def _row_of_books(c: Canvas, x: float, y: float, seed: int) -> None:
    tints = (RED, STEEL, GOLD, FOREST, SKY, WINE, CREAM)
    for i in range(9):
        h = 100 + (i * 53 + seed * 7) % 46
        tint = mix(tints[(i * 3 + seed) % 7], NAVY, 0.25)
        c.rect(x + i * 32, y - h, 28, h, tint, r=3)
        c.rect(x + i * 32, y - h + 20, 28, 8, SAND, alpha=0.55)


def _lamp(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 80, y - 24, 160, 28, INK, r=14)
    c.line(smooth([(x, y - 20), (x - 40, y - 250), (x + 100, y - 470)]), 15, GOLD)
    c.disc(x - 36, y - 236, 16, BRASS_DARK)
    c.poly(
        [(x + 66, y - 520), (x + 150, y - 500), (x + 250, y - 400), (x + 30, y - 440)], (RED, WINE)
    )
    c.oval(x + 140, y - 424, 70, 24, CREAM, alpha=0.9)


def _open_book(c: Canvas, x: float, y: float) -> None:
    c.poly([(x - 290, y + 46), (x - 240, y - 100), (x + 240, y - 100), (x + 290, y + 46)], NAVY)
    for s in (-1, 1):
        page = smooth([(x, y - 92), (x + s * 90, y - 122), (x + s * 228, y - 106)])
        foot = smooth([(x + s * 270, y + 28), (x + s * 110, y + 6), (x, y + 38)])
        c.poly([*page, *foot], (WHITE, CREAM if s > 0 else SAND))
        for i in range(5):
            t = i / 5
            inner, outer = x + s * 34, x + s * (196 + t * 30)
            yy = y - 84 + i * 22
            c.line([(inner, yy), ((inner + outer) / 2, yy - 10), (outer, yy - 4)], 5, SKY)


def award() -> Canvas:
    """A framed certificate, a medal and laurels."""
    c = Canvas(fill=(WINE, RED))
    sun(c, 800, 470, 200, GOLD)
    for i in range(24):
        a = math.radians(i * 15)
        b = a + math.radians(6)
        c.poly(
            [
                (800, 470),
                (800 + 1100 * math.cos(a), 470 + 1100 * math.sin(a)),
                (800 + 1100 * math.cos(b), 470 + 1100 * math.sin(b)),
            ],
            SAND,
            alpha=0.08,
        )
    for s in (-1, 1):
        for i in range(9):
            a = math.radians(90 + s * (18 + i * 15))
            px, py = 800 + 480 * math.cos(a), 440 + 440 * math.sin(a)
            along = math.degrees(math.atan2(-s * math.cos(a), -s * math.sin(a)))
            for turn in (34, -34):
                leaf(c, px, py, 118, along + turn, (MOSS, LEAF))
    c.rect(446, 236, 720, 480, INK, r=10, alpha=0.25)
    c.rect(440, 224, 720, 480, BRASS, r=10)
    c.rect(462, 246, 676, 436, WINE, r=4)
    c.rect(474, 258, 652, 412, (WHITE, CREAM), r=4)
    c.rect(600, 310, 400, 36, RED, r=8)
    for i, w in enumerate((460, 520, 420, 480)):
        c.rect(800 - w / 2, 384 + i * 42, w, 14, mix(SAND, STONE, 0.4), r=7)
    c.rect(900, 604, 160, 12, STEEL, r=6)
    _medal(c, 640, 690)
    for i in range(44):
        x, y = (i * 173 + 60) % 1600, (i * 97 + 40) % 1000
        if abs(x - 800) > 400 or y < 190:
            c.rect(x, y, 20, 11, (GOLD, SAND, CREAM, SKY)[i % 4], r=4)
    return c


def _medal(c: Canvas, x: float, y: float) -> None:
    for s in (-1, 1):
        c.poly(
            [
                (x + s * 8, y + 40),
                (x + s * 70, y + 40),
                (x + s * 96, y + 205),
                (x + s * 52, y + 178),
                (x + s * 24, y + 214),
            ],
            NAVY if s < 0 else BLUE,
        )
    for i in range(16):
        a = math.radians(i * 22.5)
        c.disc(x + 98 * math.cos(a), y + 98 * math.sin(a), 22, BRASS_DARK)
    c.disc(x, y, 104, BRASS)
    c.disc(x, y, 82, RED)
    c.ring(x, y, 82, 6, SAND)
    c.poly(star_points(x, y, 58), "#ffdf3a")


SCENES = {
    "nghien-cuu": study,
    "khen-thuong": award,
}
