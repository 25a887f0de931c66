"""From a tree of HTML to a flat list of items: headings, lines, list entries, tables, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from .runs import PictureRun, Run, as_html, has_mark, plain, runs_of, strip
from .tree import BLOCKS, HEADINGS, Element, Node, Words

_LISTS: Final = frozenset(("ul", "ol", "table"))
_FAKE_LIST: Final = re.compile(r"level(\d)")
_NUMBER: Final = re.compile(r"\s*\(?(?:\d{1,3}|[a-zđ]|[ivx]{1,5})[.)]", re.IGNORECASE)
_HEADING_CLASS: Final = re.compile(r"(?:mso)?heading\s*([1-6])$", re.IGNORECASE)
MAX_ROWS, MAX_COLUMNS = 500, 30


@dataclass(frozen=True)
class TextLine:
    """One paragraph. `role` is "", "heading", "title", "caption" or "item"."""

    runs: list[Run | PictureRun]
    role: str = ""
    level: int = 0
    is_ordered: bool = False

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def is_bold(self) -> bool:
        return has_mark(self.runs, "b")

    @property
    def is_italic(self) -> bool:
        return has_mark(self.runs, "i")

    def html(self, without: str = "") -> str:
        return as_html(self.runs, without)


@dataclass(frozen=True)
class Grid:
    rows: list[list[str]]
    has_header: bool
    caption: str = ""


Item = TextLine | Grid | PictureRun


@dataclass
class Scan:
    """Walks the tree once; remembers in `dropped` what it left out."""

    dropped: dict[str, int] = field(default_factory=dict)

    def note(self, key: str) -> None:
        self.dropped[key] = self.dropped.get(key, 0) + 1

    def items(self, root: Element) -> Iterator[Item]:
        loose: list[Node] = []
        for child in root.children:
            if not isinstance(child, Element) or not child.holds_block:
                loose.append(child)
                continue
            yield from self._loose(loose)
            loose = []
            yield from self._block(child)
        yield from self._loose(loose)

    def _loose(self, nodes: list[Node]) -> Iterator[Item]:
        """Text that stands in no paragraph of its own."""
        if any(not isinstance(node, Words) or node.text.strip() for node in nodes):
            holder = Element("p")
            holder.children = nodes
            yield from self._line(holder)

    def _block(self, tag: Element) -> Iterator[Item]:
        if tag.name == "table":
            yield from self._table(tag)
        elif tag.name in ("ul", "ol"):
            yield from self._list(tag, 1)
        elif tag.name == "hr":
            return
        elif tag.name in BLOCKS and not any(child.holds_block for child in tag.elements):
            yield from self._line(tag)
        else:
            yield from self.items(tag)

    def _line(
        self, tag: Element, role: str = "", level: int = 0, ordered: bool = False
    ) -> Iterator[Item]:
        """A paragraph, cut where a picture stands in it; lists in an item are lines of their own."""
        is_item = role == "item"
        if not role:
            role, level, ordered = _role_of(tag)
        current: list[Run | PictureRun] = []
        for run in runs_of(tag, in_lines=is_item, without=_inner_lists(tag) if is_item else ()):
            if not isinstance(run, PictureRun):
                current.append(run)
                continue
            yield from self._text_line(current, role, level, ordered)
            current = []
            yield run
        yield from self._text_line(current, role, level, ordered)

    def _text_line(
        self, runs: list[Run | PictureRun], role: str, level: int, ordered: bool
    ) -> Iterator[Item]:
        runs = strip(runs)
        if plain(runs):
            yield TextLine(runs, role, level, ordered)

    def _list(self, tag: Element, level: int) -> Iterator[Item]:
        for child in tag.elements:
            if child.name in ("ul", "ol"):
                yield from self._list(child, level + 1)
                continue
            yield from self._line(child, "item", level, tag.name == "ol")
            inner_lists = _inner_lists(child)
            for inner in child.outermost(inner_lists, end=inner_lists):
                if inner.name == "table":
                    yield from self._table(inner)
                else:
                    yield from self._list(inner, level + 1)

    def _table(self, tag: Element) -> Iterator[Item]:
        rows = list(islice(tag.outermost(("tr",), end=("table",)), MAX_ROWS))
        cells = [list(row.outermost(("td", "th"), end=("tr",))) for row in rows]
        flat = [cell for row in cells for cell in row]
        if len(flat) <= 1:  # a frame around text
            for cell in flat:
                yield from self.items(cell)
            return
        caption = next((child for child in tag.elements if child.name == "caption"), None)
        pictures = [run for cell in flat for run in runs_of(cell) if isinstance(run, PictureRun)]
        grid = [self._row(row) for row in cells]
        width = max(map(len, grid))
        grid = [row + [""] * (width - len(row)) for row in grid if any(row)]
        if grid:
            header = _is_header(cells[0])
            yield Grid(grid, header, plain(runs_of(caption)) if caption else "")
        yield from pictures

    def _row(self, cells: list[Element]) -> list[str]:
        row: list[str] = []
        for cell in cells:
            if len(row) >= MAX_COLUMNS:
                break
            row.append(plain(runs_of(cell, in_lines=True)))
            span = cell.get("colspan") or "1"
            if span.isascii() and span.isdigit() and int(span[:3]) > 1:
                row += [""] * (int(span[:3]) - 1)
                self.note("merged_cells")
            if (cell.get("rowspan") or "1") != "1":
                self.note("merged_cells")
        return row[:MAX_COLUMNS]


def _inner_lists(item: Element) -> frozenset[str]:
    """Names of what stands on its own below an item of a list; a table that is an item itself is one text."""
    return frozenset() if item.name == "table" else _LISTS


def _role_of(tag: Element) -> tuple[str, int, bool]:
    names = [name.lower() for name in tag.classes]
    if tag.name in HEADINGS:
        return "heading", int(tag.name[1]), False
    for name in names:
        if found := _HEADING_CLASS.match(name):
            return "heading", int(found[1]), False
    if "title" in names or "msotitle" in names:
        return "title", 0, False
    if tag.name == "figcaption" or {"caption", "msocaption"} & set(names):
        return "caption", 0, False
    if found := _FAKE_LIST.search(tag.styles.get("mso-list", "")):
        return "item", int(found[1]), _take_marker(tag)
    return "", 0, False


def _take_marker(tag: Element) -> bool:
    """Remove the bullet or number that Word typed before a list entry; True for a number."""
    inner = (node for node in tag.walk() if isinstance(node, Element))
    marker = next((each for each in inner if each.styles.get("mso-list") == "ignore"), None)
    if marker is None:
        return False
    text = marker.text
    marker.children = []
    # "o" is Word's second bullet, drawn by the font Courier New.
    return bool(_NUMBER.match(text)) and text.strip() != "o"


def _is_header(cells: list[Element]) -> bool:
    if not cells or cells[0].inside("thead"):
        return bool(cells)
    if all(cell.name == "th" for cell in cells):
        return True
    contents = [runs_of(cell) for cell in cells]
    words = [runs for runs in contents if plain(runs)]
    return len(words) > 1 and all(has_mark(runs, "b") for runs in words)
