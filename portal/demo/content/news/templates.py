"""How an article template is written: texts with ``{slots}`` and the rules that fill them.

A rule is a small function that adds to the dictionary of slots; rules run in the order written, so
that a share or a remainder always agrees with the total drawn before it. Title, lead and body are
filled from the same dictionary: that is what keeps the figures of an item consistent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

Values = dict[str, object]
Rule = Callable[[Random, Values], None]
Scope = Literal["any", "unit", "province"]


@dataclass(frozen=True)
class Template:
    """``months`` (empty: any) and ``days`` limit the day of publication, for anniversaries, seasons
    and monthly meetings; ``village`` asks for a rural commune, not a ward of the city."""

    key: str
    topic: str
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    body: tuple[tuple[str, object], ...]
    pictures: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    scope: Scope = "any"
    months: frozenset[int] = frozenset()
    also: tuple[str, ...] = ()
    days: tuple[int, int] = (1, 31)
    village: bool = False


def p(*alternatives: str) -> tuple[str, object]:
    """A paragraph; with several wordings given, an item gets one of them."""
    return ("paragraph", alternatives)


def listing(intro: str, *items: str) -> tuple[str, object]:
    points = "".join(f"<li>{item}</li>" for item in items)
    return ("html", f"<p>{intro}</p><ul>{points}</ul>")


def h(text: str) -> tuple[str, object]:
    return ("heading", text)


def image(key: str, caption: str) -> tuple[str, object]:
    return ("image", (key, caption))


def quote(text: str, attribution: str) -> tuple[str, object]:
    return ("quote", {"text": text, "attribution": attribution})


def table(caption: str, header: list[str], rows: list[list[str]]) -> tuple[str, object]:
    return ("table", {"caption": caption, "header": header, "rows": rows})


def note(text: str, tone: str = "info") -> tuple[str, object]:
    return ("notice", {"tone": tone, "text": f"<p>{text}</p>"})


def questions(*pairs: tuple[str, str]) -> tuple[str, object]:
    return ("accordion", tuple((title, f"<p>{answer}</p>") for title, answer in pairs))


def number(slot: str, low: int, high: int, step: int = 1) -> Rule:
    """A whole number from ``low`` to ``high``; ``step`` makes it a round one."""

    def rule(rng: Random, values: Values) -> None:
        values[slot] = rng.randrange(low, high + 1, step)

    return rule


def share(slot: str, of: str, low: int, high: int) -> Rule:
    """Between ``low`` and ``high`` per cent of another number, at least one."""

    def rule(rng: Random, values: Values) -> None:
        values[slot] = max(1, round(_whole(values, of) * rng.randint(low, high) / 100))

    return rule


def rest(slot: str, total: str, *parts: str) -> Rule:
    def rule(rng: Random, values: Values) -> None:
        values[slot] = _whole(values, total) - sum(_whole(values, part) for part in parts)

    return rule


def percent(slot: str, part: str, total: str) -> Rule:
    """Written the Vietnamese way, and without decimals when there are none: 81,25%, 90%."""

    def rule(rng: Random, values: Values) -> None:
        figure = f"{_whole(values, part) * 100 / _whole(values, total):.2f}"
        values[slot] = figure.rstrip("0").rstrip(".").replace(".", ",") + "%"

    return rule


def choice(slot: str, *options: str) -> Rule:
    def rule(rng: Random, values: Values) -> None:
        values[slot] = rng.choice(options)

    return rule


def pair(first: str, second: str, *options: tuple[str, str]) -> Rule:
    """Two slots that belong together, such as a crime and what the public should learn from it."""

    def rule(rng: Random, values: Values) -> None:
        values[first], values[second] = rng.choice(options)

    return rule


def together(*options: dict[str, str]) -> Rule:
    """Several slots that belong together, such as a field, a question and its answer."""

    def rule(rng: Random, values: Values) -> None:
        values.update(rng.choice(options))

    return rule


def _whole(values: Values, slot: str) -> int:
    value = values[slot]
    if not isinstance(value, int):
        raise TypeError(f"slot {slot} is not a number")
    return value
