"""From a tree of HTML to a flat list of items: headings, lines, list entries, tables, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bs4 import Tag
from bs4.element import PageElement, PreformattedString

from .runs import PictureRun, Run, as_html, has_mark, plain, runs_of, strip, styles

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS: Final = _HEADINGS | {
    "p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "blockquote", "section", "article", "header", "footer", "main", "figure", "figcaption", "hr",
    "pre", "dl", "dt", "dd", "center", "body", "html",
}  # fmt: skip
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

    def items(self, root: Tag) -> Iterator[Item]:
        loose: list[PageElement] = []
        for child in list(root.children):
            if isinstance(child, PreformattedString):
                continue
            if not isinstance(child, Tag) or not _holds_block(child):
                loose.append(child)
                continue
            yield from self._loose(loose)
            loose = []
            yield from self._block(child)
        yield from self._loose(loose)

    def _loose(self, nodes: list[PageElement]) -> Iterator[Item]:
        """Text that stands in no paragraph of its own."""
        if any(isinstance(node, Tag) or str(node).strip() for node in nodes):
            holder = Tag(name="p")
            holder.extend([node.extract() for node in nodes])
            yield from self._line(holder)

    def _block(self, tag: Tag) -> Iterator[Item]:
        if tag.name == "table":
            yield from self._table(tag)
        elif tag.name in ("ul", "ol"):
            yield from self._list(tag, 1)
        elif tag.name == "hr":
            return
        elif tag.name in _BLOCKS and not any(
            _holds_block(c) for c in tag.find_all(recursive=False)
        ):
            yield from self._line(tag)
        else:
            yield from self.items(tag)

    def _line(
        self, tag: Tag, role: str = "", level: int = 0, ordered: bool = False
    ) -> Iterator[Item]:
        """A paragraph, cut where a picture stands in it."""
        if not role:
            role, level, ordered = _role_of(tag)
        current: list[Run | PictureRun] = []
        for run in runs_of(tag):
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

    def _list(self, tag: Tag, level: int) -> Iterator[Item]:
        for child in list(tag.find_all(recursive=False)):
            if child.name in ("ul", "ol"):
                yield from self._list(child, level + 1)
                continue
            nested = [
                inner
                for inner in child.find_all(["ul", "ol", "table"])
                if inner.find_parent(["ul", "ol", "table"]) is tag
            ]
            for inner in nested:
                inner.extract()
            _break_lines(child)
            yield from self._line(child, "item", level, tag.name == "ol")
            for inner in nested:
                if inner.name == "table":
                    yield from self._table(inner)
                else:
                    yield from self._list(inner, level + 1)

    def _table(self, tag: Tag) -> Iterator[Item]:
        rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag][:MAX_ROWS]
        cells = [
            [c for c in row.find_all(["td", "th"]) if c.find_parent("tr") is row] for row in rows
        ]
        flat = [cell for row in cells for cell in row]
        if len(flat) <= 1:  # a frame around text
            for cell in flat:
                yield from self.items(cell)
            return
        caption = tag.find("caption", recursive=False)
        pictures = [run for cell in flat for run in runs_of(cell) if isinstance(run, PictureRun)]
        grid = [self._row(row) for row in cells]
        width = max(map(len, grid))
        grid = [row + [""] * (width - len(row)) for row in grid if any(row)]
        if grid:
            header = _is_header(cells[0])
            yield Grid(grid, header, plain(runs_of(caption)) if caption else "")
        yield from pictures

    def _row(self, cells: list[Tag]) -> list[str]:
        row: list[str] = []
        for cell in cells:
            _break_lines(cell)
            row.append(plain(runs_of(cell)))
            span = str(cell.get("colspan") or "1")
            if span.isascii() and span.isdigit() and int(span[:3]) > 1:
                row += [""] * (int(span[:3]) - 1)
                self.note("merged_cells")
            if str(cell.get("rowspan") or "1") != "1":
                self.note("merged_cells")
        return row[:MAX_COLUMNS]


def _break_lines(tag: Tag) -> None:
    """Keep apart what stood in paragraphs of its own."""
    for block in tag.find_all(["p", "div", "li"]):
        block.insert_before(Tag(name="br"))
        block.insert_after(Tag(name="br"))


def _holds_block(node: PageElement) -> bool:
    if not isinstance(node, Tag):
        return False
    return node.name in _BLOCKS or node.find(list(_BLOCKS)) is not None


def _role_of(tag: Tag) -> tuple[str, int, bool]:
    names = [str(name).lower() for name in tag.get("class") or []]
    if tag.name in _HEADINGS:
        return "heading", int(tag.name[1]), False
    for name in names:
        if found := _HEADING_CLASS.match(name):
            return "heading", int(found[1]), False
    if "title" in names or "msotitle" in names:
        return "title", 0, False
    if tag.name == "figcaption" or {"caption", "msocaption"} & set(names):
        return "caption", 0, False
    if found := _FAKE_LIST.search(styles(tag).get("mso-list", "")):
        return "item", int(found[1]), _take_marker(tag)
    return "", 0, False


def _take_marker(tag: Tag) -> bool:
    """Remove the bullet or number that Word typed before a list entry; True for a number."""
    marker = tag.find(lambda inner: styles(inner).get("mso-list") == "ignore")
    if not isinstance(marker, Tag):
        return False
    text = marker.get_text()
    marker.decompose()
    # "o" is Word's second bullet, drawn by the font Courier New.
    return bool(_NUMBER.match(text)) and text.strip() != "o"


def _is_header(cells: list[Tag]) -> bool:
    if not cells or cells[0].find_parent("thead") is not None:
        return bool(cells)
    if all(cell.name == "th" for cell in cells):
        return True
    contents = [runs_of(cell) for cell in cells]
    words = [runs for runs in contents if plain(runs)]
    return len(words) > 1 and all(has_mark(runs, "b") for runs in words)
