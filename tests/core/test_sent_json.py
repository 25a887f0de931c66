"""JSON of strangers: of any shape and depth it is read into what can be kept, or refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from portal.core.blocks import GridBlock, TableValue
from portal.core.rich_text import RichTextArea
from portal.core.sent_json import MOST_LEVELS, UnreadableError, has_many_levels, read_json

# With halves of letters and NUL, numbers of every size, and NaN.
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters())
SHAPES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner)
)
WRAPPERS = st.sampled_from([("[", "]"), ('{"a":', "}"), ('[{"b":[', "]}]")])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """JSON below any number of levels, or cut off somewhere."""
    opens, closes = draw(WRAPPERS)
    depth = draw(st.sampled_from([0, 0, 1, 2, 20, 39, 40, 41, 900, 5000, 100_000]))
    text = opens * depth + json.dumps(draw(SHAPES)) + closes * depth
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


def levels(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(levels, inner), default=0)


@given(texts())
def test_what_is_read_can_be_kept_and_read_again(text: str) -> None:
    try:
        value = read_json(text)
    except ValueError:
        return
    kept = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert "\\u0000" not in kept.replace("\\\\", "")
    assert read_json(kept.encode("utf-8")) == value
    assert levels(value) <= MOST_LEVELS


@given(st.binary())
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        read_json(body)
    except ValueError:
        return


@given(SHAPES)
def test_what_a_form_sends_is_read_as_it_is(value: Any) -> None:
    """Only what nobody sees is taken out, and numbers that are none are refused."""
    text = json.dumps(value)
    if levels(value) > MOST_LEVELS or "NaN" in text or "Infinity" in text or "\\u" in text:
        return
    assert read_json(text) == value


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 41 + "]" * 41])
def test_many_levels_are_refused_and_told(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_json(text)
    assert has_many_levels(text)


@pytest.mark.parametrize("text", ['"' + "[" * 99 + '"', "[]" * 99, '"\\"' + "[" * 99, "]" * 99, ""])
def test_brackets_that_are_text_are_no_levels(text: str) -> None:
    assert not has_many_levels(text)


def test_halves_of_letters_and_nul_are_taken_out() -> None:
    assert read_json(r'{"a\ud800": ["\u0000b", "\ud83d\ude00"]}') == {"a": ["b", "😀"]}


# What the editors' own scripts send, with any JSON in one place of it.
PARAGRAPH = {"key": "a", "type": "unstyled", "depth": 0, "text": "x", "inlineStyleRanges": [],
             "entityRanges": [{"offset": 0, "length": 1, "key": 0}]}  # fmt: skip
LINK = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "/"}}
CONTENT = {"blocks": [PARAGRAPH], "entityMap": {"0": LINK}}
GRID = {"data": [["Năm", None]], "first_row_is_table_header": True, "table_header_choice": "row"}


def places(value: Any, *way: Any) -> list[tuple[Any, ...]]:
    found = [way]
    for key in (
        value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    ):
        found += places(value[key], *way, key)
    return found


def put(value: Any, way: tuple[Any, ...], other: Any) -> Any:
    if not way:
        return other
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = put(value[way[0]], way[1:], other)
    return copy


def read(reader: Any, value: Any) -> Any:
    """What a widget or block reads of the text, or of JSON for the value."""
    data = QueryDict(mutable=True)
    data["a"] = value if isinstance(value, str) else json.dumps(value)
    return reader.value_from_datadict(data, {}, "a")


@given(st.sampled_from(places(CONTENT)), SHAPES)
def test_the_editor_of_running_text_reads_it_or_says_so(way: tuple[Any, ...], other: Any) -> None:
    widget = RichTextArea(features=["bold", "link", "ol", "ul"])
    try:
        html = read(widget, put(CONTENT, way, other))
    except UnreadableError:
        return
    assert isinstance(html, str)
    html.encode()
    assert "\x00" not in html


@pytest.mark.parametrize("depth", [20, 10**9, -1, 1.5, "x", [], None])
def test_lists_in_lists_are_not_built_to_any_depth(depth: Any) -> None:
    paragraph = {**PARAGRAPH, "type": "ordered-list-item", "depth": depth}
    with pytest.raises(UnreadableError):
        read(RichTextArea(features=["ol"]), {"blocks": [paragraph], "entityMap": {"0": LINK}})


@given(texts())
def test_any_json_is_no_fault_of_the_editor(text: str) -> None:
    try:
        read(RichTextArea(features=["bold"]), text)
    except UnreadableError:
        return


@given(st.sampled_from(places(GRID)), SHAPES)
def test_a_table_can_be_shown_or_is_refused(way: tuple[Any, ...], other: Any) -> None:
    block = GridBlock(required=False)
    try:
        value = read(block, put(GRID, way, other))
    except UnreadableError:
        return
    try:
        value = block.clean(value)
    except forms.ValidationError:
        return
    block.get_searchable_content(value)
    table = TableValue(None, [("table", block.to_python(value))])
    assert all(isinstance(cell, str) for row in [table.header_row, *table.rows] for cell in row)


def test_an_empty_editor_is_empty_and_styles_in_styles_have_an_end() -> None:
    widget = RichTextArea(features=["bold", "italic"])
    assert read(widget, "null") == ""
    styles = [
        {"offset": place, "length": 1600 - 2 * place, "style": ("BOLD", "ITALIC")[place % 2]}
        for place in range(800)
    ]
    block = {"key": "a", "text": "x" * 1600, "type": "unstyled", "depth": 0, "entityRanges": []}
    content = {"entityMap": {}, "blocks": [{**block, "inlineStyleRanges": styles}]}
    with pytest.raises(UnreadableError):
        read(widget, content)
