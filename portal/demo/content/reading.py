"""Reads the sample's data files into typed shapes, and says which file and which key is wrong.

Tables are TOML; a longer text is Markdown (`markdown.py`) below a head of TOML between two lines `+++`.
A shape is a frozen dataclass: its fields are the keys, its annotations the types, and what has a default may
be left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Shape = TypeVar("Shape")
DATA = Path(__file__).parent.parent / "data"
FENCE = "+++\n"
_kinds: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


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


def read_rows(name: str, shape: type[Shape], folder: Path = DATA) -> tuple[Shape, ...]:
    """A TOML file that is one list of tables.

    A table that is `like` an earlier one, named by its `key`, has all of it that it does not say itself.
    """
    file = _parsed((folder / name).read_text("utf-8"), name)
    if len(file) != 1:
        raise ContentError(f"{name}: one list of tables is expected, not {', '.join(file)}")
    above: dict[str, dict[str, Any]] = {"": {}}
    rows = []
    for place, row in enumerate(_of_type(list, next(iter(file.values())), name), 1):
        where = f"{name}[{place}]"
        model = _of_type(str, _of_type(dict, row, where).pop("like", ""), f"{where}: like")
        if model not in above:
            raise ContentError(f"{where}: like {model}, which is not above it")
        full = above[model] | row
        rows.append(shaped(shape, full, where))
        if "key" in full:
            above[full["key"]] = full
    return tuple(rows)


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
    kinds, table = _kinds(shape), _of_type(dict, table, where)
    for key in table:
        if key not in kinds or key in given:
            raise ContentError(f"{where}: unknown key {key}")
    for name in _needed(shape):
        if name not in table and name not in given:
            raise ContentError(f"{where}: {name} is missing")
    values = {key: _value(kinds[key], value, f"{where}: {key}") for key, value in table.items()}
    try:
        return shape(**given, **values)
    except ValueError as error:  # what the shape itself does not accept
        raise ContentError(f"{where}: {error}") from error


def _needed(shape: type[Any]) -> Iterator[str]:
    """Names of the fields that have no default."""
    for field in fields(shape):
        if field.default is MISSING and field.default_factory is MISSING:
            yield field.name


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{where}: {error}") from error


def _value(kind: Any, value: object, where: str) -> Any:
    origin, kinds = get_origin(kind), get_args(kind)
    if origin is UnionType:  # TOML has no null: what is not there is None, what is there is not
        return _value(kinds[0], value, where)
    if origin is Literal:
        return _one_of(kinds, value, where)
    if origin is dict:
        table = _of_type(dict, value, where)
        return {key: _value(kinds[1], part, f"{where}: {key}") for key, part in table.items()}
    if origin is tuple:
        return tuple(_parts(kinds, _of_type(list, value, where), where))
    if is_dataclass(kind):
        return shaped(kind, value, where)  # type: ignore[arg-type]  # nor do they narrow
    if kind is float and type(value) is int:
        return float(value)
    found = _of_type(kind, value, where)
    return _unwrapped(found) if kind is str else found


def _one_of(words: tuple[Any, ...], value: object, where: str) -> object:
    if value not in words:
        raise ContentError(f"{where}: {value!r} is none of {', '.join(words)}")
    return value


def _unwrapped(text: str) -> str:
    """A text may be wrapped: a line break in it is a space."""
    return " ".join(text.split("\n")).strip()


def _parts(kinds: tuple[Any, ...], values: list[object], where: str) -> Iterator[Any]:
    if kinds[-1] is Ellipsis:
        kinds = kinds[:1] * len(values)
    if len(kinds) != len(values):
        raise ContentError(f"{where}: {len(kinds)} values are expected, not {len(values)}")
    for place, (kind, value) in enumerate(zip(kinds, values, strict=True), 1):
        yield _value(kind, value, f"{where}[{place}]")


def _of_type(kind: type[Shape], value: object, where: str) -> Shape:
    # Not `isinstance`: a truth value is a number to Python, and a moment is a day.
    if type(value) is not kind:
        raise ContentError(f"{where}: {kind.__name__} is expected, not {type(value).__name__}")
    return value
