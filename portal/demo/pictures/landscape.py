"""Sky, sun, mountains and trees of a northern border province; the light comes from the right."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from .canvas import Canvas, Fill, Point, smooth
from .palette import (
    BARK,
    CREAM,
    FOREST,
    GOLD,
    ICE,
    LEAF,
    MOSS,
    PINE,
    SAND,
    SKY,
    STEEL,
    WHITE,
    mix,
)

DAY: Fill = (SKY, CREAM)
DAWN: Fill = (mix(SKY, ICE, 0.15), mix(SAND, CREAM, 0.7))

Range = tuple[float, float]


def ridge(seed: int, span: Range, base: float, height: float) -> list[Point]:
    """A soft skyline: four sine waves with seeded phases, ``height`` from valley to top."""
    rng = random.Random(seed)
    waves = [(k * rng.uniform(0.8, 1.2), rng.uniform(0, math.tau)) for k in (1.1, 2.3, 4.1, 7.3)]
    weights = (0.5, 0.28, 0.15, 0.07)
    points = []
    for i in range(121):
        t = i / 120
        sway = sum(
            w * math.sin(math.tau * f * t + p) for w, (f, p) in zip(weights, waves, strict=True)
        )
        points.append((span[0] + (span[1] - span[0]) * t, base - height * (sway + 1) / 2))
    return points


def karst(seed: int, span: Range, base: float, height: float, peaks: int = 7) -> list[Point]:
    """A skyline of limestone towers: steep rounded humps, as around Bắc Sơn and Chi Lăng."""
    rng = random.Random(seed)
    step = 1 / peaks
    humps = [
        ((i + rng.uniform(0.2, 0.8)) * step, rng.uniform(0.55, 1.0), step * rng.uniform(0.6, 0.95))
        for i in range(-1, peaks + 1)
    ]
    points = []
    for i in range(241):
        t = i / 240
        # A soft maximum: the valleys between the towers stay round.
        total = sum(math.exp(9 * top * _hump((t - at) / wide)) for at, top, wide in humps)
        level = math.log(total / len(humps)) / 9
        points.append((span[0] + (span[1] - span[0]) * t, base - height * level))
    return points


def _hump(u: float) -> float:
    return math.exp(-(abs(u) ** 2.4) * 2.2)


def hills(c: Canvas, line: Sequence[Point], fill: Fill, bottom: float, alpha: float = 1) -> None:
    """Fill everything from a skyline down to ``bottom``."""
    c.poly([*line, (line[-1][0], bottom), (line[0][0], bottom)], fill, alpha=alpha)


def mist(c: Canvas, y: float, depth: float, alpha: float = 0.5, colour: str = WHITE) -> None:
    """A band of haze, thick in its middle: thin slices laid on each other."""
    for i in range(6):
        part = depth * (1 - i / 6)
        c.rect(0, y - part / 2, c.width, part, colour, alpha=alpha / 5)


def sun(c: Canvas, x: float, y: float, r: float, colour: str = SAND) -> None:
    """A disc in three soft rings of light."""
    for grow, alpha in ((2.3, 0.16), (1.75, 0.2), (1.35, 0.28)):
        c.disc(x, y, r * grow, colour, alpha=alpha)
    c.disc(x, y, r, (mix(colour, WHITE, 0.25), mix(colour, GOLD, 0.45)))


def cloud(c: Canvas, x: float, y: float, w: float, alpha: float = 0.75) -> None:
    """A flat-bottomed cloud about ``w`` wide."""
    h = w * 0.13
    c.rect(x - w / 2, y - h, w, h, WHITE, r=h / 2, alpha=alpha)
    c.pie(x - w * 0.12, y - h * 0.7, w * 0.2, w * 0.17, 180, 360, WHITE, alpha=alpha)
    c.pie(x + w * 0.14, y - h * 0.7, w * 0.15, w * 0.12, 180, 360, WHITE, alpha=alpha)


def birds(c: Canvas, x: float, y: float, size: float = 26, colour: str = STEEL) -> None:
    """Three birds far off."""
    for dx, dy, s in ((0, 0, 1.0), (2.6, -1.1, 0.75), (4.1, 0.5, 0.6)):
        cx, cy, k = x + dx * size, y + dy * size, size * s
        wing = smooth([(cx - k, cy - k * 0.25), (cx - k * 0.45, cy - k * 0.42), (cx, cy)], steps=6)
        other = [(2 * cx - px, py) for px, py in reversed(wing)]
        c.line([*wing, *other], 3.4 * s + 0.8, colour)


def backdrop(
    c: Canvas, seed: int, base: float, *, at: Range = (1180, 250), tone: float = 0
) -> None:
    """The set's common stage: sun, two blue ranges, a green one; ``base`` is the last foot.

    ``tone`` (0-1) moves the green towards the blue, for calmer backgrounds.
    """
    sun(c, at[0], at[1], 78)
    span = (-20.0, c.width + 20.0)
    hills(c, karst(seed, span, base - 90, 300, 6), (mix(SKY, ICE, 0.25), ICE), base)
    hills(c, karst(seed + 1, span, base - 40, 230, 8), (mix(STEEL, SKY, 0.5), ICE), base)
    green = (mix(LEAF, SKY, tone), mix(MOSS, ICE, 0.35 + tone * 0.4))
    hills(c, ridge(seed + 2, span, base + 10, 130), green, base + 20)


def ground(c: Canvas, y: float, fill: Fill, seed: int = 3, sway: float = 24) -> None:
    """The near ground down to the lower edge, with a slightly rolling rim."""
    hills(c, ridge(seed, (-20, c.width + 20), y + sway / 2, sway), fill, c.height)


def pine(c: Canvas, x: float, y: float, h: float, fill: str = FOREST) -> None:
    """A conifer standing at (x, y): tiers with a lit right side."""
    c.rect(x - h * 0.025, y - h * 0.16, h * 0.05, h * 0.16, BARK)
    light = mix(fill, LEAF, 0.35)
    for low, top, half in ((0.1, 0.5, 0.21), (0.3, 0.72, 0.165), (0.52, 1.0, 0.12)):
        left, right = (x - h * half, y - h * low), (x + h * half, y - h * low)
        peak, foot = (x, y - h * top), (x + h * 0.01, y - h * (low - 0.025))
        c.poly([left, peak, right, foot], fill)
        c.poly([peak, right, foot], light)


def tree(c: Canvas, x: float, y: float, h: float, fill: str = FOREST) -> None:
    """A round broad-leaved tree standing at (x, y)."""
    r = h * 0.3
    c.rect(x - h * 0.03, y - h * 0.5, h * 0.06, h * 0.5, BARK, r=h * 0.02)
    c.line([(x, y - h * 0.3), (x + r * 0.5, y - h * 0.5)], h * 0.03, BARK)
    c.oval(x - r * 0.42, y - h * 0.56, r * 0.72, r * 0.66, mix(fill, PINE, 0.45))
    c.oval(x + r * 0.45, y - h * 0.57, r * 0.74, r * 0.7, fill)
    c.oval(x, y - h * 0.73, r * 0.86, r * 0.85, fill)
    c.oval(x + r * 0.28, y - h * 0.79, r * 0.46, r * 0.44, mix(fill, LEAF, 0.5))


def bush(c: Canvas, x: float, y: float, w: float, fill: str = FOREST) -> None:
    """A low round bush with a flat foot."""
    c.pie(x - w * 0.24, y, w * 0.28, w * 0.27, 180, 360, mix(fill, PINE, 0.4))
    c.pie(x + w * 0.22, y, w * 0.3, w * 0.3, 180, 360, fill)
    c.pie(x, y, w * 0.3, w * 0.4, 180, 360, mix(fill, LEAF, 0.3))


def leaf(
    c: Canvas, x: float, y: float, length: float, angle: float, fill: Fill, slim: float = 0.2
) -> None:
    """One pointed leaf from its stalk; ``angle`` in degrees, 0 to the right, 90 up."""
    a = math.radians(angle)
    dx, dy = math.cos(a), -math.sin(a)
    wide = length * slim
    side = [(0.0, 0.0), (0.3, 1.0), (0.6, 0.85), (1.0, 0.0)]
    up = [
        (x + dx * t * length - dy * s * wide, y + dy * t * length + dx * s * wide) for t, s in side
    ]
    down = [
        (x + dx * t * length + dy * s * wide, y + dy * t * length - dx * s * wide)
        for t, s in reversed(side)
    ]
    c.poly(smooth(up) + smooth(down), fill)


def grass(c: Canvas, x: float, y: float, size: float, fill: str = FOREST) -> None:
    """A tuft of grass."""
    for angle, tall in ((48, 0.7), (68, 0.95), (90, 1.1), (110, 0.9), (134, 0.7)):
        leaf(c, x, y, size * tall, angle, fill, 0.07)
