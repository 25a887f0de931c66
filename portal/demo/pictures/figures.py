"""People as simple rounded figures, with no facial features: nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Canvas, Point, smooth
from .palette import (
    BLUE,
    CREAM,
    GOLD,
    HAIR,
    ICE,
    INDIGO,
    INK,
    NAVY,
    RED,
    SKIN,
    SKY,
    STEEL,
    STONE,
    WHITE,
    mix,
)


@dataclass(frozen=True)
class Look:
    """What somebody wears; ``style`` names the hair or what covers it."""

    top: str = NAVY
    bottom: str = INK
    skin: str = SKIN[0]
    hair: str = HAIR[0]
    style: str = "short"  # short, bob, bun, long, scarf, helmet, cap, hat
    shirt: str | None = None
    tie: str | None = None
    skirt: bool = False
    trim: str | None = None


OFFICER = Look(shirt=ICE, tie=RED)
OFFICER_F = Look(shirt=ICE, tie=RED, style="bun", skin=SKIN[1], hair=HAIR[1])
CITIZEN = Look(top=GOLD, bottom=BLUE, skin=SKIN[1])
CITIZEN_F = Look(top=RED, bottom=NAVY, skin=SKIN[0], style="bob", hair=HAIR[2])
ELDER = Look(top=STEEL, bottom=INK, skin=SKIN[2], hair=HAIR[3])
VILLAGER = Look(top=INDIGO, bottom=INK, skin=SKIN[2], trim=SKY)
VILLAGER_F = Look(
    top=INDIGO, bottom=NAVY, skin=SKIN[1], style="scarf", hair=NAVY, skirt=True, trim=SKY
)
YOUTH = Look(top=STEEL, bottom=NAVY, skin=SKIN[1], style="cap", hair=HAIR[0])
YOUTH_F = Look(top=STEEL, bottom=NAVY, skin=SKIN[0], style="long", hair=HAIR[2])


def head(c: Canvas, x: float, y: float, r: float, look: Look, *, back: bool = False) -> None:
    """A head about its centre; ``r`` is half its height."""
    if look.style == "long":
        c.rect(x - r * 0.98, y - r * 0.6, r * 1.96, r * 2.1, look.hair, r=r * 0.7)
    if look.style == "bun":
        c.disc(x, y - r * 1.08, r * 0.42, look.hair)
    if look.style == "bob":
        c.rect(x - r * 1.0, y - r * 0.95, r * 2.0, r * 1.85, look.hair, r=r * 0.8)
    c.rect(x - r * 0.34, y + r * 0.5, r * 0.68, r * 0.85, mix(look.skin, INK, 0.14), r=r * 0.2)
    c.oval(x, y, r * 0.84, r, look.skin)
    if look.style not in ("bob", "long", "scarf"):
        for side in (-1, 1):
            c.disc(x + side * r * 0.84, y + r * 0.08, r * 0.16, mix(look.skin, INK, 0.08))
    if back:
        _nape(c, x, y, r, look)
    elif look.style in ("scarf", "helmet", "cap", "hat"):
        _covered(c, x, y, r, look)
    else:
        _hairline(c, x, y, r, look)


def _nape(c: Canvas, x: float, y: float, r: float, look: Look) -> None:
    """A head from behind: hair all over, down to the shoulders if it is long."""
    c.oval(x, y - r * 0.06, r * 0.92, r * 1.02, look.hair)
    if look.style in ("bob", "long"):
        low = 0.95 if look.style == "bob" else 1.7
        c.rect(x - r * 0.98, y - r * 0.5, r * 1.96, r * (low + 0.5), look.hair, r=r * 0.6)


def _hairline(c: Canvas, x: float, y: float, r: float, look: Look) -> None:
    """Hair over the forehead, parted on the left."""
    shape = [
        (x - r * 0.9, y + r * 0.05),
        (x - r * 0.94, y - r * 0.5),
        (x - r * 0.5, y - r * 1.02),
        (x + r * 0.15, y - r * 1.14),
        (x + r * 0.72, y - r * 0.88),
        (x + r * 0.95, y - r * 0.4),
        (x + r * 0.88, y + r * 0.05),
        (x + r * 0.72, y - r * 0.34),
        (x + r * 0.2, y - r * 0.42),
        (x - r * 0.35, y - r * 0.6),
        (x - r * 0.72, y - r * 0.3),
    ]
    c.blob(shape, look.hair)


def _covered(c: Canvas, x: float, y: float, r: float, look: Look) -> None:
    """Headscarf, helmet, cap or conical hat."""
    if look.style == "scarf":
        c.pie(x, y - r * 0.12, r * 1.02, r * 1.08, 172, 368, look.hair, chord=True)
        c.line([(x - r * 0.9, y - r * 0.32), (x + r * 0.9, y - r * 0.32)], r * 0.16, SKY)
        c.poly(
            [(x + r * 0.6, y - r * 0.3), (x + r * 1.25, y + r * 0.45), (x + r * 0.85, y + r * 0.6)],
            look.hair,
        )
    elif look.style == "helmet":
        c.pie(x, y - r * 0.02, r * 1.06, r * 1.16, 175, 365, look.hair, chord=True)
        c.line([(x - r * 0.8, y), (x - r * 0.25, y + r * 0.92)], r * 0.1, INK)
        c.rect(x - r * 0.1, y - r * 0.16, r * 1.35, r * 0.2, mix(look.hair, INK, 0.3), r=r * 0.1)
    elif look.style == "cap":
        c.pie(x, y - r * 0.2, r * 0.96, r * 0.98, 180, 360, look.top)
        c.rect(x - r * 0.96, y - r * 0.3, r * 1.92, r * 0.2, mix(look.top, INK, 0.3), r=r * 0.1)
        c.oval(x + r * 0.1, y - r * 0.16, r * 0.8, r * 0.16, mix(look.top, INK, 0.3))
    else:
        c.poly(
            [(x - r * 1.75, y - r * 0.12), (x, y - r * 1.5), (x + r * 1.75, y - r * 0.12)],
            "#e9cf9a",
        )
        c.poly(
            [(x, y - r * 1.5), (x + r * 1.75, y - r * 0.12), (x + r * 0.5, y - r * 0.12)], "#f5e3bb"
        )


def _shirt(c: Canvas, x: float, y: float, w: float, look: Look) -> None:
    """The opening of a jacket below the neck: shirt, tie, or the trim of a tunic."""
    if look.shirt:
        c.poly([(x - w * 0.17, y), (x + w * 0.17, y), (x, y + w * 0.55)], look.shirt)
        if look.tie:
            c.poly(
                [
                    (x - w * 0.045, y + w * 0.04),
                    (x + w * 0.045, y + w * 0.04),
                    (x + w * 0.055, y + w * 0.34),
                    (x, y + w * 0.48),
                    (x - w * 0.055, y + w * 0.34),
                ],
                look.tie,
            )
    elif look.trim:
        c.line(
            smooth([(x - w * 0.2, y + w * 0.02), (x, y + w * 0.22), (x + w * 0.2, y + w * 0.02)]),
            w * 0.06,
            look.trim,
        )
        c.line([(x, y + w * 0.22), (x + w * 0.1, y + w * 0.6)], w * 0.045, look.trim)
    else:
        c.pie(x, y - w * 0.02, w * 0.17, w * 0.16, 0, 180, mix(look.skin, INK, 0.1))


def bust(c: Canvas, x: float, y: float, s: float, look: Look, *, back: bool = False) -> None:
    """Somebody from the waist up, cut off at ``y``; ``s`` is the width of the shoulders."""
    top = y - s * 0.9
    body = [
        (x - s * 0.5, y),
        (x - s * 0.5, top + s * 0.42),
        (x - s * 0.46, top + s * 0.2),
        (x - s * 0.34, top + s * 0.08),
        (x - s * 0.16, top),
        (x + s * 0.16, top),
        (x + s * 0.34, top + s * 0.08),
        (x + s * 0.46, top + s * 0.2),
        (x + s * 0.5, top + s * 0.42),
        (x + s * 0.5, y),
    ]
    c.poly([*smooth(body, steps=5)], look.top)
    if not back:
        _shirt(c, x, top + s * 0.01, s, look)
        for side in (-1, 1):
            c.line(
                [(x + side * s * 0.33, top + s * 0.45), (x + side * s * 0.33, y - 1)],
                s * 0.018,
                mix(look.top, INK, 0.35),
            )
    head(c, x, top - s * 0.24, s * 0.27, look, back=back)


def arm(
    c: Canvas, shoulder: Point, hand: Point, h: float, look: Look, *, bend: float = 0.0
) -> None:
    """A sleeve from shoulder to hand; ``bend`` moves the elbow sideways, in heights."""
    elbow = ((shoulder[0] + hand[0]) / 2 + bend * h, (shoulder[1] + hand[1]) / 2 + h * 0.02)
    c.disc(hand[0], hand[1], h * 0.036, look.skin)
    sleeve = smooth([shoulder, elbow, hand], steps=8)
    c.line(sleeve[:-2], h * 0.075, mix(look.top, INK, 0.16))


def standing(
    c: Canvas,
    x: float,
    y: float,
    h: float,
    look: Look,
    *,
    left: Point = (-0.165, 0.42),
    right: Point = (0.165, 0.42),
    back: bool = False,
) -> None:
    """Somebody on their feet at (x, y), ``h`` tall; hands as (across, up) in heights."""
    c.oval(x, y, h * 0.17, h * 0.025, INK, alpha=0.16)
    _legs(c, x, y, h, look)
    shoulders = ((x - h * 0.115, y - h * 0.725), (x + h * 0.115, y - h * 0.725))
    hands = ((x + left[0] * h, y - left[1] * h), (x + right[0] * h, y - right[1] * h))
    lowered = [up < 0.5 and abs(across) > 0.12 for across, up in (left, right)]
    for side in (0, 1):
        if lowered[side]:
            arm(c, shoulders[side], hands[side], h, look, bend=(-0.02, 0.02)[side])
    c.rect(x - h * 0.14, y - h * 0.79, h * 0.28, h * 0.43, look.top, r=h * 0.085)
    if look.skirt:
        c.rect(x - h * 0.135, y - h * 0.5, h * 0.27, h * 0.035, mix(look.trim or RED, WHITE, 0.2))
    if not back:
        _shirt(c, x, y - h * 0.788, h * 0.3, look)
    head(c, x, y - h * 0.895, h * 0.093, look, back=back)
    for side in (0, 1):
        if not lowered[side]:
            arm(c, shoulders[side], hands[side], h, look, bend=(-0.05, 0.05)[side])


def _legs(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    for side in (-1, 1):
        foot = x + side * h * 0.068
        c.line(
            [(x + side * h * 0.06, y - h * 0.42), (foot, y - h * 0.045)],
            h * 0.1,
            look.skin if look.skirt else look.bottom,
        )
        c.rect(
            foot - h * 0.05 + side * h * 0.012, y - h * 0.04, h * 0.1, h * 0.045, INK, r=h * 0.022
        )
    if look.skirt:
        c.poly(
            [
                (x - h * 0.135, y - h * 0.42),
                (x + h * 0.135, y - h * 0.42),
                (x + h * 0.18, y - h * 0.12),
                (x - h * 0.18, y - h * 0.12),
            ],
            look.bottom,
        )
        c.line(
            [(x - h * 0.172, y - h * 0.15), (x + h * 0.172, y - h * 0.15)],
            h * 0.018,
            look.trim or STONE,
        )


def paper_in_hand(c: Canvas, x: float, y: float, size: float) -> None:
    """A clipboard held in front of somebody."""
    c.rect(x - size * 0.4, y - size * 0.5, size * 0.8, size, GOLD, r=size * 0.06)
    c.rect(x - size * 0.32, y - size * 0.4, size * 0.64, size * 0.82, CREAM)
    for i in range(3):
        c.rect(x - size * 0.22, y - size * 0.24 + i * size * 0.2, size * 0.44, size * 0.05, SKY)
