"""Linked software and sites. The sites are real; internal software has sample addresses."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.content.reading import read_table
from portal.demo.content.types import LinkedSample


@dataclass(frozen=True)
class _File:
    link: tuple[LinkedSample, ...]


LINKS = read_table("links.toml", _File).link
