"""Fields that were sent in a shape that cannot be read: named at the form, with the rest of it kept.

Wagtail (7.4) reads block lists and running text without asking whether all their parts came along. A line
that broke, or a request made by hand, ended as a fault of the server, and everything typed was gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

UNREADABLE = _(
    "Nội dung của ô này gửi lên không đầy đủ nên chưa được lưu. Hãy kiểm tra lại ô này rồi lưu lần nữa."
)
# What reading breaks off with when a part is missing or of another kind.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError)
_PART = re.compile(r"-(\d{1,4})-(?:type|value|id|order|deleted)(?=-|$)")


def set_aside(form: Any) -> list[str]:
    """Make the form read what can be saved of its broken fields; their names.

    Of a list of blocks that lacks a count or an order, the blocks that came are kept. What cannot be read
    at all shows what is stored.
    """
    names = []
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if _read(field, form.data, form.files, key) is not _NOTHING:
            continue
        names.append(name)
        kept = _NOTHING
        if any(_lists(form.data, key)):
            kept = _read(field, _completed(form.data, key), form.files, key)
        value = form.get_initial_for_field(field, name) if kept is _NOTHING else kept
        read_as(field, value)
    return names


def read_as(field: forms.Field, value: Any) -> None:
    """The form's own copy of the widget reads this value from now on, also when it is shown again."""
    field.widget.value_from_datadict = lambda data, files, name: value


_NOTHING = object()


def _read(field: forms.Field, data: Any, files: Any, key: str) -> Any:
    try:
        return field.widget.value_from_datadict(data, files, key)
    except _BROKEN:
        return _NOTHING


def _lists(data: Mapping[str, Any], key: str) -> Iterator[tuple[str, int]]:
    """(name of a list, number of a block in it) of every block that the form holds for the field."""
    for sent in data:
        if sent.startswith(f"{key}-"):
            for found in _PART.finditer(sent):
                yield sent[: found.start()], int(found.group(1))


def _completed(data: Any, key: str) -> MultiValueDict[str, Any]:
    """A copy with what a browser would have sent besides; blocks of no known kind are left out later."""
    made: MultiValueDict[str, Any] = MultiValueDict({name: data.getlist(name) for name in data})
    counts: dict[str, int] = {}
    for blocks, number in _lists(data, key):
        counts[blocks] = max(counts.get(blocks, 0), number + 1)
    for blocks, count in counts.items():
        made[f"{blocks}-count"] = str(count)
        for number in range(count):
            block = f"{blocks}-{number}"
            came = any(name.startswith(f"{block}-") for name in data)
            made.setdefault(f"{block}-deleted", "" if came else "1")
            made.setdefault(f"{block}-type", "")
            if not str(made.get(f"{block}-order", "")).isdecimal():
                made[f"{block}-order"] = str(number)
    return made
