"""The invented leaders. Every name ends in "(mẫu)", so that no real person is ever meant."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.content.reading import read_table
from portal.demo.content.types import OfficialSample


@dataclass(frozen=True)
class _File:
    official: tuple[OfficialSample, ...]


OFFICIALS = read_table("officials.toml", _File).official
