"""Parts that a page must have and that a draft may still lack: Wagtail saves drafts without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field
from wagtail.blocks import StreamValue

from portal.core.pages import BasePage

from .rules.items import Missing, Where

# Rules of their own speak of these.
_TOLD_ELSEWHERE = frozenset({"title", "lead", "body", "slug"})
_TOLD_IN_BLOCKS = frozenset({"alt_text"})


def missing_in(page: BasePage) -> list[Missing]:
    """Required fields that are empty, and blocks that a finished page could not be saved with."""
    return [*_empty_fields(page), *_own_rules(page), *_unfinished_blocks(page)]


def _own_rules(page: BasePage) -> Iterator[Missing]:
    """What the page type itself misses, where that depends on more than one field."""
    for name, text in page.missing_parts():
        label = str(page._meta.get_field(name).verbose_name).capitalize()
        yield Missing(Where(name, label=label), text)


def _empty_fields(page: BasePage) -> Iterator[Missing]:
    for name in page.get_edit_handler().get_form_class()._meta.fields or ():
        try:
            field = page._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if name not in _TOLD_ELSEWHERE and isinstance(field, Field) and _is_empty(page, field):
            yield Missing(Where(name, label=str(field.verbose_name).capitalize()))


def _is_empty(page: BasePage, field: Field[Any, Any]) -> bool:
    if field.blank:
        return False
    if field.many_to_many:
        return not getattr(page, field.name).exists()
    return getattr(page, field.attname) in field.empty_values


def _unfinished_blocks(page: BasePage) -> Iterator[Missing]:
    yield from _unfinished_in(page.get_body(), "body", "")
    for name in page.checked_fields:
        label = str(page._meta.get_field(name).verbose_name).capitalize()
        yield from _unfinished_in(getattr(page, name), name, label)


def _unfinished_in(value: Any, name: str, label: str) -> Iterator[Missing]:
    """Where the value is a stream field's; other fields have no blocks."""
    for index, child in enumerate(value if isinstance(value, StreamValue) else ()):
        try:
            child.block.clean(child.value)
        except ValidationError as error:
            names = dict(_told(error, child.block))
            for text in dict.fromkeys(names.values()):
                yield Missing(Where(name, index, label), text)


def _told(error: Any, block: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Path and sentence of each error inside a block, but those that a rule of its own tells.

    A gallery whose third picture lacks its image gives (".2.image:…", "Hình ảnh: …").
    """
    inner = getattr(error, "block_errors", None)
    if inner is None:
        yield from _told_of_field(error, block, name)
        return
    pairs = inner.items() if isinstance(inner, Mapping) else enumerate(inner)
    for key, found in pairs:
        if found is not None:
            yield from _told(found, _child_of(block, key), f"{name}.{key}")
    for found in getattr(error, "non_block_errors", None) or ():
        yield f"{name}:{found}", " ".join(found.messages) if hasattr(found, "messages") else found


def _told_of_field(error: Any, block: Any, name: str) -> Iterator[tuple[str, str]]:
    if name.rpartition(".")[2] in _TOLD_IN_BLOCKS:
        return
    label = str(getattr(block, "label", "") or "")
    for message in error.messages:
        yield f"{name}:{message}", f"{label}: {message}" if label else message


def _child_of(block: Any, key: Any) -> Any:
    """The block of a structure's name, or of any place of a list; None where it is not known."""
    return getattr(block, "child_blocks", {}).get(key) or getattr(block, "child_block", None)
