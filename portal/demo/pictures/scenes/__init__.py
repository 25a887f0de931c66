"""Every scene, by its key; a scene is a function that returns a finished canvas."""

from __future__ import annotations

from collections.abc import Callable

from ..canvas import Canvas
from . import (
    assembly,
    community,
    gateway,
    justice,
    nature,
    office,
    places,
    portraits,
    recognition,
)

Scene = Callable[[], Canvas]

NEWS: dict[str, Scene] = {
    **justice.SCENES,
    **places.SCENES,
    **gateway.SCENES,
    **nature.SCENES,
    **office.SCENES,
    **assembly.SCENES,
    **recognition.SCENES,
    **community.SCENES,
}
PORTRAITS: dict[str, Scene] = dict(portraits.SCENES)
BANNER: dict[str, Scene] = {"banner": gateway.banner}
