"""Places: the office, a road, a detention centre's wall."""

from __future__ import annotations

from ..canvas import Canvas, Fill
from ..figures import CITIZEN_F, OFFICER, OFFICER_F, Look, paper_in_hand, standing
from ..landscape import (
    DAY,
    backdrop,
    bush,
    cloud,
    ground,
    tree,
)
from ..palette import (
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


def headquarters() -> Canvas:
    """The procuracy's office on a clear day."""
    c = Canvas(fill=DAY)
    backdrop(c, 52, 640, at=(1260, 210), tone=0.2)
    cloud(c, 330, 190, 280)
    c.rect(0, 745, 1600, 255, (mix(STONE, WHITE, 0.3), mix(STONE, SAND, 0.4)))
    c.rect(0, 735, 1600, 22, MOSS)
    for x, h in ((170, 250), (300, 200), (1310, 210), (1440, 270)):
        tree(c, x, 750, h)
    office(c, 800, 750, 860, 430)
    for x in (400, 490, 1110, 1200):
        bush(c, x, 758, 90)
    c.poly([(650, 790), (950, 790), (1180, 1000), (420, 1000)], CREAM, alpha=0.75)
    for y in (820, 862, 920):
        c.rect(0, y, 1600, 3, SLATE, alpha=0.16)
    flagpole(c, 545, 905, 560, 200)
    c.poly([(510, 905), (580, 905), (598, 928), (492, 928)], mix(STONE, SLATE, 0.3))
    standing(c, 930, 905, 140, OFFICER)
    standing(c, 1000, 912, 134, OFFICER_F)
    standing(c, 730, 870, 116, CITIZEN_F)
    return c


def road() -> Canvas:
    """A safe crossing: lights, a zebra, a rider with a helmet, a car that waits."""
    c = Canvas(fill=DAY)
    backdrop(c, 88, 560, at=(1010, 200), tone=0.2)
    cloud(c, 420, 210, 260)
    ground(c, 575, (MOSS, LEAF), 9)
    for x, h in ((70, 210), (200, 170), (330, 200), (1330, 180), (1470, 230)):
        tree(c, x, 600, h)
    c.rect(0, 610, 1600, 40, (STONE, mix(STONE, SLATE, 0.3)))
    c.rect(0, 650, 1600, 350, ROAD)
    for x in (-60, 620, 960, 1300):
        c.rect(x, 800, 180, 12, CREAM)
    for i in range(7):
        y = 662 + i * 48
        c.poly(
            [(330 - i * 6, y), (520 - i * 6, y), (514 - i * 6, y + 28), (324 - i * 6, y + 28)],
            CREAM,
        )
    _car(c, 1120, 775)
    _lights(c, 590, 660)
    standing(c, 430, 790, 250, CITIZEN_F)
    standing(c, 350, 800, 175, Look(top=WHITE, bottom=NAVY, shirt=RED), right=(0.28, 0.5))
    _rider(c, 890, 930)
    return c


def _lights(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 9, y - 430, 18, 436, SLATE, r=6)
    c.rect(x - 48, y - 560, 96, 236, INK, r=24)
    for i, tint in enumerate((RED, mix(GOLD, INK, 0.55), mix(LEAF, INK, 0.55))):
        c.disc(x, y - 518 + i * 76, 29, tint)
    c.disc(x, y - 518, 42, RED, alpha=0.28)
    c.disc(x + 9, y - 528, 8, WHITE, alpha=0.55)


def _car(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y + 6, 235, 14, INK, alpha=0.28)
    c.poly([(x - 130, y - 92), (x - 82, y - 162), (x + 82, y - 162), (x + 150, y - 92)], NAVY)
    c.poly([(x - 108, y - 92), (x - 70, y - 148), (x - 6, y - 148), (x - 6, y - 92)], (SKY, ICE))
    c.poly([(x + 8, y - 92), (x + 8, y - 148), (x + 74, y - 148), (x + 122, y - 92)], (SKY, ICE))
    c.rect(x - 220, y - 98, 440, 84, (STEEL, BLUE), r=32)
    c.rect(x - 220, y - 62, 34, 20, SAND, r=8)
    c.rect(x + 190, y - 62, 30, 20, RED, r=8)
    for k in (-125, 125):
        c.disc(x + k, y - 18, 42, INK)
        c.disc(x + k, y - 18, 19, STONE)


def _rider(c: Canvas, x: float, y: float) -> None:
    """A motorcycle going left to right, its wheels on ``y``."""
    look = Look(top=GOLD, bottom=NAVY, style="helmet", hair=RED)
    c.oval(x, y + 4, 190, 14, INK, alpha=0.28)
    for k in (-125, 130):
        c.ring(x + k, y - 52, 54, 17, INK)
        c.disc(x + k, y - 52, 14, STONE)
    c.line([(x + 130, y - 52), (x + 84, y - 190)], 14, STONE)
    c.poly(
        [
            (x - 165, y - 118),
            (x - 20, y - 128),
            (x + 20, y - 70),
            (x + 76, y - 78),
            (x + 70, y - 46),
            (x - 60, y - 44),
            (x - 130, y - 86),
        ],
        (RED, WINE),
    )
    c.poly([(x + 62, y - 200), (x + 104, y - 190), (x + 92, y - 60), (x + 58, y - 56)], RED)
    c.rect(x - 150, y - 142, 140, 24, INK, r=12)
    c.disc(x + 108, y - 172, 15, SAND)
    c.line([(x - 62, y - 150), (x + 36, y - 132), (x + 28, y - 50)], 40, look.bottom)
    c.rect(x + 10, y - 60, 66, 22, INK, r=10)
    c.poly([(x - 104, y - 140), (x - 78, y - 290), (x - 4, y - 290), (x - 14, y - 140)], look.top)
    c.disc(x - 41, y - 284, 38, look.top)
    c.line([(x - 34, y - 268), (x + 14, y - 208), (x + 76, y - 212)], 30, mix(look.top, INK, 0.16))
    c.disc(x + 84, y - 212, 14, look.skin)
    c.rect(x - 44, y - 338, 26, 40, mix(look.skin, INK, 0.14))
    c.oval(x - 24, y - 362, 38, 44, look.skin)
    c.pie(x - 28, y - 366, 50, 54, 165, 360, look.hair, chord=True)
    c.rect(x - 4, y - 378, 46, 11, WINE, r=5)


def detention() -> Canvas:
    """A high wall and its watch tower; two procurators come to inspect."""
    c = Canvas(fill=DAY)
    backdrop(c, 95, 560, at=(1240, 200), tone=0.3)
    cloud(c, 760, 190, 240)
    c.rect(0, 470, 1600, 290, (mix(SAND, STONE, 0.5), mix(STONE, SAND, 0.3)))
    c.rect(0, 456, 1600, 22, SLATE)
    for x in range(60, 1600, 150):
        c.rect(x, 478, 16, 282, SLATE, alpha=0.22)
        c.line([(x + 8, 458), (x + 8, 400), (x + 30, 378)], 6, SLATE)
    for y in (388, 408, 428):
        c.line([(0, y), (1600, y)], 2.2, SLATE)
    _tower(c, 430, 760)
    _iron_gate(c, 890, 760)
    c.rect(0, 755, 1600, 245, (mix(MOSS, SAND, 0.3), MOSS))
    c.poly([(770, 755), (1010, 755), (1290, 1000), (560, 1000)], (SAND, mix(SAND, CLAY, 0.25)))
    standing(c, 760, 930, 300, OFFICER, right=(0.04, 0.56))
    paper_in_hand(c, 786, 758, 74)
    standing(c, 910, 940, 290, OFFICER_F)
    standing(c, 1080, 915, 285, Look(top=FOREST, bottom=FOREST, style="cap"), left=(-0.25, 0.6))
    for x in (70, 200, 1400, 1540):
        bush(c, x, 1004, 170)
    return c


def _tower(c: Canvas, x: float, y: float) -> None:
    c.poly([(x - 62, y), (x - 50, y - 430), (x + 50, y - 430), (x + 62, y)], (CREAM, STONE))
    c.poly([(x - 62, y), (x - 50, y - 430), (x - 22, y - 430), (x - 28, y)], SLATE, alpha=0.25)
    c.rect(x - 90, y - 452, 180, 28, SLATE, r=4)
    c.rect(x - 76, y - 548, 152, 98, (SKY, STEEL))
    for k in (-76, -30, 18, 66):
        c.rect(x + k, y - 548, 10, 98, CREAM)
    c.rect(x - 84, y - 478, 168, 28, CREAM)
    c.poly([(x - 112, y - 546), (x - 40, y - 620), (x + 40, y - 620), (x + 112, y - 546)], RED)
    c.poly(
        [(x + 10, y - 620), (x + 40, y - 620), (x + 112, y - 546), (x + 30, y - 546)],
        mix(RED, GOLD, 0.25),
    )
    c.rect(x - 12, y - 330, 24, 60, NAVY, r=10)
    c.rect(x - 12, y - 190, 24, 60, NAVY, r=10)


def _iron_gate(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 175, y - 330, 350, 330, CREAM)
    c.rect(x - 190, y - 352, 380, 34, RED)
    c.rect(x - 130, y - 260, 260, 260, (BLUE, NAVY))
    for k in range(-110, 120, 44):
        c.rect(x + k, y - 246, 10, 232, STEEL)
    c.rect(x - 4, y - 260, 8, 260, INK)
    for k in (-22, 22):
        c.disc(x + k, y - 120, 9, GOLD)


SCENES = {
    "tru-so": headquarters,
    "giao-thong": road,
    "trai-giam": detention,
}
