"""The border gate, and the provincial banner in which it stands."""

from __future__ import annotations

from ..canvas import Canvas, Fill
from ..figures import Look, standing
from ..landscape import (
    DAWN,
    birds,
    hills,
    karst,
    mist,
    pine,
    ridge,
    sun,
    tree,
)
from ..palette import (
    BLUE,
    CREAM,
    FOREST,
    GOLD,
    ICE,
    INK,
    LEAF,
    MOSS,
    NAVY,
    PINE,
    RED,
    SAND,
    SKY,
    SLATE,
    STEEL,
    STONE,
    WHITE,
    WINE,
    mix,
)
from ..props import flagpole, office

ROAD: Fill = (mix(SLATE, STONE, 0.35), SLATE)


def border_gate() -> Canvas:
    """A border gate between steep mountains, a lorry going through."""
    c = Canvas(fill=DAWN)
    sun(c, 1130, 210, 80)
    hills(c, karst(31, (-20, 1620), 620, 470, 5), (mix(SKY, ICE, 0.2), ICE), 720)
    hills(c, karst(34, (-20, 1620), 690, 320, 7), (mix(STEEL, SKY, 0.4), ICE), 760)
    hills(c, ridge(35, (-20, 1620), 720, 150), (LEAF, MOSS), 780)
    c.rect(0, 770, 1600, 230, (MOSS, LEAF))
    c.poly([(620, 765), (980, 765), (1330, 1000), (270, 1000)], ROAD)
    for t in (0.08, 0.32, 0.62):
        y, k = 775 + t * 225, 0.5 + t
        c.poly(
            [
                (797 - 4 * k, y),
                (803 + 4 * k, y),
                (805 + 5 * k, y + 46 * k),
                (795 - 5 * k, y + 46 * k),
            ],
            CREAM,
        )
    for x in range(40, 360, 70):
        pine(c, x, 790, 150 + x % 40, FOREST)
        pine(c, 1600 - x, 790, 150 + x % 50, FOREST)
    _gate(c, 800, 780, 720)
    _lorry(c, 880, 862)
    _barrier(c, 470, 880)
    standing(c, 600, 912, 150, Look(top=FOREST, bottom=FOREST, style="cap"), right=(0.22, 0.62))
    return c


def _gate(c: Canvas, x: float, y: float, w: float) -> None:
    """A gate of two towers and a high beam with a swept roof; its foot's middle at (x, y)."""
    h = w * 0.52
    for side in (-1, 1):
        left = x + side * w * 0.39 - w * 0.11
        wall = (CREAM, mix(SAND, STONE, 0.3)) if side > 0 else (mix(SAND, STONE, 0.35), STONE)
        c.rect(left, y - h * 0.86, w * 0.22, h * 0.86, wall)
        for row in range(4):
            c.rect(left + w * 0.03, y - h * 0.74 + row * h * 0.18, w * 0.16, h * 0.1, (STEEL, NAVY))
        c.rect(left - w * 0.012, y - h * 0.05, w * 0.244, h * 0.05, SLATE)
    c.rect(x - w * 0.5, y - h * 0.9, w, h * 0.24, (WHITE, CREAM))
    c.rect(x - w * 0.44, y - h * 0.85, w * 0.88, h * 0.13, RED)
    c.rect(x - w * 0.44, y - h * 0.68, w * 0.88, h * 0.02, GOLD)
    for k, top, width in ((0, 0.9, 1.12), (1, 1.07, 0.62)):
        half, up = w * width / 2, y - h * top
        c.poly(
            [
                (x - half * 1.06, up),
                (x - half * 0.86, up - h * 0.13 + k * 6),
                (x + half * 0.86, up - h * 0.13 + k * 6),
                (x + half * 1.06, up),
            ],
            (WINE, RED),
        )
        c.rect(x - half * 1.06, up - 3, half * 2.12, h * 0.025, GOLD)
        if k == 0:
            c.rect(x - w * 0.27, y - h * 1.09, w * 0.54, h * 0.07, CREAM)
    for offset in (-0.16, 0.16):
        c.rect(x + offset * w - w * 0.014, y - h * 0.66, w * 0.028, h * 0.66, (WHITE, STONE))
    flagpole(c, x, y - h * 1.18, w * 0.24, w * 0.16)


def _lorry(c: Canvas, x: float, y: float) -> None:
    """A lorry seen from the front, coming through the gate."""
    c.oval(x, y + 4, 92, 12, INK, alpha=0.3)
    for k in (-62, 42):
        c.rect(x + k, y - 30, 24, 34, INK, r=6)
    c.rect(x - 76, y - 190, 152, 170, (ICE, STONE), r=6)
    c.rect(x - 68, y - 128, 136, 114, BLUE, r=12)
    c.rect(x - 56, y - 116, 112, 48, (SKY, ICE), r=8)
    c.rect(x - 40, y - 48, 80, 14, NAVY, r=5)
    for k in (-50, 50):
        c.disc(x + k, y - 40, 9, SAND)


def _barrier(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 22, y - 92, 44, 96, NAVY, r=6)
    c.line([(x, y - 76), (x - 90, y - 330)], 13, WHITE)
    for k in (0.15, 0.4, 0.65, 0.9):
        c.line(
            [(x - 90 * k, y - 76 - 254 * k), (x - 90 * (k + 0.1), y - 76 - 254 * (k + 0.1))],
            13,
            RED,
        )


def banner() -> Canvas:
    """The provincial banner: calm sky on the left, gate and office on the right."""
    c = Canvas(2400, 700, (BLUE, mix(SKY, CREAM, 0.5)))
    sun(c, 1560, 250, 84)
    span = (-20.0, 2420.0)
    hills(c, karst(14, span, 520, 300, 9), (mix(STEEL, SKY, 0.45), mix(SKY, ICE, 0.3)), 640)
    mist(c, 520, 90, 0.5, ICE)
    hills(c, karst(18, span, 590, 230, 12), (mix(BLUE, STEEL, 0.55), mix(STEEL, SKY, 0.5)), 660)
    mist(c, 590, 70, 0.4, ICE)
    hills(c, ridge(27, span, 630, 90), (FOREST, LEAF), 700)
    birds(c, 1290, 190, 24, NAVY)
    hills(c, ridge(29, span, 655, 26), (mix(LEAF, FOREST, 0.4), PINE), 700)
    _gate(c, 1430, 645, 330)
    for x, h in ((1190, 110), (1250, 90), (1640, 120), (1690, 95), (2310, 130), (2370, 150)):
        tree(c, x, 652, h)
    office(c, 1990, 645, 560, 300)
    flagpole(c, 1760, 652, 400, 150)
    for i, x in enumerate(range(20, 1160, 62)):
        pine(c, x, 700 + i % 3 * 8, 70 + (i * 37) % 50, PINE)
    return c


SCENES = {
    "cua-khau": border_gate,
}
