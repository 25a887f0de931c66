"""Gatherings indoors: a talk about the law in class, a conference."""

from __future__ import annotations

from ..canvas import Canvas
from ..figures import (
    CITIZEN_F,
    ELDER,
    OFFICER,
    OFFICER_F,
    VILLAGER,
    VILLAGER_F,
    YOUTH_F,
    Look,
    bust,
    standing,
)
from ..palette import (
    BARK,
    CLAY,
    CREAM,
    FOREST,
    GOLD,
    HAIR,
    ICE,
    INK,
    LEAF,
    MOSS,
    NAVY,
    RED,
    SAND,
    SKIN,
    SKY,
    WHITE,
    WINE,
    WOOD,
    mix,
)
from ..props import (
    desk,
    hung_flag,
    room,
    star_points,
    window,
)

ELDER_OFFICER = Look(shirt=ICE, tie=RED, hair=HAIR[3], skin=SKIN[2])


def classroom() -> Canvas:
    """A procurator speaks about the law to pupils."""
    c = Canvas()
    room(c, 660, wall=mix(ICE, MOSS, 0.15))
    window(c, 60, 160, 250, 330, 18)
    window(c, 1300, 160, 250, 330, 19)
    c.rect(420, 120, 760, 400, WOOD, r=8)
    c.rect(438, 138, 724, 364, (FOREST, mix(FOREST, INK, 0.3)), r=4)
    _board_scales(c, 850, 230)
    for i in range(4):
        c.rect(490, 250 + i * 48, (190, 150, 210, 120)[i], 10, ICE, r=5, alpha=0.75)
    c.rect(438, 500, 724, 18, CLAY)
    c.rect(440, 640, 720, 40, mix(WOOD, CLAY, 0.4))
    standing(c, 730, 670, 420, OFFICER_F, right=(0.33, 0.86))
    desk(c, 960, 500, 220, 160)
    c.rect(990, 478, 80, 24, RED, r=4)
    c.rect(1000, 456, 70, 22, NAVY, r=4)
    pupils = (
        YOUTH_F,
        Look(top=WHITE),
        Look(top=WHITE, style="bob", hair=HAIR[2]),
        Look(top=WHITE, hair=HAIR[1]),
        YOUTH_F,
    )
    for row, (y, s, n) in enumerate(((840, 130, 5), (1010, 172, 5))):
        gap = 245 + row * 45
        for i in range(n):
            x = 800 + (i - 2) * gap
            look = pupils[(i + row * 2) % 5]
            bust(c, x, y, s, Look(top=WHITE, hair=look.hair, style=look.style), back=True)
            c.poly([(x - s * 0.2, y - s * 0.9), (x + s * 0.2, y - s * 0.9), (x, y - s * 0.6)], RED)
            c.rect(x - s * 0.75, y - s * 0.28, s * 1.5, s * 0.16, CLAY, r=8)
            c.rect(x - s * 0.66, y - s * 0.12, s * 1.32, s * 0.4, WOOD)
    return c


def _board_scales(c: Canvas, x: float, y: float) -> None:
    """Scales drawn in chalk."""
    ink = SAND
    c.line([(x + 130, y), (x + 130, y + 180)], 8, ink)
    c.line([(x + 70, y + 184), (x + 190, y + 184)], 10, ink)
    c.line([(x + 20, y + 22), (x + 240, y + 22)], 8, ink)
    for k in (20, 240):
        c.line([(x + k - 46, y + 106), (x + k, y + 24), (x + k + 46, y + 106)], 4, ink)
        c.pie(x + k, y + 106, 52, 34, 0, 180, ink)


def conference() -> Canvas:
    """A conference: the stage, the speaker, rows of delegates."""
    c = Canvas(fill=(mix(SAND, CREAM, 0.4), SAND))
    for x in (0, 1370):
        c.rect(x, 0, 230, 640, (mix(CLAY, CREAM, 0.3), CLAY))
        for k in range(4):
            c.rect(x + 20 + k * 54, 40, 8, 560, WHITE, alpha=0.25)
    c.rect(230, 40, 1140, 560, (RED, WINE))
    for x in range(230, 1370, 76):
        c.rect(x, 40, 26, 560, INK, alpha=0.1)
    c.rect(200, 20, 1200, 62, (WINE, mix(WINE, INK, 0.3)))
    for x in range(230, 1400, 95):
        c.pie(x + 18, 80, 48, 34, 0, 180, WINE)
    c.poly(star_points(800, 250, 104), "#ffdf3a")
    c.rect(150, 590, 1300, 80, (CLAY, WOOD))
    c.rect(150, 590, 1300, 14, SAND)
    _presidium(c)
    _lectern(c, 480, 594)
    hung_flag(c, 300, 592, 420)
    for x in (680, 790, 900, 1010, 1120):
        _flowers(c, x, 668, 60)
    c.rect(0, 670, 1600, 330, (mix(WINE, INK, 0.25), mix(WINE, INK, 0.5)))
    looks = (OFFICER, OFFICER_F, VILLAGER, CITIZEN_F, OFFICER, ELDER, VILLAGER_F)
    for row, (y, s, n) in enumerate(((800, 96, 11), (900, 118, 10), (1020, 144, 8))):
        gap = s * 1.42
        for i in range(n):
            seat = 800 + (i - (n - 1) / 2) * gap
            bust(c, seat, y - s * 0.1, s, looks[(i * 3 + row) % 7], back=True)
            c.rect(seat - s * 0.56, y - s * 0.62, s * 1.12, s, (RED, WINE), r=s * 0.2)
    return c


def _presidium(c: Canvas) -> None:
    for x, look in zip((830, 980, 1130), (OFFICER, OFFICER_F, ELDER_OFFICER), strict=True):
        c.rect(x - 52, 380, 104, 150, BARK, r=26)
        bust(c, x, 520, 118, look)
    c.rect(740, 508, 480, 92, (WHITE, ICE))
    c.rect(730, 500, 500, 18, CREAM, r=6)
    for x in range(750, 1220, 40):
        c.rect(x, 518, 3, 82, SKY, alpha=0.6)
    for x in (880, 1080):
        _flowers(c, x, 506, 40)


def _lectern(c: Canvas, x: float, y: float) -> None:
    bust(c, x, y - 130, 132, OFFICER)
    c.poly([(x - 86, y - 160), (x + 86, y - 160), (x + 66, y), (x - 66, y)], (WOOD, BARK))
    c.rect(x - 96, y - 176, 192, 22, CLAY, r=6)
    c.disc(x, y - 84, 30, GOLD)
    c.disc(x, y - 84, 20, SAND)
    c.line([(x + 30, y - 176), (x + 22, y - 236)], 5, INK)
    c.disc(x + 22, y - 240, 9, INK)


def _flowers(c: Canvas, x: float, y: float, s: float) -> None:
    c.pie(x, y - s * 0.3, s * 0.8, s * 0.62, 180, 360, FOREST)
    for k, up, tint in (
        (-0.5, 0.5, GOLD),
        (-0.15, 0.8, WHITE),
        (0.25, 0.72, RED),
        (0.55, 0.45, SAND),
        (0.05, 0.48, GOLD),
        (-0.3, 0.35, RED),
    ):
        c.disc(x + k * s, y - up * s, s * 0.2, tint)
    c.rect(x - s * 0.4, y - s * 0.34, s * 0.8, s * 0.34, LEAF, r=s * 0.1)


SCENES = {
    "lop-hoc": classroom,
    "xay-dung-dang": conference,
}
