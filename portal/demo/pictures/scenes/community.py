"""Out among people: the highland market, a talk by loudspeaker, young people planting."""

from __future__ import annotations

from ..canvas import Canvas, smooth
from ..figures import (
    CITIZEN,
    CITIZEN_F,
    OFFICER_F,
    VILLAGER,
    VILLAGER_F,
    YOUTH,
    YOUTH_F,
    Look,
    standing,
)
from ..landscape import DAWN, DAY, backdrop, birds, bush, cloud, grass, ground, leaf, pine, tree
from ..palette import (
    BARK,
    BLUE,
    CLAY,
    CREAM,
    FOREST,
    GOLD,
    HAIR,
    INDIGO,
    INK,
    LEAF,
    MOSS,
    NAVY,
    RED,
    SAND,
    SKIN,
    SKY,
    SLATE,
    STEEL,
    WHITE,
    WINE,
    WOOD,
    mix,
)

HAT = Look(top=INDIGO, bottom=INK, skin=SKIN[1], style="hat", trim=SKY)
OLD = Look(top=INDIGO, bottom=NAVY, skin=SKIN[2], style="scarf", hair=INK, skirt=True, trim=RED)


def market() -> Canvas:
    """A market day: striped awnings, fruit, people in indigo."""
    c = Canvas(fill=DAWN)
    backdrop(c, 110, 560, at=(1090, 170))
    ground(c, 590, (mix(SAND, CREAM, 0.3), mix(SAND, CLAY, 0.35)), 4)
    for x, h in ((60, 230), (640, 170), (960, 180), (1540, 240)):
        tree(c, x, 640, h)
    _stall(c, 800, 690, 260, STEEL, (GOLD, RED, LEAF))
    standing(c, 800, 676, 170, HAT)
    _counter(c, 800, 690, 260, (GOLD, RED, LEAF))
    for x, awning, goods, look in (
        (370, RED, (GOLD, LEAF, RED), OLD),
        (1230, BLUE, (RED, GOLD, LEAF), VILLAGER_F),
    ):
        _stall(c, x, 830, 440, awning, goods)
        standing(c, x - 20, 812, 280, look)
        _counter(c, x, 830, 440, goods)
    standing(c, 640, 930, 330, VILLAGER, left=(-0.24, 0.5))
    standing(c, 790, 945, 320, VILLAGER_F, right=(0.2, 0.47))
    _basket(c, 862, 815)
    standing(c, 950, 925, 190, Look(top=RED, bottom=NAVY, style="bob", hair=HAIR[0], trim=SAND))
    birds(c, 560, 220)
    return c


def _stall(c: Canvas, x: float, y: float, w: float, tint: str, goods: tuple[str, ...]) -> None:
    """The back half of a stall: posts, awning, a line of cloth."""
    top = y - w * 0.86
    for s in (-1, 1):
        c.rect(x + s * w * 0.46 - 6, top, 12, y - top, BARK)
    for i, cloth in enumerate((*goods, INDIGO)):
        c.rect(
            x - w * 0.4 + i * w * 0.2,
            top + w * 0.14,
            w * 0.16,
            w * 0.24,
            mix(cloth, INK, 0.12),
            r=4,
        )
    stripe = w * 1.12 / 8
    for i in range(8):
        left = x - w * 0.56 + i * stripe
        up = x - w * 0.46 + i * w * 0.92 / 8
        shade = tint if i % 2 == 0 else CREAM
        c.poly(
            [
                (up, top - w * 0.06),
                (up + w * 0.92 / 8, top - w * 0.06),
                (left + stripe, top + w * 0.13),
                (left, top + w * 0.13),
            ],
            shade,
        )
        c.pie(
            left + stripe / 2,
            top + w * 0.13,
            stripe / 2,
            stripe * 0.42,
            0,
            180,
            mix(shade, INK, 0.08),
        )


def _counter(c: Canvas, x: float, y: float, w: float, goods: tuple[str, ...]) -> None:
    """The front half of a stall: the counter with heaps of fruit."""
    c.oval(x, y + 2, w * 0.5, w * 0.035, INK, alpha=0.18)
    c.rect(x - w * 0.46, y - w * 0.26, w * 0.92, w * 0.26, (WOOD, BARK), r=4)
    for i in range(3):
        cx = x + (i - 1) * w * 0.3
        r = w * 0.038
        for row in range(3):
            for k in range(4 - row):
                c.disc(
                    cx + (k - (3 - row) / 2) * r * 1.8,
                    y - w * 0.31 - row * r * 1.5,
                    r,
                    mix(goods[i], WHITE, 0.12 * row),
                )
        c.rect(cx - w * 0.13, y - w * 0.3, w * 0.26, w * 0.06, CLAY, r=6)


def _basket(c: Canvas, x: float, y: float) -> None:
    c.ring(x, y - 6, 42, 7, BARK, arc=(180, 360))
    for k, tint in ((-24, LEAF), (0, RED), (24, LEAF)):
        c.disc(x + k, y - 8, 18, tint)
    c.poly([(x - 50, y - 6), (x + 50, y - 6), (x + 36, y + 52), (x - 36, y + 52)], (CLAY, WOOD))
    c.rect(x - 54, y - 12, 108, 13, SAND, r=6)


