"""Paragraphs and tables of a .docx, as the rules of understanding take them.

The XML is read as it stands: the usual libraries follow every relation of a file, and a file that was
cleaned by `portal.core.word.archive` has only those that a text needs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from events.schedules.imports.limits import MAX_COLUMNS
from events.schedules.rules.grid import Block, Paragraph, Spanning, grid_of
from events.schedules.rules.plain import BULLET, tidy
from portal.core.word.archive import DOCX

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Deleted text, the second copy of a text box for old programs, and notes of fields.
_SILENT: Final = {
    f"{_W}del", f"{_W}moveFrom", f"{_W}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_BREAKS: Final = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


def read_word(clean: io.BytesIO) -> list[Block]:
    """`clean` is what `repack` answered. Lines are counted: a paragraph is one, a row of a table too."""
    with zipfile.ZipFile(clean) as archive:
        data = archive.read(DOCX.main_part)
    root: Element = fromstring(data.replace(_STRICT, _LOOSE), forbid_dtd=True)
    body = root.find(f"{_W}body")
    reader = _Reader()
    return [] if body is None else list(reader.blocks(body))


class _Reader:
    def __init__(self) -> None:
        self.line = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in _children(parent):
            if child.tag == f"{_W}p":
                self.line += 1
                if text := tidy(_text(child)):
                    yield Paragraph(self.line, text)
            elif child.tag == f"{_W}tbl":
                yield self._table(child)

    def _table(self, table: Element) -> Block:
        rows = [_row(row) for row in _children(table) if row.tag == f"{_W}tr"]
        numbers = []
        for _each in rows:
            self.line += 1
            numbers.append(self.line)
        return grid_of(_spanning(rows), numbers, MAX_COLUMNS)


_Placed = tuple[int, int, str, bool]  # column, columns, text, goes on with the cell above


def _row(row: Element) -> list[_Placed]:
    properties = row.find(f"{_W}trPr")
    column = _number(properties, "gridBefore", 0)
    placed: list[_Placed] = [(0, column, "", False)] if column else []
    for cell in _children(row):
        if cell.tag != f"{_W}tc":
            continue
        own = cell.find(f"{_W}tcPr")
        width = max(1, _number(own, "gridSpan", 1))
        merge = own.find(f"{_W}vMerge") if own is not None else None
        goes_on = merge is not None and merge.get(f"{_W}val", "continue") != "restart"
        text = "" if goes_on else tidy("\n".join(_cell_lines(cell)))
        placed.append((column, width, text, goes_on))
        column += width
    return placed


def _spanning(rows: list[list[_Placed]]) -> Iterator[list[Spanning]]:
    """Word says of each cell that it goes on; a rectangle wants to know how far a cell reaches."""
    places = [{column for column, *_rest in row} for row in rows]
    heights: list[dict[int, int]] = [{} for _each in range(len(rows) + 1)]
    # From below: how many rows go on at a column, this one included.
    for index in range(len(rows) - 1, -1, -1):
        below = heights[index + 1]
        heights[index] = {
            column: below.get(column, 0) + 1
            for column, _width, _text, goes_on in rows[index]
            if goes_on
        }
    for index, row in enumerate(rows):
        above = places[index - 1] if index else set()
        yield [
            Spanning(text, width, heights[index + 1].get(column, 0) + 1)
            for column, width, text, goes_on in row
            if not (goes_on and column in above)
        ]


def _cell_lines(cell: Element) -> Iterator[str]:
    for child in _children(cell):
        if child.tag == f"{_W}p":
            yield _text(child)
        elif child.tag == f"{_W}tbl":
            # Rows of tables within that table too; each paragraph is told where it stands.
            for row in child.iter(f"{_W}tr"):
                yield " ".join(_text_of_cell(cell) for cell in _children(row))


def _text_of_cell(cell: Element) -> str:
    return "".join(_text(part) for part in _children(cell) if part.tag == f"{_W}p")


def _children(parent: Element) -> Iterator[Element]:
    """What a reader sees: content controls and tracked insertions are no boxes of their own."""
    for child in parent:
        if child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            yield from _children(content) if content is not None else ()
        elif child.tag in (f"{_W}ins", f"{_W}customXml", f"{_W}moveTo"):
            yield from _children(child)
        else:
            yield child


def _text(paragraph: Element) -> str:
    text = "".join(_pieces(paragraph))
    is_list = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    # The sign of a list is drawn by Word and stands nowhere in the text.
    return f"- {text}" if is_list and text.strip() and not BULLET.match(text) else text


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SILENT:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _pieces(child)


def _number(properties: Element | None, name: str, default: int) -> int:
    """A count; what is no count, or no count of columns, is the default."""
    found = properties.find(f"{_W}{name}") if properties is not None else None
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), MAX_COLUMNS) if value.isascii() and value.isdigit() else default
