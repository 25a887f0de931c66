"""The sample's data files: a slip of the pen is told by file and key, and nothing is read past it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any, Literal

import pytest

from portal.demo.content.markdown import blocks, html, sections
from portal.demo.content.news.templates import Rule, Template
from portal.demo.content.reading import (
    DATA,
    ContentError,
    read_rows,
    read_table,
    shaped,
    text_files,
)
from portal.demo.content.types import LinkedSample, OfficialSample, Picture, UnitSample
from portal.demo.documents import DocumentSample
from portal.demo.laws import LawSample


@dataclass(frozen=True)
class Inner:
    name: str
    share: float = 0.5


@dataclass(frozen=True)
class Everything:
    text: str
    number: int
    is_open: bool
    on: date
    at: time
    way: Literal["in", "out"]
    names: tuple[str, ...]
    pair: tuple[int, str]
    inner: Inner
    by_name: dict[str, Inner]
    until: date | None = None


RIGHT = """
text = "Lời"
number = 3
is_open = true
on = 2026-11-09
at = 07:30:00
way = "in"
names = ["Một", "Hai"]
pair = [1, "một"]
inner = { name = "Trong" }
by_name.first = { name = "Đầu", share = 1 }
"""

FILES = (
    ("units.toml", UnitSample),
    ("officials.toml", OfficialSample),
    ("links.toml", LinkedSample),
    ("laws.toml", LawSample),
    ("documents-of-a-unit.toml", DocumentSample),
    ("documents-of-the-province.toml", DocumentSample),
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def slips(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The table with one slip, and the key that has to be told: one key more, or a value of another type."""
    yield "không-có", table | {"không-có": 1}
    for key, value in table.items():
        yield key, table | {key: date.max if isinstance(value, str | bool | list) else "chữ"}
        if isinstance(value, list) and isinstance(value[0], dict):
            for name, changed in slips(value[0]):
                yield name, table | {key: [changed, *value[1:]]}


def test_every_kind_of_value_is_read(tmp_path: Path):
    found = read_table("thu.toml", Everything, write(tmp_path, "thu.toml", RIGHT))
    first = {"first": Inner("Đầu", 1.0)}
    plain = ("Lời", 3, True, date(2026, 11, 9), time(7, 30), "in", ("Một", "Hai"), (1, "một"))
    assert found == Everything(*plain, Inner("Trong"), first)
    assert isinstance(found.by_name["first"].share, float)


def test_a_text_may_be_wrapped(tmp_path: Path):
    write(tmp_path, "thu.toml", '[[row]]\nname = """\nMột câu\ndài.\n"""\n')
    assert read_rows("thu.toml", Inner, tmp_path) == (Inner("Một câu dài."),)


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("number = 3", 'number = "3"', "number: int is expected, not str"),
        ("number = 3", "number = true", "number: int is expected, not bool"),
        ("is_open = true", "is_open = 1", "is_open: bool is expected, not int"),
        ("on = 2026-11-09", "on = 2026-11-09T08:00:00", "on: date is expected, not datetime"),
        ("at = 07:30:00", 'at = "7 giờ"', "at: time is expected, not str"),
        ('way = "in"', 'way = "up"', "way: 'up' is none of in, out"),
        ('["Một", "Hai"]', '["Một", 2]', "names[2]: str is expected, not int"),
        ('["Một", "Hai"]', '"Một"', "names: list is expected, not str"),
        ('[1, "một"]', "[1]", "pair: 2 values are expected, not 1"),
        ('[1, "một"]', '["một", 1]', "pair[1]: int is expected, not str"),
        ('inner = { name = "Trong" }', "inner = {}", "inner: name is missing"),
        ('inner = { name = "Trong" }', 'inner = "Trong"', "inner: dict is expected, not str"),
        ("share = 1", "part = 1", "by_name: first: unknown key part"),
        ("share = 1", 'share = "1"', "by_name: first: share: float is expected, not str"),
        ("number = 3\n", "", "number is missing"),
        ("number = 3", "number = 3\nnumbers = 4", "unknown key numbers"),
        ("number = 3", "number = 3\nuntil = 4", "until: date is expected, not int"),
        ("number = 3", "number =", "Invalid value"),
    ],
)
def test_what_is_wrong_is_told_by_file_and_key(line: str, instead: str, told: str, tmp_path: Path):
    assert line in RIGHT
    write(tmp_path, "thu.toml", RIGHT.replace(line, instead))
    with pytest.raises(ContentError, match=r"^thu\.toml: .*" + re.escape(told)):
        read_table("thu.toml", Everything, tmp_path)


