"""How an article template is written: texts with ``{slots}`` and the rules that fill them.

A template is a file of `data/news/<topic>/`. Its rules draw one slot after the other, in the order written,
so that a share or a remainder always agrees with the total drawn before it. Title, lead and body are filled
from the same slots: that is what keeps the figures of an item consistent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal

from portal.demo.content.markdown import blocks
from portal.demo.content.reading import shaped, text_files
from portal.demo.content.types import Block, Picture

Values = dict[str, object]
Scope = Literal["any", "unit", "province"]


@dataclass(frozen=True)
class Rule:
    """How a slot is drawn, in one of six ways.

    `number`: a whole number from … to …; a third one is the step, for round numbers.
    `share`: from … to … per cent of the slot `of`, at least one.
    `rest_of`: a total less the slots `without`. `percent`: that slot as a share of `of`.
    `choice`: one of some texts. `together`: one of some groups of slots that belong to each other,
    such as a question and its answer; the rule's own name is no slot then.
    """

    number: tuple[int, ...] = ()
    share: tuple[int, ...] = ()
    of: str = ""
    rest_of: str = ""
    without: tuple[str, ...] = ()
    percent: str = ""
    choice: tuple[str, ...] = ()
    together: tuple[dict[str, str], ...] = ()

    def __post_init__(self) -> None:
        ways = (self.number, self.share, self.rest_of, self.percent, self.choice, self.together)
        if sum(map(bool, ways)) != 1:
            raise ValueError("a slot is drawn in exactly one way")
        of, without = bool(self.share or self.percent), bool(self.rest_of)
        if (bool(self.of), bool(self.without)) != (of, without):
            raise ValueError("`of` belongs to share and percent, `without` to rest_of")
        if len(self.number) not in (0, 2, 3) or len(self.share) not in (0, 2):
            raise ValueError("from … to … are two numbers")

    def draw(self, slot: str, rng: Random, values: Values) -> None:
        """Add the slot, or the slots, to those that are there already."""
        if self.together:
            values.update(rng.choice(self.together))
        elif self.choice:
            values[slot] = rng.choice(self.choice)
        elif self.number:
            low, high, *step = self.number
            values[slot] = rng.randrange(low, high + 1, *step)
        elif self.share:
            values[slot] = max(1, round(_whole(values, self.of) * rng.randint(*self.share) / 100))
        elif self.rest_of:
            parts = sum(_whole(values, part) for part in self.without)
            values[slot] = _whole(values, self.rest_of) - parts
        else:
            values[slot] = _percentage(_whole(values, self.percent), _whole(values, self.of))


@dataclass(frozen=True)
class Template:
    """``months`` (empty: any) and ``days`` limit the day of publication, for anniversaries, seasons
    and monthly meetings; ``village`` asks for a rural commune, not a ward of the city."""

    key: str
    topic: str
    body: tuple[Block, ...]
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    pictures: tuple[str, ...]
    rules: dict[str, Rule] = field(default_factory=dict)
    scope: Scope = "any"
    months: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    days: tuple[int, int] = (1, 31)
    village: bool = False


def templates_of(topic: str) -> Iterator[Template]:
    """In the order of their files."""
    for file in text_files(f"news/{topic}"):
        body = blocks(file.text, file.where, wordings=True)
        yield shaped(Template, file.head, file.where, key=file.key, topic=topic, body=body)


def filled(value: object, slots: Mapping[str, str]) -> object:
    """A text, or everything of which a block consists, with its slots filled."""
    if isinstance(value, str):
        return value.format_map(slots)
    if isinstance(value, Picture):
        return replace(value, caption=value.caption.format_map(slots))
    if isinstance(value, tuple | list):
        return type(value)(filled(part, slots) for part in value)
    if isinstance(value, dict):
        return {name: filled(part, slots) for name, part in value.items()}
    raise TypeError(f"no way to fill {type(value).__name__}")


def _percentage(part: int, total: int) -> str:
    """Written the Vietnamese way, and without decimals when there are none: 81,25%, 90%."""
    return f"{part * 100 / total:.2f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def _whole(values: Values, slot: str) -> int:
    value = values[slot]
    if not isinstance(value, int):
        raise TypeError(f"slot {slot} is not a number")
    return value
