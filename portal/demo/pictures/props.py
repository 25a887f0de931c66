"""Things that several scenes share: rooms, flags, buildings, tables, plants, papers."""

from __future__ import annotations

import math

from .canvas import Canvas, Point
from .landscape import hills, karst, leaf, ridge
from .palette import (
    CLAY,
    CREAM,
    FLAG_RED,
    FLAG_YELLOW,
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
    WOOD,
    mix,
)


def star_points(cx: float, cy: float, r: float) -> list[Point]:
    """A regular five-pointed star, one point up; the inner radius makes its edges straight."""
    inner = r * math.sin(math.radians(18)) / math.sin(math.radians(54))
    points = []
    for i in range(10):
        a = math.radians(-90 + 36 * i)
        k = r if i % 2 == 0 else inner
        points.append((cx + k * math.cos(a), cy + k * math.sin(a)))
    return points


def flag(c: Canvas, x: float, y: float, w: float, *, wave: float = 0.05) -> None:
    """The national flag, two by three, its upper left corner at (x, y).

    The star's outer radius is a fifth of the length, as Decree 13/LCT of 1955 lays down.
    """
    h = w * 2 / 3

    def sway(t: float) -> float:
        return -math.sin(t * math.tau) * wave * w

    edge = [i / 24 for i in range(25)]
    top = [(x + w * t, y + sway(t)) for t in edge]
    c.poly([*top, *((px, py + h) for px, py in reversed(top))], FLAG_RED)
    if wave:
        for start, end, ink in ((0.0, 0.32, WINE), (0.62, 1.0, WINE)):
            part = [p for p, t in zip(top, edge, strict=True) if start <= t <= end]
            c.poly([*part, *((px, py + h) for px, py in reversed(part))], ink, alpha=0.13)
    c.poly(star_points(x + w / 2, y + h / 2 + sway(0.5), w / 5), FLAG_YELLOW)


def flagpole(c: Canvas, x: float, y: float, h: float, w: float) -> None:
    """A flag on a pole whose foot is at (x, y)."""
    c.line([(x, y), (x, y - h)], max(w * 0.035, 3), SLATE)
    c.disc(x, y - h, max(w * 0.035, 4), GOLD)
    flag(c, x + w * 0.02, y - h + w * 0.06, w)


def hung_flag(c: Canvas, x: float, y: float, h: float) -> None:
    """A flag on an indoor stand at (x, y), hanging in folds; its star lies in the front fold."""
    c.oval(x, y, h * 0.09, h * 0.018, INK, alpha=0.5)
    c.line([(x, y), (x, y - h)], h * 0.018, GOLD)
    c.poly(
        [
            (x, y - h + 6),
            (x + h * 0.2, y - h * 0.8),
            (x + h * 0.19, y - h * 0.34),
            (x + h * 0.1, y - h * 0.3),
            (x + h * 0.01, y - h * 0.36),
        ],
        FLAG_RED,
    )
    c.poly(
        [
            (x, y - h + 6),
            (x + h * 0.07, y - h * 0.9),
            (x + h * 0.08, y - h * 0.31),
            (x + h * 0.01, y - h * 0.36),
        ],
        WINE,
        alpha=0.45,
    )
    c.poly(star_points(x + h * 0.115, y - h * 0.6, h * 0.058), FLAG_YELLOW)
    c.disc(x, y - h, h * 0.02, GOLD)


def room(c: Canvas, floor: float, *, wall: str = ICE, seat: str = CLAY) -> None:
    """A light room: a wall, a skirting line and a warm floor below ``floor``."""
    c.rect(0, 0, c.width, floor, (mix(wall, WHITE, 0.35), wall))
    c.rect(0, floor, c.width, c.height - floor, (mix(seat, CREAM, 0.45), mix(seat, CREAM, 0.2)))
    c.rect(0, floor - 16, c.width, 16, mix(wall, STEEL, 0.22))


def window(c: Canvas, x: float, y: float, w: float, h: float, seed: int = 5) -> None:
    """A window with mountains behind it."""
    c.rect(x - 14, y - 14, w + 28, h + 28, WHITE, r=6)
    c.rect(x, y, w, h, (SKY, CREAM))
    c.disc(x + w * 0.72, y + h * 0.3, min(w, h) * 0.12, SAND)
    hills(
        c,
        karst(seed, (x, x + w), y + h * 0.92, h * 0.5, max(round(w / 130), 2)),
        (mix(STEEL, SKY, 0.55), ICE),
        y + h,
    )
    hills(c, ridge(seed, (x, x + w), y + h * 0.92, h * 0.2), (LEAF, MOSS), y + h)
    for i in range(1, max(round(w / 180), 2)):
        c.rect(x + w * i / max(round(w / 180), 2) - 5, y, 10, h, WHITE)
    c.rect(x - 24, y + h + 10, w + 48, 16, mix(STONE, WHITE, 0.4), r=4)


