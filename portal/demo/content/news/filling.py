"""Fill the slots of a text, or of everything of which a block consists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from portal.demo.content.types import Picture


def filled(value: object, slots: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return value.format_map(slots)
    if isinstance(value, Picture):
        return replace(value, caption=value.caption.format_map(slots))
    if isinstance(value, tuple):
        return tuple(filled(part, slots) for part in value)
    if isinstance(value, list):
        return [filled(part, slots) for part in value]
    if isinstance(value, dict):
        return {name: filled(part, slots) for name, part in value.items()}
    raise TypeError(f"no way to fill {type(value).__name__}")
