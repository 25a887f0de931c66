"""Land: mountains, terraces, pines, a river bridge, a village."""

from __future__ import annotations

import math
import random

from ..canvas import Canvas, smooth
from ..figures import VILLAGER, VILLAGER_F, standing
from ..landscape import (
    DAWN,
    DAY,
    backdrop,
    birds,
    bush,
    cloud,
    grass,
    ground,
    hills,
    karst,
    mist,
    pine,
    ridge,
    sun,
    tree,
)
from ..palette import (
    BARK,
    BLUE,
    CLAY,
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
    WOOD,
    mix,
)

SPAN = (-20.0, 1620.0)


def mountains() -> Canvas:
    """Ranges behind ranges, forest in front."""
    c = Canvas(fill=(SKY, mix(SAND, CREAM, 0.5)))
    sun(c, 1080, 300, 95)
    cloud(c, 430, 210, 300)
    layers = (
        (mix(SKY, ICE, 0.3), ICE),
        (mix(STEEL, SKY, 0.55), mix(SKY, ICE, 0.5)),
        (STEEL, mix(SKY, STEEL, 0.3)),
        (BLUE, mix(STEEL, SKY, 0.3)),
    )
    for i, tints in enumerate(layers):
        base = 560 + i * 75
        hills(c, karst(21 + i * 7, SPAN, base, 350 - i * 25, 5 + i), tints, base + 120)
        mist(c, base + 35, 90, 0.6)
    birds(c, 640, 330)
    hills(c, ridge(8, SPAN, 840, 110), (FOREST, PINE), 1000)
    rng = random.Random(4)
    for i in range(34):
        x = -10 + i * 49 + rng.uniform(-14, 14)
        pine(c, x, 905 + rng.uniform(-40, 20), rng.uniform(110, 180), mix(FOREST, LEAF, 0.25))
    for i in range(26):
        x = i * 66 + rng.uniform(-20, 20)
        pine(c, x, 1020 + rng.uniform(-25, 25), rng.uniform(160, 250), PINE)
    return c


def terraces() -> Canvas:
    """Rice terraces as bands along one slope, a small house between them."""
    c = Canvas(fill=DAY)
    backdrop(c, 40, 500, at=(1130, 210), tone=0.2)
    tints = (
        LEAF,
        MOSS,
        mix(SAND, MOSS, 0.4),
        mix(LEAF, GOLD, 0.35),
        SAND,
        MOSS,
        LEAF,
        mix(GOLD, SAND, 0.4),
        mix(LEAF, MOSS, 0.4),
        mix(FOREST, LEAF, 0.5),
    )
    for i, tint in enumerate(tints):
        y = 455 + i * 48 + i * i * 1.6
        points = []
        for k in range(81):
            t = k / 80
            slope = 130 * (1 - t) ** 1.5 * math.cos(t * 2.2 + i * 0.11)
            lobes = 22 * math.sin(t * 8.3 + i * 0.55) + 11 * math.sin(t * 17 + i * 1.3)
            points.append((-20 + 1640 * t, y - slope + lobes + 60 * t))
        rim = 5 + i
        hills(c, [(x, py - rim) for x, py in points], mix(FOREST, LEAF, 0.15), 1000)
        hills(c, points, (mix(tint, WHITE, 0.28), tint), 1000)
    for x, y, size in ((520, 520, 60), (590, 530, 48), (1220, 640, 74), (1290, 652, 58)):
        tree(c, x, y, size * 1.7)
    _stilt_house(c, 960, 640, 210)
    standing(c, 600, 800, 120, VILLAGER_F, right=(0.2, 0.55))
    standing(c, 690, 812, 124, VILLAGER)
    return c