def light_fall(c: Canvas, x: float, y: float, w: float, slant: float) -> None:
    """Light from a window, lying on the floor."""
    c.poly([(x, y), (x + w, y), (x + w - slant, c.height), (x - slant, c.height)], WHITE, alpha=0.2)


def plant(c: Canvas, x: float, y: float, h: float, pot: str = RED) -> None:
    """A pot plant standing at (x, y)."""
    c.oval(x, y, h * 0.2, h * 0.025, INK, alpha=0.15)
    tints = (FOREST, LEAF, FOREST, mix(LEAF, MOSS, 0.4), FOREST, LEAF, LEAF)
    for angle, size, tint in zip(
        (35, 55, 75, 95, 112, 132, 150),
        (0.46, 0.6, 0.7, 0.74, 0.68, 0.58, 0.44),
        tints,
        strict=True,
    ):
        leaf(c, x, y - h * 0.26, h * size, angle, tint)
    c.poly(
        [
            (x - h * 0.15, y - h * 0.3),
            (x + h * 0.15, y - h * 0.3),
            (x + h * 0.11, y),
            (x - h * 0.11, y),
        ],
        pot,
    )
    c.rect(x - h * 0.17, y - h * 0.33, h * 0.34, h * 0.07, mix(pot, INK, 0.2), r=h * 0.02)


def sheet(
    c: Canvas, x: float, y: float, w: float, h: float, *, lines: int = 6, tint: str = SKY
) -> None:
    """A sheet of paper with grey lines where its text would be."""
    c.rect(x + 6, y + 8, w, h, INK, r=6, alpha=0.14)
    c.rect(x, y, w, h, WHITE, r=6)
    step = h * 0.72 / max(lines, 1)
    for i in range(lines):
        long = (0.76, 0.7, 0.76, 0.52)[i % 4]
        c.rect(x + w * 0.12, y + h * 0.14 + i * step, w * long, min(step * 0.34, 13), tint, r=4)


def books(c: Canvas, x: float, y: float, w: float, count: int, seed: int = 0) -> None:
    """Books lying on each other, the lowest at ``y``."""
    tints = (NAVY, RED, STEEL, GOLD, FOREST, WINE)
    h = w * 0.17
    for i in range(count):
        tint = tints[(i + seed) % len(tints)]
        shift = ((i * 37 + seed * 11) % 5 - 2) * w * 0.03
        top = y - (i + 1) * h
        c.rect(x + shift - w / 2, top, w, h - 2, tint, r=h * 0.2)
        c.rect(x + shift - w / 2 + w * 0.86, top + h * 0.16, w * 0.14, h * 0.62, CREAM)
        c.rect(x + shift - w / 2 + w * 0.12, top, w * 0.035, h - 2, SAND, alpha=0.8)


def laptop(c: Canvas, x: float, y: float, w: float) -> None:
    """A laptop seen from behind its lid, standing at (x, y)."""
    c.rect(x - w / 2, y - w * 0.58, w, w * 0.58, SLATE, r=w * 0.05)
    c.disc(x, y - w * 0.3, w * 0.06, STONE)
    c.rect(x - w * 0.56, y - w * 0.035, w * 1.12, w * 0.055, STONE, r=w * 0.025)


def cup(c: Canvas, x: float, y: float, w: float) -> None:
    """A tea cup standing at (x, y)."""
    c.ring(x + w * 0.5, y - w * 0.48, w * 0.24, w * 0.1, WHITE)
    c.rect(
        x - w / 2, y - w * 0.85, w, w * 0.85, WHITE, r=w * 0.28, corners=(False, False, True, True)
    )
    c.rect(x - w / 2, y - w * 0.62, w, w * 0.14, STEEL)


def desk(c: Canvas, x: float, y: float, w: float, h: float, fill: str = WOOD) -> None:
    """A closed desk or counter: its top's upper left corner at (x, y)."""
    c.oval(x + w / 2, y + h, w * 0.52, h * 0.05 + 6, INK, alpha=0.18)
    c.rect(x + w * 0.02, y + 10, w * 0.96, h - 10, (fill, mix(fill, INK, 0.22)))
    for i in range(3):
        inset = w * 0.06 + i * w * 0.3
        c.rect(x + inset, y + h * 0.25, w * 0.27, h * 0.58, mix(fill, WHITE, 0.1), r=6)
    c.rect(x, y, w, 26, mix(fill, SAND, 0.35), r=8)