@pytest.mark.parametrize(("name", "shape"), FILES)
def test_a_slip_in_a_shipped_file_does_not_pass(name: str, shape: type):
    ((_list, rows),) = tomllib.loads((DATA / name).read_text("utf-8")).items()
    needed = {field.name for field in fields(shape) if field.default is MISSING}
    fullest = max(rows, key=len)
    for row in (rows[0], fullest):
        for key, changed in slips(row):
            with pytest.raises(ContentError, match=re.escape(key)):
                shaped(shape, changed, name)
    for key in needed:
        less = {other: value for other, value in fullest.items() if other != key}
        with pytest.raises(ContentError, match=f"^{name}: {key} is missing"):
            shaped(shape, less, name)


def test_a_slip_in_the_head_of_a_template_does_not_pass():
    file = next(iter(text_files("news/hinh-su")))
    given = {"key": file.key, "topic": "hinh-su", "body": ()}
    assert shaped(Template, file.head, file.where, **given).rules
    for key, changed in slips(file.head):
        with pytest.raises(ContentError, match=f"^{re.escape(file.where)}.*{key}"):
            shaped(Template, changed, file.where, **given)


def test_a_row_like_another_has_what_it_does_not_say_itself(tmp_path: Path):
    rows = '[[row]]\nkey = "a"\nsize = 1\n[[row]]\nlike = "a"\nkey = "b"\n[[row]]\nlike = "b"\nsize = 3\n'
    write(tmp_path, "thu.toml", rows)
    assert read_rows("thu.toml", Keyed, tmp_path) == (Keyed("a", 1), Keyed("b", 1), Keyed("b", 3))
    write(tmp_path, "thu.toml", rows.replace('like = "b"', 'like = "c"'))
    with pytest.raises(ContentError, match=r"^thu\.toml\[3\]: like c, which is not above it"):
        read_rows("thu.toml", Keyed, tmp_path)


@dataclass(frozen=True)
class Keyed:
    key: str
    size: int


def test_a_file_of_rows_has_nothing_else(tmp_path: Path):
    write(tmp_path, "thu.toml", '[[row]]\nname = "a"\n[[other]]\nname = "b"\n')
    with pytest.raises(ContentError, match="one list of tables is expected, not row, other"):
        read_rows("thu.toml", Inner, tmp_path)


def test_texts_come_in_the_order_of_their_numbers(tmp_path: Path):
    for name in ("02-dau.md", "01-sau.md"):
        write(tmp_path, f"bai/{name}", '+++\ntitle = "T"\n+++\n\nLời.\n')
    assert [file.key for file in text_files("bai", tmp_path)] == ["sau", "dau"]


@pytest.mark.parametrize(
    "text", ["Lời.\n", "+++\ntitle = 1\n", "Lời.\n+++\n+++\n", "+++\ntitle =\n+++\n"]
)
def test_a_text_without_a_head_is_told(text: str, tmp_path: Path):
    write(tmp_path, "bai/01-thu.md", text)
    with pytest.raises(ContentError, match=r"^bai/01-thu\.md: "):
        list(text_files("bai", tmp_path))


