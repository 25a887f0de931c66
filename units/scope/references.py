"""What a form's value points to, and the same value without what it must not point to.

Wagtail accepts any existing id in a chooser, in running text and in a StreamField, and shows its title
when the form comes back with an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Field, ForeignKey, Model
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import extract_references_from_rich_text

Reference = tuple[type[Model], str]
_TAG = re.compile(r"<(?:a|embed)\b[^<>]*>")


def in_field(field: Field | None, form_field: forms.Field, value: Any) -> Iterator[Reference]:
    """References in the value that a widget reads from the form."""
    if value in (None, ""):
        return
    if isinstance(field, (StreamField, RichTextField)):
        yield from _pairs(field.extract_references(value))
    elif isinstance(form_field, forms.ModelChoiceField) and form_field.queryset is not None:
        values = value if isinstance(value, (list, tuple)) else [value]
        for one in values:
            yield form_field.queryset.model, str(getattr(one, "pk", one))


def of_instance(instance: Model) -> set[Reference]:
    """What the row points to already: it stays allowed, whoever has put it there."""
    found: set[Reference] = set()
    if instance.pk is None:
        return found
    for field in instance._meta.get_fields():
        if isinstance(field, ForeignKey):
            value = field.value_from_object(instance)
            if value is not None:
                found.add((field.related_model, str(value)))  # type: ignore[arg-type]
        elif isinstance(field, (StreamField, RichTextField)):
            found.update(_pairs(field.extract_references(field.value_from_object(instance))))
    return found


def _pairs(references: Any) -> Iterator[Reference]:
    for model, key, _model_path, _content_path in references:
        yield model, str(key)


def without(
    field: Field | None, form_field: forms.Field, value: Any, foreign: set[Reference]
) -> Any:
    """The value with the foreign references taken out; empty when that cannot be done."""
    if isinstance(field, StreamField):
        block = field.stream_block
        kept = block.to_python(_without_in_block(block, block.get_prep_value(value), foreign))
        clean = not foreign & set(_pairs(field.extract_references(kept)))
        return kept if clean else block.to_python([])
    if isinstance(field, RichTextField):
        return without_in_html(str(value), foreign)
    if isinstance(value, (list, tuple)):
        model = form_field.queryset.model  # type: ignore[attr-defined]
        return [one for one in value if (model, str(one)) not in foreign]
    return None


def without_in_html(html: str, foreign: set[Reference]) -> str:
    def keep(match: re.Match[str]) -> str:
        tag = match.group(0)
        if not foreign & set(_pairs(extract_references_from_rich_text(tag))):
            return tag
        return "<a>" if tag.startswith("<a") else ""

    kept = _TAG.sub(keep, html)
    return "" if foreign & set(_pairs(extract_references_from_rich_text(kept))) else kept


def _without_in_block(block: blocks.Block, raw: Any, foreign: set[Reference]) -> Any:
    """The stored value of a block; a chooser whose row is foreign is left empty.

    {"image": 7, "caption": "x"} becomes {"image": None, "caption": "x"} when picture 7 is foreign.
    """
    if not raw:
        return raw
    if isinstance(block, blocks.StreamBlock):
        return _without_in_stream(block, raw, foreign)
    if isinstance(block, blocks.StructBlock):
        return _without_in_struct(block, raw, foreign)
    if isinstance(block, blocks.ListBlock):
        return [
            {**child, "value": _without_in_block(block.child_block, child["value"], foreign)}
            for child in raw
        ]
    if isinstance(block, blocks.RichTextBlock):
        return without_in_html(str(raw), foreign)
    if isinstance(block, blocks.ChooserBlock):
        return None if (block.model_class, str(raw)) in foreign else raw
    return raw


def _without_in_stream(block: blocks.StreamBlock, raw: Any, foreign: set[Reference]) -> Any:
    """Blocks of a kind that the stream does not have go too."""
    kept = []
    for child in raw:
        inner = block.child_blocks.get(child["type"])
        if inner is not None:
            kept.append({**child, "value": _without_in_block(inner, child["value"], foreign)})
    return kept


def _without_in_struct(block: blocks.StructBlock, raw: Any, foreign: set[Reference]) -> Any:
    """Values of a name that the structure does not have stay as they are."""
    inner = block.child_blocks
    known = {
        name: _without_in_block(inner[name], value, foreign)
        for name, value in raw.items()
        if name in inner
    }
    return {**raw, **known}