def pines() -> Canvas:
    """Inside a pine wood, light falling between the trunks."""
    c = Canvas(fill=(mix(MOSS, SAND, 0.5), mix(CREAM, MOSS, 0.1)))
    sun(c, 1010, 330, 105)
    hills(c, karst(9, SPAN, 760, 300, 6), (mix(MOSS, SKY, 0.5), mix(ICE, MOSS, 0.3)), 800)
    rng = random.Random(12)
    for depth, tint, count in ((0, mix(LEAF, MOSS, 0.55), 20), (1, LEAF, 14), (2, FOREST, 9)):
        foot = 730 + depth * 70
        for i in range(count):
            x = -30 + i * 1660 / (count - 1) + rng.uniform(-26, 26)
            clear = abs(x - 880) < 150 + depth * 90
            tall = rng.uniform(0.8, 1.15) * (250 + depth * 150) * (0.62 if clear else 1)
            pine(c, x, foot + rng.uniform(-12, 22), tall, tint)
        hills(c, ridge(30 + depth, SPAN, foot + 28, 30), mix(tint, FOREST, 0.2), 1000)
    for left, wide in ((700, 90), (850, 130), (1040, 80)):
        c.poly([(990, 470), (1030, 470), (left + wide, 1000), (left - 30, 1000)], WHITE, alpha=0.1)
    path = [(874, 800), (846, 860), (760, 920), (700, 1000), (1010, 1000), (980, 920), (930, 860)]
    c.poly([*smooth(path[:4]), *smooth(path[4:]), (890, 800)], (SAND, mix(SAND, CLAY, 0.35)))
    for x, h in ((60, 820), (235, 760), (1420, 790), (1570, 860)):
        pine(c, x, 1030, h, PINE)
    for x in (330, 420, 640, 1090, 1190, 1300):
        grass(c, x, 985, 50, MOSS)
    return c


def bridge() -> Canvas:
    """An arched bridge over the Kỳ Cùng, the town's houses behind it."""
    c = Canvas(fill=DAWN)
    backdrop(c, 61, 560, at=(1120, 220), tone=0.25)
    _town(c, 585)
    c.rect(0, 640, 1600, 360, (mix(SKY, STEEL, 0.35), BLUE))
    hills(c, ridge(2, SPAN, 655, 34), (LEAF, FOREST), 668)
    c.disc(1120, 690, 44, SAND, alpha=0.35)
    deck, foot = 590, 745
    for i in range(4):
        cx = 230 + i * 380
        c.rect(cx - 190 - 26, deck, 52, foot - deck + 12, (STONE, SLATE))
        c.rect(cx - 190 - 26, foot + 12, 52, 90, NAVY, alpha=0.22)
    c.rect(1560, deck, 52, foot - deck + 12, (STONE, SLATE))
    for i in range(4):
        cx = 230 + i * 380
        c.ring(cx, deck + 165, 196, 26, CREAM, arc=(192, 348))
        for k in (-130, -65, 0, 65, 130):
            up = deck + 170 - math.sqrt(190**2 - k * k)
            c.rect(cx + k - 5, deck - 4, 10, max(up - deck, 4), CREAM)
    c.rect(0, deck - 26, 1600, 34, (CREAM, STONE))
    c.rect(0, deck - 2, 1600, 10, SLATE)
    _railing(c, deck - 26)
    rng = random.Random(3)
    for i in range(46):
        y = 690 + i * 6.7
        wide = rng.uniform(40, 190) * (0.6 + i / 60)
        c.rect(rng.uniform(0, 1500), y, wide, 4 + i * 0.06, ICE, r=2, alpha=0.32)
    _boat(c, 560, 850)
    for x in (40, 130, 1480, 1570):
        bush(c, x, 1005, 190)
    return c


def _railing(c: Canvas, y: float) -> None:
    c.rect(0, y - 34, 1600, 7, RED)
    c.rect(0, y - 18, 1600, 4, RED)
    for x in range(10, 1600, 40):
        c.rect(x, y - 34, 6, 36, WINE)
    for x in range(230, 1600, 380):
        c.line([(x, y), (x, y - 120), (x + 30, y - 132)], 6, SLATE)
        c.disc(x + 34, y - 128, 11, SAND)


