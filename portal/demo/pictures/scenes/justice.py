"""The law at work: scales, a hearing, case files, a judgment."""

from __future__ import annotations

import math

from ..canvas import Canvas, smooth
from ..figures import CITIZEN, CITIZEN_F, OFFICER, OFFICER_F, Look, bust
from ..landscape import backdrop, hills, ridge
from ..palette import (
    BARK,
    BLUE,
    CLAY,
    CREAM,
    FOREST,
    GOLD,
    HAIR,
    ICE,
    INK,
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
from ..props import (
    books,
    desk,
    gavel,
    hung_flag,
    plant,
    room,
    sheet,
    star_points,
)

BRASS = (mix(SAND, GOLD, 0.4), GOLD)
BRASS_DARK = mix(GOLD, BARK, 0.35)


def scales() -> Canvas:
    """The scales of justice before a rising sun."""
    c = Canvas(fill=(mix(SKY, ICE, 0.2), CREAM))
    c.disc(800, 450, 420, WHITE, alpha=0.3)
    backdrop(c, 15, 730, at=(800, 400), tone=0.15)
    hills(c, ridge(16, (-20, 1620), 800, 70), (FOREST, mix(FOREST, NAVY, 0.5)), 1000)
    c.rect(600, 800, 400, 40, BRASS_DARK, r=10)
    c.rect(640, 770, 320, 40, BRASS, r=10)
    books(c, 800, 934, 520, 1, 0)
    c.poly([(740, 772), (780, 700), (820, 700), (860, 772)], BRASS)
    c.rect(785, 250, 30, 470, GOLD, r=10)
    c.rect(785, 250, 11, 470, BRASS_DARK, r=5, alpha=0.6)
    for y, w in ((690, 74), (460, 54), (300, 60)):
        c.rect(800 - w / 2, y, w, 20, BRASS_DARK, r=9)
    beam = smooth(
        [(470, 322), (560, 272), (680, 300), (800, 268), (920, 300), (1040, 272), (1130, 322)]
    )
    c.line(beam, 20, GOLD)
    c.disc(800, 250, 34, BRASS)
    c.disc(808, 242, 11, CREAM, alpha=0.7)
    for x in (470, 1130):
        _pan(c, x, 330)
    return c


def _pan(c: Canvas, x: float, y: float) -> None:
    c.disc(x, y - 6, 14, BRASS_DARK)
    for dx in (-118, -40, 40, 118):
        c.line([(x, y), (x + dx, y + 250)], 3.5, BRASS_DARK)
    c.pie(x, y + 248, 142, 88, 0, 180, BRASS, chord=True)
    c.pie(x - 30, y + 248, 100, 70, 20, 175, BRASS_DARK, chord=True, alpha=0.25)
    c.rect(x - 150, y + 238, 300, 20, mix(GOLD, SAND, 0.5), r=10)


def court() -> Canvas:
    """A hearing: the bench, the two sides, the public seen from behind."""
    c = Canvas(fill=CREAM)
    room(c, 640, wall=mix(SAND, CREAM, 0.6), seat=WOOD)
    for x in range(0, 1600, 200):
        c.rect(x + 16, 40, 168, 560, mix(CLAY, CREAM, 0.45), r=4)
        c.rect(x + 30, 56, 140, 528, mix(CLAY, CREAM, 0.58), r=4)
    c.rect(500, 30, 600, 570, (RED, WINE))
    for x in range(500, 1100, 60):
        c.rect(x, 30, 18, 570, INK, alpha=0.1)
    c.poly(star_points(800, 165, 74), "#ffdf3a")
    robe = Look(top=INK, shirt=WHITE, tie=RED)
    judges = (
        robe,
        Look(top=INK, shirt=WHITE, tie=RED, hair=HAIR[3], skin=SKIN[1]),
        Look(top=INK, shirt=WHITE, tie=RED, style="bob", hair=HAIR[2]),
    )
    for x, look in zip((610, 800, 990), judges, strict=True):
        c.rect(x - 76, 262, 152, 230, BARK, r=40)
        c.rect(x - 62, 278, 124, 200, WINE, r=32)
        bust(c, x, 500, 150, look)
    desk(c, 450, 490, 700, 190)
    gavel(c, 800, 492, 62)
    c.rect(400, 676, 800, 26, mix(WOOD, INK, 0.3))
    for x, look in ((250, OFFICER), (1350, Look(top=SLATE, shirt=WHITE, tie=NAVY, skin=SKIN[2]))):
        bust(c, x, 650, 150, look)
        desk(c, x - 150, 642, 300, 170)
        sheet(c, x - 50, 618, 100, 24, lines=0)
    hung_flag(c, 425, 640, 400)
    looks = (CITIZEN_F, CITIZEN, OFFICER_F, Look(top=FOREST), CITIZEN_F, Look(top=STEEL))
    for i, look in enumerate(looks):
        x = 175 + i * 250
        bust(c, x, 1000, 180, look, back=True)
    for i in range(6):
        c.rect(75 + i * 250, 925, 200, 90, mix(WOOD, INK, 0.35), r=24)
    return c


def files() -> Canvas:
    """Case files under a magnifying glass."""
    c = Canvas(fill=(mix(SKY, ICE, 0.6), ICE))
    c.disc(800, 470, 400, SKY, alpha=0.45)
    c.disc(800, 470, 310, WHITE, alpha=0.4)
    c.rect(0, 780, 1600, 220, (mix(CLAY, SAND, 0.35), CLAY))
    c.rect(0, 780, 1600, 16, mix(SAND, WHITE, 0.3))
    for i, (tint, x) in enumerate(((GOLD, 420), (RED, 480), (NAVY, 400))):
        y = 790 - (i + 1) * 66
        c.rect(x, y + 8, 560, 30, WHITE, r=4)
        c.rect(x - 10, y + 26, 590, 38, tint, r=10)
        c.rect(x + 400, y + 12, 110, 26, mix(tint, WHITE, 0.25), r=8)
    c.rect(490, 250, 340, 340, mix(STEEL, NAVY, 0.3), r=16)
    c.rect(490, 224, 150, 60, mix(STEEL, NAVY, 0.3), r=16)
    sheet(c, 520, 236, 290, 340, lines=8)
    c.rect(470, 330, 380, 262, (STEEL, BLUE), r=16)
    c.rect(520, 390, 200, 66, ICE, r=8)
    c.rect(540, 408, 140, 10, SKY, r=5)
    c.rect(540, 430, 100, 10, SKY, r=5)
    _magnifier(c, 980, 470, 165)
    for k, tint in enumerate((RED, GOLD, NAVY)):
        c.line([(1195 + k * 26, 780), (1170 + k * 48, 590 + k * 12)], 13, tint)
    c.rect(1160, 660, 120, 126, (STEEL, NAVY), r=12)
    plant(c, 285, 800, 330)
    return c


def _magnifier(c: Canvas, x: float, y: float, r: float) -> None:
    dx, dy = math.cos(math.radians(52)), math.sin(math.radians(52))
    c.line([(x + dx * r, y + dy * r), (x + dx * r * 1.3, y + dy * r * 1.3)], 26, GOLD)
    c.line(
        [(x + dx * r * 1.36, y + dy * r * 1.36), (x + dx * r * 2.15, y + dy * r * 2.15)], 48, NAVY
    )
    c.disc(x, y, r, ICE, alpha=0.82)
    for i in range(5):
        c.rect(
            x - r * 0.62,
            y - r * 0.5 + i * r * 0.24,
            r * (1.24, 1.0, 1.2, 0.8, 1.1)[i],
            r * 0.1,
            (SKY, STEEL, SKY, SKY, SKY)[i],
            r=8,
        )
    c.ring(x, y, r + 14, 28, NAVY)
    c.ring(x, y, r - 8, 8, GOLD)
    c.ring(x, y, r * 0.82, 12, WHITE, arc=(200, 262), alpha=0.85)


def enforcement() -> Canvas:
    """A judgment under its seal, a stamp and a key: a decision that is carried out."""
    c = Canvas(fill=(ICE, mix(SAND, CREAM, 0.6)))
    c.disc(800, 440, 390, SAND, alpha=0.35)
    c.rect(0, 770, 1600, 230, (WOOD, mix(WOOD, INK, 0.25)))
    c.rect(0, 770, 1600, 18, mix(WOOD, SAND, 0.45))
    c.rect(520, 120, 560, 670, (STEEL, NAVY), r=18)
    c.rect(1080, 200, 26, 130, RED, r=8)
    sheet(c, 560, 150, 480, 610, lines=9)
    c.rect(610, 196, 190, 26, NAVY, r=6)
    c.rect(610, 640, 120, 10, SLATE, r=4)
    c.disc(895, 610, 86, RED, alpha=0.12)
    c.ring(895, 610, 86, 9, RED)
    c.ring(895, 610, 66, 4, RED)
    c.poly(star_points(895, 610, 42), RED)
    _stamp(c, 400, 850)
    _key(c, 640, 890)
    gavel(c, 1180, 890, 210)
    return c


def _stamp(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y + 2, 150, 18, INK, alpha=0.3)
    c.rect(x - 120, y - 64, 240, 64, (RED, WINE), r=12)
    c.rect(x - 96, y - 104, 192, 46, BARK, r=14)
    c.poly(
        [(x - 56, y - 96), (x - 28, y - 240), (x + 28, y - 240), (x + 56, y - 96)],
        (mix(WOOD, CLAY, 0.4), WOOD),
    )
    c.disc(x, y - 262, 62, mix(WOOD, CLAY, 0.4))
    c.disc(x + 18, y - 282, 20, SAND, alpha=0.5)


def _key(c: Canvas, x: float, y: float) -> None:
    """A key lying on the desk, its ring to the left."""
    c.rect(x - 60, y + 40, 440, 14, INK, r=7, alpha=0.22)
    c.rect(x + 52, y - 13, 320, 26, BRASS, r=8)
    c.ring(x, y, 62, 25, GOLD)
    c.ring(x, y, 62, 7, BRASS_DARK, arc=(30, 200))
    c.rect(x + 56, y - 22, 20, 44, BRASS_DARK, r=7)
    for dx, h in ((262, 56), (300, 42), (334, 60)):
        c.rect(x + dx, y, 20, h, GOLD, r=5)


SCENES = {
    "cong-ly": scales,
    "phap-dinh": court,
    "ho-so": files,
    "thi-hanh-an": enforcement,
}
