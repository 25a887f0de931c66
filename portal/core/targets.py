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

LINK = re.compile(r"<a\s([^>]*)>")
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
    known = dict(_rows.get() or {})
    missing = {number for number in numbers if number and (model, number) not in known}
    if missing:
        for number, row in model._default_manager.in_bulk(missing).items():
            known[model, number] = row
    rows = [known.get((model, number)) if number else None for number in numbers]
    return cast("list[ModelT | None]", rows)


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
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            inner = block.child_blocks.get(child["type"])
            if inner is not None:
                yield from in_block(inner, child["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            yield from in_block(inner, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            is_row = isinstance(child, dict) and child.get("type") == "item"
            yield from in_block(block.child_block, child["value"] if is_row else child)
    elif isinstance(block, blocks.RichTextBlock):
        yield from in_html(str(value))
    elif isinstance(block, blocks.ChooserBlock) and _number(value):
        yield block.model_class, _number(value)


def in_body(body: Any) -> Iterator[Row]:
    """What the body of a page needs; `body` is a StreamField's value or None."""
    if body is not None:
        yield from in_block(body.stream_block, body.raw_data)


def picture(key: int | None) -> Iterator[Row]:
    if key:
        yield get_image_model(), key
