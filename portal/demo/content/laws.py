"""Real laws by their real symbols, titles and dates; no text of a law stands here.

A law with a successor lapsed on the day on which that took effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.demo.content.reading import read_table


@dataclass(frozen=True)
class LawSample:
    """`by`: symbol of what replaced it. `amended`: symbols of what changed parts of it."""

    kind: str
    title: str
    effective: date
    symbol: str = ""
    issued: date | None = None
    by: str = ""
    amended: tuple[str, ...] = ()
    issuer: str = "Quốc hội"
    partly_until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class _File:
    law: tuple[LawSample, ...]


LAWS = read_table("laws.toml", _File).law
