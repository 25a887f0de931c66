"""What lies on the desks: items on their way to the public, with everything that happened to them.

Hours are working hours before the sample is loaded. Whoever reads a returned item finds in its text what
the reason speaks of. None of these becomes public but the two whose last step is an approval of the board.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from portal.demo.content.markdown import blocks
from portal.demo.content.reading import read_table, shaped, text_files
from portal.demo.content.types import Block

Act = Literal["write", "edit", "submit", "approve", "return", "withdraw", "correct"]


@dataclass(frozen=True)
class Step:
    """`by` is the end of an account's name in the item's unit, or the whole name of the board's.

    `text` is a note with an approval; what is to be mended, with a return.
    """

    hours: float
    act: Act
    by: str = "ctv"
    text: str = ""
    reason: str = ""
    changes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DeskItem:
    unit_slug: str
    topic: str
    writer: str
    title: str
    lead: str
    body: tuple[Block, ...]
    story: tuple[Step, ...]
    picture: str = ""


@dataclass(frozen=True)
class Absence:
    """A leader who is away, and who stands in for him; days from today, both included."""

    unit_slug: str
    delegate: str
    since: int
    until: int


BOARD, LEADER = "bbt", "lanhdao"
ABSENCE = read_table("absence.toml", Absence)
ITEMS = tuple(
    shaped(DeskItem, file.head, file.where, body=blocks(file.text, file.where))
    for file in text_files("desk")
)