def gavel(c: Canvas, x: float, y: float, s: float) -> None:
    """A judge's hammer on its block, the block's foot at (x, y)."""
    dark, mid = mix(WOOD, INK, 0.45), mix(WOOD, INK, 0.1)
    c.rect(x - s * 0.42, y - s * 0.14, s * 0.84, s * 0.14, dark, r=s * 0.05)
    c.rect(x - s * 0.34, y - s * 0.22, s * 0.68, s * 0.1, mid, r=s * 0.04)
    c.line([(x + s * 0.1, y - s * 0.46), (x + s * 0.95, y - s * 0.78)], s * 0.1, mid)
    a = math.radians(-70)

    def at(u: float, v: float) -> Point:
        return (
            x + s * (u * math.cos(a) - v * math.sin(a)),
            y - s * 0.48 + s * (u * math.sin(a) + v * math.cos(a)),
        )

    c.poly([at(-0.26, -0.17), at(0.26, -0.17), at(0.26, 0.17), at(-0.26, 0.17)], mid)
    for u in (-0.26, 0.2):
        c.poly([at(u, -0.2), at(u + 0.08, -0.2), at(u + 0.08, 0.2), at(u, 0.2)], dark)
    c.poly([at(-0.05, -0.17), at(0.05, -0.17), at(0.05, 0.17), at(-0.05, 0.17)], GOLD)


def office(c: Canvas, x: float, y: float, w: float, h: float, *, floors: int = 4) -> None:
    """A public office with a raised middle and a portico; its foot's middle at (x, y)."""
    wall, shade = CREAM, mix(SAND, STONE, 0.45)
    for side in (-1, 1):
        left = x - w / 2 if side < 0 else x + w * 0.16
        _wing(c, left, y, w * 0.34, h * 0.78, floors, shade if side < 0 else wall)
    mid, top = w * 0.36, y - h
    c.rect(x - mid / 2, top, mid, h, (WHITE, wall))
    c.rect(x - mid / 2, top, mid * 0.06, h, shade)
    c.poly([(x - mid * 0.6, top), (x, top - h * 0.17), (x + mid * 0.6, top)], RED)
    c.poly([(x, top - h * 0.17), (x + mid * 0.6, top), (x, top)], mix(RED, GOLD, 0.22))
    c.rect(x - mid * 0.6, top - 3, mid * 1.2, h * 0.035, SAND)
    for row in range(floors - 1):
        for col in (-1, 0, 1):
            _pane(
                c,
                x + col * mid * 0.29 - mid * 0.1,
                top + h * (0.1 + row * 0.19),
                mid * 0.2,
                h * 0.12,
            )
    _portico(c, x, y, mid, h)


def _pane(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x, y, w, h, (STEEL, NAVY), r=3)
    c.poly(
        [(x + w * 0.55, y), (x + w, y), (x + w * 0.5, y + h), (x + w * 0.05, y + h)],
        SKY,
        alpha=0.35,
    )


def _wing(c: Canvas, x: float, y: float, w: float, h: float, floors: int, wall: str) -> None:
    c.rect(x, y - h, w, h, (mix(wall, WHITE, 0.3), wall))
    c.rect(x - w * 0.04, y - h - h * 0.05, w * 1.08, h * 0.06, RED)
    step = h / floors
    for row in range(floors):
        for col in range(4):
            _pane(
                c, x + w * (0.07 + col * 0.235), y - h + step * (row + 0.24), w * 0.155, step * 0.56
            )
        c.rect(x, y - h + step * (row + 1) - 5, w, 5, mix(wall, SLATE, 0.28))


def _portico(c: Canvas, x: float, y: float, mid: float, h: float) -> None:
    c.rect(x - mid * 0.44, y - h * 0.33, mid * 0.88, h * 0.33, mix(NAVY, STEEL, 0.35))
    c.rect(x - mid * 0.13, y - h * 0.26, mid * 0.26, h * 0.26, SAND)
    c.rect(x - 2, y - h * 0.26, 4, h * 0.26, WOOD)
    for k in (-0.44, -0.2, 0.2, 0.44):
        c.rect(x + k * mid * 1.05 - mid * 0.035, y - h * 0.33, mid * 0.07, h * 0.33, (WHITE, SAND))
    c.rect(x - mid * 0.58, y - h * 0.38, mid * 1.16, h * 0.065, CREAM)
    c.rect(x - mid * 0.58, y - h * 0.325, mid * 1.16, h * 0.015, GOLD)
    for i in range(3):
        grow = mid * (0.56 + i * 0.07)
        c.rect(x - grow, y + i * h * 0.028 - 2, grow * 2, h * 0.03, mix(STONE, SLATE, i * 0.16))
