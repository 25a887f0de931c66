"""A table as every source gives it: a rectangle in which a merged cell stands at each of its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile


@dataclass(frozen=True)
class Cell:
    """Compared by where it begins, so that a merged cell is one cell wherever it is met."""

    row: int
    column: int
    text: str = field(compare=False)


@dataclass(frozen=True)
class Row:
    """`number` is what a person calls it: the row of the sheet, or a count of lines."""

    number: int
    cells: tuple[Cell, ...]

    def distinct(self) -> list[Cell]:
        """The cells from the left, each merged one once, without the empty ones."""
        return [cell for cell in dict.fromkeys(self.cells) if cell.text]

    def texts(self) -> list[str]:
        return [cell.text for cell in self.distinct()]

    def text(self) -> str:
        """The row in one line, for people."""
        return " | ".join(" ".join(text.split()) for text in self.texts())


@dataclass(frozen=True)
class Paragraph:
    number: int
    text: str


@dataclass(frozen=True)
class Grid:
    rows: tuple[Row, ...]

    @cached_property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Grid


def texts_of(block: Block) -> list[str]:
    """A paragraph is one text; of a table each cell is one, without the empty ones."""
    if isinstance(block, Paragraph):
        return [block.text]
    return [text for row in block.rows for text in row.texts()]


# The cells of a row by column; those that go on below, with the number of rows that they still cover.
_Places = dict[int, Cell]
_Hanging = dict[int, tuple[Cell, int]]


@dataclass(frozen=True)
class Spanning:
    """A cell as a file describes it, before its place is known."""

    text: str
    columns: int = 1
    rows: int = 1


def grid_of(rows: Iterable[Sequence[Spanning]], numbers: Sequence[int], widest: int) -> Grid:
    """Lay cells out as a browser does; what would stand right of `widest` is left away.

    A cell over two rows stands in both: [[Spanning("Thứ Hai", rows=2), a], [b]] has "Thứ Hai" left of b too.
    """
    laid: list[_Places] = []
    hanging: _Hanging = {}
    for index, row in enumerate(rows):
        places, hanging = _lay_row(index, row, hanging, widest)
        laid.append(places)
    return _rectangle(laid, numbers)


def _lay_row(
    index: int, row: Sequence[Spanning], hanging: _Hanging, widest: int
) -> tuple[_Places, _Hanging]:
    """The cells at their columns, around those that hang down; and what hangs into the next row."""
    places = {column: cell for column, (cell, _left) in hanging.items()}
    next_hanging = {
        column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1
    }
    column = 0
    for spanning in row:
        while column in places:
            column += 1
        cell = Cell(index, column, spanning.text)
        for free in _free_columns(column, spanning.columns, places, widest):
            places[free] = cell
            if spanning.rows > 1:
                next_hanging[free] = (cell, spanning.rows - 1)
            column = free + 1
    return places, next_hanging


def _free_columns(first: int, count: int, places: _Places, widest: int) -> list[int]:
    """Up to `count` columns from `first`; a cell that hangs down, or the edge, ends them before."""
    wanted = range(first, min(first + count, widest))
    return list(takewhile(lambda column: column not in places, wanted))


def _rectangle(laid: Sequence[_Places], numbers: Sequence[int]) -> Grid:
    """Every row as wide as the widest, with empty cells where nothing was laid."""
    width = max((max(places, default=-1) + 1 for places in laid), default=0)
    rows = []
    for index, (number, places) in enumerate(zip(numbers, laid, strict=True)):
        cells = (places.get(at) or Cell(index, at, "") for at in range(width))
        rows.append(Row(number, tuple(cells)))
    return Grid(tuple(rows))
