"""Portraits of nobody: heads without features over dark suits, plainly drawings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ..canvas import Canvas, Fill, smooth
from ..landscape import hills, karst, ridge
from ..palette import (
    BLUE,
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
    STEEL,
    WHITE,
    mix,
)
from .hair import HAIRLINES, hair_behind


@dataclass(frozen=True)
class Sitter:
    """What tells one portrait from the next."""

    sky: Fill
    disc: str
    land: str
    skin: str
    hair: str
    style: str
    tie: str | None = RED
    glasses: bool = False


SITTERS = (
    Sitter((SKY, ICE), SAND, STEEL, SKIN[0], HAIR[0], "parted"),
    Sitter((mix(SAND, CREAM, 0.3), CREAM), RED, LEAF, SKIN[1], HAIR[1], "bun", None),
    Sitter((STEEL, SKY), ICE, BLUE, SKIN[2], HAIR[3], "brushed", STEEL, True),
    Sitter((MOSS, CREAM), GOLD, FOREST, SKIN[0], HAIR[2], "bob", None),
    Sitter((mix(SKY, CREAM, 0.5), SAND), STEEL, BLUE, SKIN[2], HAIR[0], "crop"),
    Sitter(
        (mix(SAND, CREAM, 0.5), mix(SKY, ICE, 0.5)),
        SKY,
        STEEL,
        SKIN[1],
        HAIR[2],
        "long",
        None,
        True,
    ),
)


def portrait(sitter: Sitter, seed: int) -> Canvas:
    """Draw one sitter before a landscape."""
    c = Canvas(800, 1000, sitter.sky)
    c.disc(400, 420, 330, sitter.disc, alpha=0.3)
    c.disc(400, 420, 250, sitter.disc, alpha=0.35)
    span = (-20.0, 820.0)
    hills(c, karst(seed, span, 780, 260, 4), (mix(sitter.land, SKY, 0.5), ICE), 1000, alpha=0.8)
    hills(c, ridge(seed + 1, span, 850, 110), (sitter.land, mix(sitter.land, WHITE, 0.3)), 1000)
    hair_behind(c, sitter.style, sitter.hair)
    _suit(c, sitter)
    _head(c, sitter)
    HAIRLINES[sitter.style](c, sitter.hair)
    if sitter.glasses:
        for x in (340, 460):
            c.ring(x, 408, 42, 7, INK)
        c.line([(382, 402), (418, 402)], 6, INK)
    return c


def _suit(c: Canvas, sitter: Sitter) -> None:
    neck = mix(sitter.skin, INK, 0.16)
    c.rect(340, 500, 120, 170, neck, r=30)
    body = [
        (80, 1010),
        (92, 840),
        (150, 740),
        (270, 678),
        (345, 640),
        (455, 640),
        (530, 678),
        (650, 740),
        (708, 840),
        (720, 1010),
    ]
    c.poly(smooth(body), (mix(NAVY, INK, 0.15), mix(NAVY, INK, 0.55)))
    c.poly([*smooth(body[5:]), (600, 1010), (590, 800)], STEEL, alpha=0.14)
    c.poly([(330, 640), (470, 640), (486, 720), (400, 930), (314, 720)], (WHITE, ICE))
    c.poly([(341, 596), (459, 596), (459, 640), (400, 706), (341, 640)], neck)
    for s in (-1, 1):
        wing = [(400 + s * 60, 612), (400 + s * 88, 655), (400 + s * 46, 752), (400, 700)]
        c.poly(wing, (WHITE, ICE))
        c.line([(400, 702), (400 + s * 46, 752), (400 + s * 84, 664)], 3, SKY)
    if sitter.tie:
        c.poly([(378, 690), (422, 690), (414, 738), (386, 738)], mix(sitter.tie, INK, 0.2))
        c.poly([(386, 738), (414, 738), (436, 880), (400, 930), (364, 880)], sitter.tie)
    for s in (-1, 1):
        lapel = [
            (400 + s * 84, 648),
            (400 + s * 150, 690),
            (400 + s * 190, 770),
            (400 + s * 150, 790),
            (400 + s * 162, 826),
            (400 + s * 4, 985),
        ]
        c.poly([*lapel, (400, 930)], (BLUE, mix(NAVY, INK, 0.3)))
    c.disc(262, 790, 13, GOLD)
    c.disc(262, 790, 7, RED)
    c.rect(520, 872, 104, 12, BLUE, r=4)


def _head(c: Canvas, sitter: Sitter) -> None:
    for s in (-1, 1):
        if sitter.style not in ("bob", "long"):
            c.oval(400 + s * 133, 420, 22, 36, mix(sitter.skin, INK, 0.1))
    face = [
        (268, 380),
        (290, 268),
        (400, 224),
        (510, 268),
        (532, 380),
        (516, 478),
        (462, 562),
        (400, 586),
        (338, 562),
        (284, 478),
    ]
    c.blob(face, sitter.skin)
    # The temples, so that nothing of the background shows between face and hair.
    c.rect(263, 318, 274, 96, sitter.skin, r=14)
    shade = [
        (268, 380),
        (272, 320),
        (300, 300),
        (306, 420),
        (330, 520),
        (400, 586),
        (338, 562),
        (284, 478),
    ]
    c.blob(shade, mix(sitter.skin, INK, 0.3), alpha=0.22)


SCENES = {
    f"chan-dung-{i}": partial(portrait, sitter, 100 + i * 3)
    for i, sitter in enumerate(SITTERS, start=1)
}