def test_an_empty_folder_is_told(tmp_path: Path):
    with pytest.raises(ContentError, match=r"^bai: no text"):
        list(text_files("bai", tmp_path))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## Đầu\nđề", ("heading", "Đầu đề")),
        ("Một câu\ndài.", ("paragraph", "<p>Một câu dài.</p>")),
        ("Đến 16 giờ\n30. Hết.", ("paragraph", "<p>Đến 16 giờ 30. Hết.</p>")),
        ("- một\n- hai\n  nữa", ("paragraph", "<ul><li>một</li><li>hai nữa</li></ul>")),
        ("Gồm:\n1. một\n2. hai", ("paragraph", "<p>Gồm:</p><ol><li>một</li><li>hai</li></ol>")),
        ("> Lời\n> hay.\n> — Ai", ("quote", {"text": "Lời hay.", "attribution": "Ai"})),
        (
            "> [!warning] Coi\n> chừng.",
            ("notice", {"tone": "warning", "text": "<p>Coi chừng.</p>"}),
        ),
        (
            "? Hỏi?\nĐáp\nrõ.\n? Nữa?\n- a",
            ("accordion", (("Hỏi?", "<p>Đáp rõ.</p>"), ("Nữa?", "<ul><li>a</li></ul>"))),
        ),
        (
            "| A | B |\n| 1 | 2 |\n: Bảng",
            ("table", {"caption": "Bảng", "header": ["A", "B"], "rows": [["1", "2"]]}),
        ),
    ],
)
def test_each_part_of_a_text_becomes_its_block(text: str, block: object):
    assert blocks(f"\n{text}\n\n", "thu.md") == (block,)


def test_pictures_stand_alone_or_as_a_gallery():
    ((kind, shown),) = blocks("![Chú thích](cong-ly)", "thu.md")
    assert (kind, shown) == ("image", Picture("cong-ly", shown.alt, "Chú thích", shown.credit))
    ((kind, shown),) = blocks("![](cong-ly)\n![](tru-so)", "thu.md")
    assert (kind, [one.key for one in shown]) == ("gallery", ["cong-ly", "tru-so"])
    assert all(one.caption for one in shown)


def test_wordings_are_for_templates_alone():
    text = "Một\ncâu.\n||\nHai."
    assert blocks(text, "thu.md", wordings=True) == (
        ("wordings", ("<p>Một câu.</p>", "<p>Hai.</p>")),
    )
    with pytest.raises(ContentError, match=r"^thu\.md: a wording .* Một"):
        blocks(text, "thu.md")
    with pytest.raises(ContentError, match=r"^thu\.md: a wording is empty"):
        blocks("||\nHai.", "thu.md", wordings=True)


@pytest.mark.parametrize(
    "text",
    [
        "![Chú thích](khong-co)",
        "![Chú thích](cong-ly)\nlời",
        "> Lời hay.",
        "> — Ai",
        "?",
        "? Hỏi?",
        "? Hỏi?\nĐáp.\n? Nữa?",
        "| A | B |\n| 1 | 2 |",
        "| A | B |\n| 1 |\n: Bảng",
        "| A | B |",
    ],
)
def test_a_part_that_is_not_finished_is_told_with_its_file(text: str):
    with pytest.raises(ContentError, match=r"^bai/thu\.md: "):
        blocks(text, "bai/thu.md")


def test_a_running_text_has_paragraphs_and_points_alone():
    assert html("Một.\n\nHai:\n- ba", "thu.md") == "<p>Một.</p><p>Hai:</p><ul><li>ba</li></ul>"
    for text in ("", "## Đầu đề", "![](cong-ly)"):
        with pytest.raises(ContentError, match=r"^thu\.md: paragraphs and points"):
            html(text, "thu.md")


def test_sections_are_found_once():
    assert sections("a\n# b\nc\n", "# ", "thu.md") == {"": "a\n", "b": "c\n"}
    with pytest.raises(ContentError, match="two parts are called 'b'"):
        sections("# b\n# b\n", "# ", "thu.md")


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"number": [1, 2], "choice": ["a"]},
        {"number": [1]},
        {"share": [1, 2]},
        {"share": [1], "of": "n"},
        {"number": [1, 2], "of": "n"},
        {"rest_of": "n"},
        {"choice": ["a"], "without": ["n"]},
    ],
)
def test_a_rule_that_says_too_little_or_too_much_is_told(rule: dict[str, Any]):
    with pytest.raises(ContentError, match=r"^thu\.md: rules: du: "):
        shaped(Rule, rule, "thu.md: rules: du")
