"""Reads the sample's data files into typed shapes, and says which file and which key is wrong.

Tables are TOML; a longer text is Markdown (`markdown.py`) below a head of TOML between two lines `+++`.
A shape is a frozen dataclass: its fields are the keys, its annotations the types, and what has a default may
be left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Shape = TypeVar("Shape")
DATA = Path(__file__).parent.parent / "data"
FENCE = "+++\n"


class ContentError(ValueError):
    """A data file is not of the shape that it should have."""


@dataclass(frozen=True)
class TextFile:
    """A Markdown file. `key` is its name without the number of its place: "lien-he" of `04-lien-he.md`."""

    where: str
    key: str
    head: dict[str, Any]
    text: str


def read_table(name: str, shape: type[Shape], folder: Path = DATA) -> Shape:
    """A whole TOML file."""
    return shaped(shape, _parsed((folder / name).read_text("utf-8"), name), name)


def text_files(name: str, folder: Path = DATA) -> Iterator[TextFile]:
    """The Markdown files of a folder, by file name."""
    paths = sorted((folder / name).glob("*.md"))
    if not paths:
        raise ContentError(f"{name}: no text is there")
    for path in paths:
        where = f"{name}/{path.name}"
        opening, fence, rest = path.read_text("utf-8").partition(FENCE)
        head, closing, text = rest.partition(FENCE)
        if opening or not fence or not closing:
            raise ContentError(f"{where}: no head between two lines +++")
        yield TextFile(where, path.stem.partition("-")[2], _parsed(head, where), text)


def shaped(shape: type[Shape], table: object, where: str, **given: Any) -> Shape:
    """The table as that shape; `given` are fields that do not come from the table."""
    if not isinstance(table, dict):
        raise ContentError(f"{where}: a table is expected, not {_name(table)}")
    kinds = _kinds(shape)
    for key in table:
        if key not in kinds or key in given:
            raise ContentError(f"{where}: unknown key {key}")
    for key in _required(shape):
        if key not in table and key not in given:
            raise ContentError(f"{where}: {key} is missing")
    values = {key: _value(kinds[key], value, f"{where}: {key}") for key, value in table.items()}
    try:
        return shape(**given, **values)
    except ValueError as error:  # what the shape itself does not accept
        raise ContentError(f"{where}: {error}") from error


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{where}: {error}") from error


@cache
def _kinds(shape: Any) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {field.name: hints[field.name] for field in fields(shape)}


@cache
def _required(shape: Any) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(shape)
        if field.default is MISSING and field.default_factory is MISSING
    )


def _value(kind: Any, value: object, where: str) -> Any:
    origin = get_origin(kind)
    if origin in _READERS:
        return _READERS[origin](get_args(kind), value, where)
    if is_dataclass(kind):
        return shaped(kind, value, where)
    if kind is Any:  # read by its owner, in a second step
        return value
    if issubclass(kind, Enum):
        return kind(_one_of([member.value for member in kind], value, where))
    return _plain(kind, value, where)


def _plain(kind: type, value: object, where: str) -> Any:
    if kind is float and type(value) is int:
        return float(value)
    # `bool` is an `int` to Python, and a moment is a day: to a reader of the file they are not.
    if type(value) is not kind:
        raise ContentError(f"{where}: {kind.__name__} is expected, not {_name(value)}")
    return _unwrapped(value) if isinstance(value, str) else value


def _unwrapped(text: str) -> str:
    """A text may be wrapped: a line break in it is a space."""
    return " ".join(text.strip().splitlines()) if "\n" in text else text


def _optional(kinds: tuple[Any, ...], value: object, where: str) -> Any:
    """TOML has no null: what is not there is None, and what is there is of the other kind."""
    return _value(next(kind for kind in kinds if kind is not NoneType), value, where)


def _one_of(allowed: Any, value: object, where: str) -> Any:
    if value not in allowed:
        raise ContentError(f"{where}: {value!r} is none of {', '.join(map(str, allowed))}")
    return value


def _sequence(kinds: tuple[Any, ...], value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ContentError(f"{where}: a list is expected, not {_name(value)}")
    if kinds[-1] is Ellipsis:
        kinds = kinds[:1] * len(value)
    if len(kinds) != len(value):
        raise ContentError(f"{where}: {len(kinds)} values are expected, not {len(value)}")
    pairs = enumerate(zip(kinds, value, strict=True), 1)
    return tuple(_value(kind, part, f"{where}[{place}]") for place, (kind, part) in pairs)


def _set(kinds: tuple[Any, ...], value: object, where: str) -> frozenset[Any]:
    return frozenset(_sequence((*kinds, Ellipsis), value, where))


def _mapping(kinds: tuple[Any, ...], value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ContentError(f"{where}: a table is expected, not {_name(value)}")
    return {key: _value(kinds[1], part, f"{where}: {key}") for key, part in value.items()}


def _name(value: object) -> str:
    return type(value).__name__


_READERS: dict[Any, Callable[[tuple[Any, ...], object, str], Any]] = {
    UnionType: _optional,
    Union: _optional,
    Literal: _one_of,
    tuple: _sequence,
    frozenset: _set,
    dict: _mapping,
}
