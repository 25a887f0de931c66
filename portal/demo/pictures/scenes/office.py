"""In the office: a meeting, the reception of citizens, a computer, the telephone."""

from __future__ import annotations

from ..canvas import Canvas, smooth
from ..figures import (
    CITIZEN,
    CITIZEN_F,
    OFFICER,
    OFFICER_F,
    Look,
    bust,
    standing,
)
from ..landscape import hills, karst, ridge
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
    LEAF,
    NAVY,
    RED,
    SAND,
    SKIN,
    SKY,
    SLATE,
    STEEL,
    STONE,
    WHITE,
    WINE,
    WOOD,
    mix,
)
from ..props import (
    cup,
    desk,
    hung_flag,
    laptop,
    light_fall,
    plant,
    room,
    sheet,
    window,
)

ELDER_OFFICER = Look(shirt=ICE, tie=RED, hair=HAIR[3], skin=SKIN[2])


def meeting() -> Canvas:
    """Colleagues around a long table."""
    c = Canvas()
    room(c, 620)
    window(c, 380, 110, 840, 300, 25)
    light_fall(c, 420, 620, 700, 150)
    plant(c, 1420, 660, 380)
    hung_flag(c, 200, 660, 470)
    looks = (
        OFFICER,
        OFFICER_F,
        ELDER_OFFICER,
        Look(shirt=ICE, tie=RED, style="bob", hair=HAIR[2]),
        Look(shirt=ICE, tie=RED, skin=SKIN[1]),
    )
    for i, look in enumerate(looks):
        x = 420 + i * 190
        c.rect(x - 66, 400, 132, 200, mix(SLATE, STONE, 0.3), r=34)
        bust(c, x, 620, 158, look)
    c.oval(800, 800, 640, 60, INK, alpha=0.16)
    c.rect(270, 660, 1060, 150, (BARK, mix(BARK, INK, 0.3)), r=60)
    c.oval(800, 680, 590, 96, mix(WOOD, INK, 0.15))
    c.oval(800, 668, 590, 92, (mix(CLAY, SAND, 0.3), CLAY))
    for x in (420, 800, 1180):
        sheet(c, x - 48, 632, 96, 30, lines=0)
    for x in (610, 990):
        laptop(c, x, 668, 104)
    for x in (510, 705, 895, 1090):
        cup(c, x, 684, 34)
    backs = (CITIZEN, Look(top=STEEL, style="bun"), OFFICER, Look(top=FOREST))
    for i, look in enumerate(backs):
        x = 440 + i * 240
        bust(c, x, 1000, 205, look, back=True)
        c.rect(x - 88, 880, 176, 140, mix(NAVY, SLATE, 0.4), r=40)
    return c


def reception() -> Canvas:
    """A citizen and an official at the reception desk."""
    c = Canvas()
    room(c, 700, wall=mix(ICE, SAND, 0.18))
    window(c, 620, 150, 360, 300, 44)
    light_fall(c, 640, 700, 330, 120)
    c.rect(1080, 170, 250, 330, WHITE, r=8)
    c.rect(1080, 170, 250, 54, RED, r=8)
    for i in range(5):
        c.rect(1106, 250 + i * 46, (190, 150, 180, 120, 170)[i], 16, SKY, r=6)
    c.rect(270, 200, 220, 220, CREAM, r=110)
    c.ring(380, 310, 110, 12, NAVY)
    c.line([(380, 310), (380, 244)], 10, INK)
    c.line([(380, 310), (428, 330)], 10, RED)
    plant(c, 170, 760, 380)
    c.rect(960, 430, 200, 280, mix(NAVY, SLATE, 0.3), r=44)
    bust(c, 1060, 660, 250, OFFICER)
    desk(c, 700, 640, 620, 240, WOOD)
    c.line([(955, 560), (900, 630), (840, 632)], 46, mix(NAVY, INK, 0.3))
    c.disc(822, 634, 24, SKIN[0])
    laptop(c, 1210, 640, 150)
    sheet(c, 740, 618, 92, 24, lines=0)
    hung_flag(c, 1400, 760, 520)
    standing(c, 560, 920, 560, CITIZEN_F, right=(0.36, 0.56))
    c.rect(752, 540, 66, 88, WHITE, r=4)
    for i in range(4):
        c.rect(762, 554 + i * 17, 44, 6, SKY)
    standing(c, 370, 930, 500, Look(top=STEEL, bottom=INK, skin=SKIN[2], hair=HAIR[3]))
    return c


