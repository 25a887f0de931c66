"""What a page points to, loaded at once: linked pages, documents and pictures in one query each.

Wagtail asks the database again for every piece of running text and for every kind of block, so a long
article would cost dozens of queries. A page notes here what it is going to show; links in running text
(`portal.core.wagtail_hooks`) and choosers (`portal.core.blocks`) then find it at hand. The notes end with
the request; without any (feeds, administration, search) everything is asked for as usual.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from django.core.signals import request_finished, request_started
from django.db.models import Model
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

Row = tuple[type[Model], int]
ModelT = TypeVar("ModelT", bound=Model)
_rows: ContextVar[dict[Row, Model | None] | None] = ContextVar("targets", default=None)

LINK = re.compile(r"<a\s([^<>]*)>")
ATTRIBUTE = re.compile(r'(linktype|id)="([^"]*)"')


def remember(targets: Iterable[Row]) -> None:
    """Load the rows, one query for each model; what does not exist is remembered as missing."""
    wanted: dict[type[Model], set[int]] = defaultdict(set)
    for model, key in targets:
        wanted[model].add(key)
    found: dict[Row, Model | None] = {}
    for model, keys in wanted.items():
        rows = model._default_manager.in_bulk(keys)
        found.update({(model, key): rows.get(key) for key in keys})
    _rows.set(found)


def find_many(model: type[ModelT], keys: Iterable[Any]) -> list[ModelT | None]:
    """The rows in the order of their keys, None for a missing one or what is no key at all."""
    numbers = [_number(key) for key in keys]
    found = _found(model, {number for number in numbers if number})
    return cast("list[ModelT | None]", [found.get(number) for number in numbers])


def _found(model: type[Model], numbers: set[int]) -> dict[int, Model | None]:
    """The rows that are at hand, and those that are not with one query."""
    noted = _rows.get() or {}
    found = {number: noted[model, number] for number in numbers if (model, number) in noted}
    missing = numbers - found.keys()
    if missing:
        found.update(model._default_manager.in_bulk(missing))
    return found


def _number(key: Any) -> int:
    text = str(key)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _forget(**_kwargs: Any) -> None:
    _rows.set(None)


request_started.connect(_forget, dispatch_uid="targets")
request_finished.connect(_forget, dispatch_uid="targets")


def in_html(html: str) -> Iterator[Row]:
    """What links in stored running text lead to."""
    models = {"page": Page, "document": get_document_model()}
    for attributes in LINK.findall(html):
        values = dict(ATTRIBUTE.findall(attributes))
        model, number = models.get(values.get("linktype", "")), _number(values.get("id"))
        if model is not None and number:
            yield model, number


def in_block(block: blocks.Block, value: Any) -> Iterator[Row]:
    """What the stored value of a block, and of the blocks within it, needs."""
    if not value:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from in_html(str(value))
    elif isinstance(block, blocks.ChooserBlock) and _number(value):
        yield block.model_class, _number(value)
    for inner, inner_value in _within(block, value):
        yield from in_block(inner, inner_value)


def _within(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """The blocks of which a block consists, each with its stored value; none for a single field."""
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            inner = block.child_blocks.get(child["type"])
            if inner is not None:
                yield inner, child["value"]
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            yield inner, value.get(name)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield block.child_block, _value_of_item(child)


def _value_of_item(child: Any) -> Any:
    """What a list keeps of one of its items: 7 of {"type": "item", "value": 7}, and of a bare 7."""
    is_item = isinstance(child, dict) and child.get("type") == "item"
    return child["value"] if is_item else child


def in_body(body: Any) -> Iterator[Row]:
    """What the body of a page needs; `body` is a StreamField's value or None."""
    if body is not None:
        yield from in_block(body.stream_block, body.raw_data)


def picture(key: int | None) -> Iterator[Row]:
    if key:
        yield get_image_model(), key
