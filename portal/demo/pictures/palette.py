"""Colours of the sample province's pictures: those of the site, and a few that sit beside them."""

from functools import cache

NAVY = "#12355b"
BLUE = "#1d4e89"
STEEL = "#3a7ca5"
SKY = "#9cc3d5"
ICE = "#e8f1f5"
RED = "#b3282d"
WINE = "#8c1c20"
GOLD = "#d9a441"
SAND = "#f2d492"
FOREST = "#2f6b4f"
LEAF = "#6aa67f"
CREAM = "#faf6ee"
INK = "#1c2430"

PINE = "#1f4d3c"
MOSS = "#9cc7a4"
INDIGO = "#26407a"
WOOD = "#8a5a3a"
BARK = "#5b3a29"
CLAY = "#c98a5b"
STONE = "#cfd8dc"
SLATE = "#5f7684"
WHITE = "#ffffff"

# The red and the yellow of the national flag are brighter than the site's own.
FLAG_RED = "#d2232a"
FLAG_YELLOW = "#ffdf3a"

SKIN = ("#efc3a0", "#e3ac84", "#d79b72")
HAIR = ("#1c2430", "#2b2a33", "#3c3030", "#8d959c")


@cache
def rgb(colour: str) -> tuple[int, int, int]:
    """Turn ``#rrggbb`` into three numbers of 0-255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """Blend two colours; ``share`` is the part of the second, 0-1."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