def computer() -> Canvas:
    """A screen with charts and a shield, linked to the world around."""
    c = Canvas(fill=(BLUE, mix(STEEL, SKY, 0.45)))
    hills(c, karst(90, (-20, 1620), 800, 380, 6), STEEL, 1000, alpha=0.45)
    hills(c, ridge(91, (-20, 1620), 830, 150), BLUE, 1000, alpha=0.5)
    nodes = ((300, 250), (210, 520), (420, 130), (1300, 250), (1400, 520), (1180, 130))
    for x, y in nodes:
        c.line([(x, y), (800, 430)], 4, SKY, alpha=0.6)
    c.line([nodes[1], nodes[0], nodes[2]], 4, SKY, alpha=0.6)
    c.line([nodes[4], nodes[3], nodes[5]], 4, SKY, alpha=0.6)
    for (x, y), tint in zip(nodes, (GOLD, LEAF, ICE, RED, GOLD, ICE), strict=True):
        c.disc(x, y, 56, WHITE, alpha=0.2)
        c.disc(x, y, 40, tint)
        c.disc(x, y, 15, WHITE if tint != ICE else STEEL)
    c.rect(0, 850, 1600, 150, (CLAY, WOOD))
    c.rect(0, 842, 1600, 18, mix(SAND, CLAY, 0.3))
    c.poly([(720, 700), (880, 700), (910, 850), (690, 850)], (STONE, SLATE))
    c.rect(640, 836, 320, 22, STONE, r=11)
    c.rect(420, 210, 760, 510, INK, r=28)
    c.rect(444, 234, 712, 440, (WHITE, ICE), r=10)
    c.rect(444, 234, 712, 50, NAVY, r=10)
    for i, tint in enumerate((RED, GOLD, LEAF)):
        c.disc(474 + i * 30, 259, 9, tint)
    _dashboard(c)
    c.rect(560, 880, 400, 66, STONE, r=14)
    for row in range(3):
        c.rect(578, 890 + row * 17, 364, 9, SLATE, r=4, alpha=0.5)
    c.rect(1010, 884, 60, 70, STONE, r=30)
    cup(c, 1220, 920, 90)
    plant(c, 330, 880, 250)
    return c


def _dashboard(c: Canvas) -> None:
    c.rect(474, 310, 300, 340, WHITE, r=12)
    for i, h in enumerate((90, 140, 110, 190, 240)):
        c.rect(500 + i * 52, 630 - h, 34, h, (SKY, STEEL, SKY, BLUE, RED)[i], r=6)
    c.line([(516, 500), (568, 450), (620, 470), (672, 400), (726, 350)], 6, GOLD)
    c.rect(800, 310, 330, 150, WHITE, r=12)
    for i in range(4):
        c.disc(830, 340 + i * 30, 8, (LEAF, LEAF, GOLD, STONE)[i])
        c.rect(852, 334 + i * 30, (220, 180, 240, 140)[i], 12, SKY, r=6)
    shield = [(965, 480), (1040, 504), (1036, 580), (965, 650), (894, 580), (890, 504)]
    c.poly(shield, (LEAF, FOREST))
    c.line([(932, 560), (958, 588), (1002, 530)], 14, WHITE)


def telephone() -> Canvas:
    """A red hotline telephone that rings."""
    c = Canvas(fill=(mix(SKY, ICE, 0.5), ICE))
    c.disc(800, 480, 420, WHITE, alpha=0.45)
    c.disc(800, 480, 320, SKY, alpha=0.5)
    c.disc(800, 480, 230, STEEL, alpha=0.35)
    c.rect(0, 760, 1600, 240, (mix(CLAY, SAND, 0.3), CLAY))
    c.rect(0, 752, 1600, 18, mix(SAND, WHITE, 0.3))
    c.oval(800, 812, 330, 26, INK, alpha=0.2)
    c.poly(
        smooth([(520, 800), (560, 640), (660, 510)], steps=8)
        + smooth([(940, 510), (1040, 640), (1080, 800)], steps=8),
        (RED, WINE),
    )
    c.rect(500, 784, 600, 30, mix(WINE, INK, 0.3), r=14)
    for x in (690, 870):
        c.rect(x, 450, 40, 80, WINE, r=10)
    c.disc(800, 660, 112, CREAM)
    c.disc(800, 660, 44, RED)
    for row in range(3):
        for col in range(3):
            if (row, col) != (1, 1):
                c.disc(800 + (col - 1) * 72, 660 + (row - 1) * 72, 17, STEEL)
    c.poly(
        smooth([(470, 452), (520, 376), (800, 340), (1080, 376), (1130, 452)])
        + smooth([(1130, 470), (1000, 452), (800, 428), (600, 452), (470, 470)]),
        (RED, WINE),
    )
    for x in (500, 1100):
        c.rect(x - 84, 400, 168, 110, (RED, WINE), r=44)
        c.rect(x - 84, 482, 168, 34, mix(WINE, INK, 0.3), r=17)
    c.rect(620, 368, 360, 16, WHITE, r=8, alpha=0.25)
    for s, arc in ((-1, (150, 210)), (1, (-30, 30))):
        for i in range(3):
            c.ring(800 + s * 300, 400, 150 + i * 56, 16, (RED, GOLD, STEEL)[i], arc=arc)
    sheet(c, 1180, 820, 200, 110, lines=3)
    c.line([(1300, 930), (1400, 820)], 12, NAVY)
    plant(c, 250, 800, 340, STEEL)
    return c


SCENES = {
    "hop-ban": meeting,
    "tiep-dan": reception,
    "may-tinh": computer,
    "dien-thoai": telephone,
}
