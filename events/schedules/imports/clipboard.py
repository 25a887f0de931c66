"""What is pasted from Excel or a Word table: HTML as both put it on the clipboard, or lines with tabs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from events.schedules.imports.limits import MAX_COLUMNS, MAX_ROWS
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.rules.grid import Block, Paragraph, Spanning, grid_of
from events.schedules.rules.plain import tidy
from portal.core.text.markup import ended

_SILENT: Final = ("script", "style", "head", "title", "xml", "del")
_LINES: Final = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_CELLS: Final = ("td", "th")
_CELL: Final = re.compile(
    r'(?:"(?P<quoted>(?:[^"\t]|"")*)"(?=[\t\n]|\Z)|(?P<plain>[^\t\n]*))(?P<end>[\t\n]|\Z)'
)


def read_html(source: str) -> list[Block]:
    """Tables with their merged cells, and the lines of text around them."""
    reader = _Reader()
    reader.feed(ended(source))
    reader.close()
    reader.end_line()
    reader.end_table()
    return reader.blocks


def read_tabs(source: str) -> list[Block]:
    """Lines as Excel copies them: a cell of several lines stands in quotation marks."""
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if "\t" not in source:
        lines = enumerate(map(tidy, source.split("\n")), 1)
        return [Paragraph(number, line) for number, line in lines if line]
    rows = _rows_of(source)
    if len(rows) > MAX_ROWS:
        raise ScheduleFileError("too_many_rows", limit=MAX_ROWS)
    cells = [[Spanning(tidy(text)) for text in row] for row in rows]
    return [grid_of(cells, range(1, len(cells) + 1), MAX_COLUMNS)]


def _rows_of(source: str) -> list[list[str]]:
    """A quotation mark that closes no cell is one that somebody typed: it must not swallow the rows below."""
    rows: list[list[str]] = [[]]
    for found in _CELL.finditer(source):
        quoted, plain, end = found["quoted"], found["plain"], found["end"]
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            rows.append([])
        elif not end:
            break
    return [row for row in rows if any(row)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.rows: list[list[Spanning]] = []
        self.numbers: list[int] = []
        self.count = 0
        self.depth = 0  # a table within a cell is part of that cell's text
        self.silent: list[str] = []
        self.span = (1, 1)
        self.in_cell = False
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """<tr> and <td> of a table within a cell are lines of that cell's text."""
        if self._begins_silence(tag):
            self.silent.append(tag)
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self.depth == 1:
            self._end_cell()
            self._row()
        elif tag in _CELLS and self.depth == 1:
            self._begin_cell(dict(attrs))
        elif tag in (*_LINES, "br", "tr"):
            self._break()
            if tag == "li":
                self.text.append("- ")

    def _begins_silence(self, tag: str) -> bool:
        """Within a silent tag only another one of its kind counts, so that its end is known."""
        return tag in _SILENT or (bool(self.silent) and tag == self.silent[-1])

    def _begin_table(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self.end_line()

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell()
        self.span = (_count(attrs.get("colspan")), _count(attrs.get("rowspan")))
        self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag == self.silent[-1]:
                self.silent.pop()
        elif tag in _CELLS and self.depth == 1:
            self._end_cell()
        elif tag == "table" and self.depth:
            self._leave_table()
        elif tag in _LINES:
            self._break()

    def _leave_table(self) -> None:
        self.depth -= 1
        if not self.depth:
            self._end_cell()
            self.end_table()

    def handle_data(self, data: str) -> None:
        # Line ends of the source are spaces; those of the text are tags.
        if not self.silent:
            self.text.append(data.replace("\n", " ").replace("\r", " "))

    def _break(self) -> None:
        if self.in_cell or self.depth:
            self.text.append("\n")
        else:
            self.end_line()

    def end_line(self) -> None:
        if text := tidy("".join(self.text)):
            self._number()
            self.blocks.append(Paragraph(self.count, text))
        self.text.clear()

    def _row(self) -> None:
        self._number()
        self.rows.append([])
        self.numbers.append(self.count)

    def _number(self) -> None:
        self.count += 1
        if self.count > MAX_ROWS:
            raise ScheduleFileError("too_many_rows", limit=MAX_ROWS)

    def _end_cell(self) -> None:
        if self.in_cell:
            if not self.rows:
                self._row()
            self.rows[-1].append(Spanning(tidy("".join(self.text)), *self.span))
        self.in_cell = False
        self.text.clear()

    def end_table(self) -> None:
        if self.rows:
            self.blocks.append(grid_of(self.rows, self.numbers, MAX_COLUMNS))
        self.rows, self.numbers = [], []


def _count(value: str | None) -> int:
    text = (value or "").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(max(int(text[:6]), 1), MAX_ROWS)
