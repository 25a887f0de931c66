"""Lines that are not given point by point: curves, skylines, the star of the flag."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Point = tuple[float, float]
Range = tuple[float, float]


def _place(index: int, count: int, closed: bool) -> int:
    """Beyond its ends a closed curve begins anew, and an open one stays where it ends."""
    return index % count if closed else min(max(index, 0), count - 1)


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """Run a Catmull-Rom curve through the points."""
    count = len(points)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        near = [points[_place(i + k, count, closed)] for k in (-1, 0, 1, 2)]
        xs, ys = zip(*near, strict=True)
        times = [step / steps for step in range(steps)]
        out.extend((_between(xs, t), _between(ys, t)) for t in times)
    return out if closed else [*out, points[-1]]


def _between(values: Sequence[float], t: float) -> float:
    a, b, c, d = values
    linear, square, cube = c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
    return 0.5 * (2 * b + linear * t + square * t * t + cube * t * t * t)


def ridge(seed: int, span: Range, base: float, height: float) -> list[Point]:
    """A soft skyline: four sine waves with seeded phases, ``height`` from valley to top."""
    rng = random.Random(seed)
    waves = [(k * rng.uniform(0.8, 1.2), rng.uniform(0, math.tau)) for k in (1.1, 2.3, 4.1, 7.3)]
    parts = list(zip((0.5, 0.28, 0.15, 0.07), waves, strict=True))
    points = []
    for t in (i / 120 for i in range(121)):
        sway = sum(w * math.sin(math.tau * f * t + p) for w, (f, p) in parts)
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
    for t in (i / 240 for i in range(241)):
        # A soft maximum: the valleys between the towers stay round.
        total = sum(math.exp(9 * top * _hump((t - at) / wide)) for at, top, wide in humps)
        level = math.log(total / len(humps)) / 9
        points.append((span[0] + (span[1] - span[0]) * t, base - height * level))
    return points


def _hump(u: float) -> float:
    return math.exp(-(abs(u) ** 2.4) * 2.2)


def star_points(cx: float, cy: float, r: float) -> list[Point]:
    """A regular five-pointed star, one point up; the inner radius makes its edges straight."""
    inner = r * math.sin(math.radians(18)) / math.sin(math.radians(54))
    angles = [math.radians(-90 + 36 * i) for i in range(10)]
    reach = [r, inner] * 5
    return [
        (cx + k * math.cos(a), cy + k * math.sin(a)) for a, k in zip(angles, reach, strict=True)
    ]