def outreach() -> Canvas:
    """A procurator speaks to villagers; a loudspeaker on its post carries the word."""
    c = Canvas(fill=DAY)
    backdrop(c, 120, 570, at=(1210, 200))
    cloud(c, 880, 170, 230)
    ground(c, 610, (MOSS, LEAF), 6)
    for x, h in ((90, 250), (1330, 210), (1500, 290)):
        tree(c, x, 650, h)
    c.oval(820, 880, 620, 90, mix(SAND, CREAM, 0.2))
    _horns(c, 400, 860)
    standing(c, 560, 850, 380, OFFICER_F, right=(0.2, 0.66), left=(-0.02, 0.52))
    _megaphone(c, 645, 596)
    crowd = (
        (850, 800, 300, VILLAGER),
        (960, 790, 290, OLD),
        (1075, 795, 295, CITIZEN),
        (1190, 800, 285, VILLAGER_F),
        (905, 880, 310, VILLAGER_F),
        (1030, 890, 200, Look(top=RED, bottom=NAVY, skin=SKIN[0])),
        (1140, 885, 315, HAT),
        (1260, 880, 300, CITIZEN_F),
    )
    for x, y, h, look in crowd:
        standing(c, x, y, h, look)
    for x in (80, 220, 1450, 1560):
        bush(c, x, 1004, 170)
    return c


def _horns(c: Canvas, x: float, y: float) -> None:
    """Two horn loudspeakers on a post, with rings of sound."""
    c.rect(x - 9, y - 690, 18, 694, SLATE, r=6)
    for s, dy in ((-1, -600), (1, -650)):
        c.poly(
            [
                (x + s * 10, y + dy - 16),
                (x + s * 10, y + dy + 16),
                (x + s * 112, y + dy + 66),
                (x + s * 112, y + dy - 66),
            ],
            (STEEL, BLUE),
        )
        c.oval(x + s * 112, y + dy, 22, 68, NAVY)
        c.oval(x + s * 114, y + dy, 12, 42, SKY)
        arc = (-32, 32) if s > 0 else (148, 212)
        for i in range(3):
            c.ring(x + s * 80, y + dy, 100 + i * 42, 11, RED, arc=arc, alpha=1 - i * 0.28)


def _megaphone(c: Canvas, x: float, y: float) -> None:
    c.poly([(x - 22, y - 14), (x - 22, y + 14), (x + 66, y + 44), (x + 66, y - 44)], (RED, WINE))
    c.oval(x + 66, y, 13, 45, CREAM)
    c.rect(x - 36, y - 17, 20, 34, WINE, r=6)


def planting() -> Canvas:
    """Young volunteers in blue shirts plant trees on a hill."""
    c = Canvas(fill=DAY)
    backdrop(c, 130, 580, at=(1160, 200))
    cloud(c, 470, 190, 260)
    ground(c, 640, (mix(LEAF, MOSS, 0.5), LEAF), 14, 60)
    for i in range(9):
        pine(c, 70 + i * 64, 660 - (i % 3) * 14, 120 + (i * 29) % 50, FOREST)
    for i in range(5):
        pine(c, 1270 + i * 76, 670 - (i % 2) * 18, 130 + (i * 41) % 60, FOREST)
    ground(c, 760, (LEAF, FOREST), 15, 40)
    for x, y, s in ((240, 830, 90), (1390, 820, 100), (560, 915, 110), (1075, 905, 110)):
        _sapling(c, x, y, s)
    standing(c, 450, 880, 400, YOUTH, right=(0.2, 0.5), left=(0.1, 0.62))
    c.line([(512, 580), (545, 860)], 13, WOOD)
    c.blob([(522, 840), (568, 836), (566, 890), (548, 922), (530, 890)], SLATE)
    _sapling(c, 815, 905, 260)
    standing(c, 670, 905, 385, YOUTH_F, right=(0.14, 0.48))
    standing(c, 965, 910, 400, Look(top=STEEL, bottom=NAVY, skin=SKIN[2]), left=(-0.25, 0.52))
    standing(c, 1220, 880, 390, Look(top=STEEL, bottom=NAVY, style="hat"), left=(-0.16, 0.4))
    _watering_can(c, 1146, 740)
    for x in (90, 330, 1290, 1480):
        grass(c, x, 990, 60, MOSS)
    return c


def _sapling(c: Canvas, x: float, y: float, h: float) -> None:
    c.oval(x, y, h * 0.42, h * 0.09, BARK)
    c.line(
        smooth([(x, y - 4), (x + h * 0.03, y - h * 0.5), (x, y - h * 0.9)]), max(h * 0.035, 4), WOOD
    )
    for i, (up, angle) in enumerate(
        ((0.35, 30), (0.42, 150), (0.58, 42), (0.64, 138), (0.8, 55), (0.84, 125), (0.9, 90))
    ):
        leaf(c, x, y - h * up, h * 0.36, angle, MOSS if i % 2 else mix(MOSS, GOLD, 0.3))


def _watering_can(c: Canvas, x: float, y: float) -> None:
    c.line([(x - 40, y + 40), (x - 100, y - 12)], 15, GOLD)
    c.ring(x + 12, y - 2, 44, 10, mix(GOLD, BARK, 0.3), arc=(190, 370))
    c.rect(x - 46, y, 108, 84, (mix(SAND, GOLD, 0.6), GOLD), r=14)
    for k in (0, 16, 32):
        c.line(
            [(x - 112 - k * 0.4, y + 2 + k), (x - 128 - k * 0.5, y + 34 + k * 1.6)],
            5,
            WHITE,
            alpha=0.8,
        )


SCENES = {"cho-phien": market, "tuyen-truyen": outreach, "thanh-nien": planting}
