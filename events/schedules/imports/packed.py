"""A file between preview and confirmation: what was read of it goes along in the form, signed.

Nothing is kept on the server, so that nothing internal lies about when somebody does not confirm.
"""

from __future__ import annotations

from typing import Any, Final

from django.core import signing

from events.schedules.imports.opening import Source
from events.schedules.rules.grid import Block, Cell, Grid, Paragraph, Row

KEPT_SECONDS: Final = 12 * 60 * 60
_SALT: Final = "schedules.import"


class Gone(Exception):
    """The form is too old, another person's, or not ours."""


def pack(source: Source, user_id: int, index_id: int) -> str:
    """The text works for this person and this list of schedules only."""
    blocks = [_packed(block) for block in source.blocks]
    return signing.dumps([user_id, index_id, blocks, source.notes], salt=_SALT, compress=True)


def unpack(text: str, user_id: int, index_id: int) -> Source:
    """Raises Gone."""
    try:
        values = signing.loads(text, salt=_SALT, max_age=KEPT_SECONDS)
    except (signing.BadSignature, ValueError) as error:
        raise Gone from error
    if values[:2] != [user_id, index_id]:
        raise Gone
    return Source([_unpacked(block) for block in values[2]], values[3])


def _packed(block: Block) -> list[Any]:
    if isinstance(block, Paragraph):
        return [block.number, block.text]
    cells = list(dict.fromkeys(cell for row in block.rows for cell in row.cells))
    places = {cell: place for place, cell in enumerate(cells)}
    rows = [[row.number, [places[cell] for cell in row.cells]] for row in block.rows]
    return [[[cell.row, cell.column, cell.text] for cell in cells], rows, True]


def _unpacked(values: list[Any]) -> Block:
    if len(values) == 2:
        return Paragraph(values[0], values[1])
    cells = [Cell(*each) for each in values[0]]
    return Grid(
        tuple(Row(number, tuple(cells[at] for at in places)) for number, places in values[1])
    )