def _town(c: Canvas, y: float) -> None:
    rng = random.Random(17)
    x = 60.0
    while x < 1540:
        w, h = rng.uniform(48, 84), rng.uniform(60, 150)
        wall = rng.choice((CREAM, mix(SAND, CREAM, 0.4), ICE, mix(SKY, WHITE, 0.4)))
        c.rect(x, y - h, w, h + 60, wall)
        c.rect(x, y - h, w * 0.2, h + 60, INK, alpha=0.07)
        c.poly(
            [(x - 6, y - h), (x + w / 2, y - h - 26), (x + w + 6, y - h)],
            rng.choice((RED, WINE, CLAY)),
        )
        for row in range(int(h // 38)):
            for k in (0.2, 0.6):
                c.rect(x + w * k, y - h + 14 + row * 38, w * 0.2, 18, STEEL)
        x += w + rng.uniform(0, 34)
        if rng.random() < 0.4:
            tree(c, x + 16, y + 20, 90)
            x += 40


def _boat(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y + 30, 170, 12, NAVY, alpha=0.3)
    standing(c, x + 60, y + 14, 150, VILLAGER, left=(-0.15, 0.55), right=(0.1, 0.55))
    c.line([(x + 85, y - 80), (x + 20, y + 60)], 6, BARK)
    c.poly(
        smooth([(x - 170, y - 16), (x - 90, y + 8), (x + 90, y + 8), (x + 170, y - 16)])
        + smooth([(x + 170, y - 16), (x + 110, y + 34), (x - 110, y + 34), (x - 170, y - 16)]),
        (WOOD, BARK),
    )


def village() -> Canvas:
    """Three stilt houses at the foot of the mountains, a path between them."""
    c = Canvas(fill=DAY)
    backdrop(c, 73, 590, at=(1150, 220))
    cloud(c, 420, 200, 260)
    ground(c, 620, (mix(LEAF, MOSS, 0.4), FOREST), 5)
    c.poly(
        smooth([(790, 640), (740, 720), (860, 830), (720, 1000)])
        + smooth([(1040, 1000), (980, 830), (850, 720), (840, 640)]),
        (SAND, mix(SAND, CLAY, 0.3)),
    )
    for x, y, h in ((150, 650, 190), (560, 640, 150), (1010, 640, 170), (1450, 660, 210)):
        tree(c, x, y, h)
    _stilt_house(c, 700, 700, 270)
    _stilt_house(c, 1150, 800, 430)
    _stilt_house(c, 400, 850, 470)
    standing(c, 800, 880, 170, VILLAGER_F)
    standing(c, 895, 890, 178, VILLAGER, left=(-0.2, 0.5))
    for x in (90, 620, 1380, 1530):
        bush(c, x, 1004, 180)
    birds(c, 640, 300)
    return c


def _stilt_house(c: Canvas, x: float, y: float, w: float) -> None:
    """A house on posts standing at (x, y), ``w`` wide over its eaves."""
    h = w * 0.62
    floor = y - h * 0.32
    c.oval(x, y, w * 0.46, w * 0.03, INK, alpha=0.2)
    c.rect(x - w * 0.38, floor, w * 0.76, h * 0.3, mix(BARK, INK, 0.45), alpha=0.45)
    for k in (-0.37, -0.18, 0.0, 0.18, 0.37):
        c.rect(x + k * w - w * 0.014, floor, w * 0.028, y - floor, BARK)
    c.rect(x - w * 0.4, floor - h * 0.28, w * 0.8, h * 0.28, (mix(WOOD, INK, 0.12), WOOD))
    for i in range(1, 14):
        c.rect(x - w * 0.4 + i * w * 0.0571, floor - h * 0.28, 2, h * 0.28, BARK, alpha=0.5)
    for k in (-0.28, 0.16):
        c.rect(x + k * w, floor - h * 0.21, w * 0.12, h * 0.13, mix(SAND, GOLD, 0.4))
        c.rect(x + k * w + w * 0.055, floor - h * 0.21, w * 0.01, h * 0.13, BARK)
    c.rect(x - w * 0.06, floor - h * 0.22, w * 0.12, h * 0.22, mix(BARK, INK, 0.4))
    c.rect(x - w * 0.43, floor - h * 0.02, w * 0.86, h * 0.045, CLAY)
    for i in range(5):
        c.rect(x - w * 0.05, floor + i * h * 0.065, w * 0.1, h * 0.02, CLAY)
    eave, top = floor - h * 0.24, y - h * 1.05
    roof = [(x - w * 0.5, eave), (x - w * 0.3, top), (x + w * 0.3, top), (x + w * 0.5, eave)]
    c.poly(roof, (SLATE, mix(SLATE, INK, 0.35)))
    c.poly(
        [(x + w * 0.05, top), (x + w * 0.3, top), (x + w * 0.5, eave), (x + w * 0.16, eave)],
        SKY,
        alpha=0.16,
    )
    for i in range(1, 4):
        t = i / 4
        y_row = top + (eave - top) * t
        half = w * (0.3 + 0.2 * t)
        c.rect(x - half, y_row, half * 2, 2.5, INK, alpha=0.25)
    c.rect(x - w * 0.32, top - h * 0.03, w * 0.64, h * 0.05, mix(SLATE, INK, 0.5), r=4)


SCENES = {
    "nui-rung": mountains,
    "ruong-bac-thang": terraces,
    "ban-lang": village,
    "cay-thong": pines,
    "cau-song": bridge,
}
