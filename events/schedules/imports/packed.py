"""A file between preview and confirmation: what was read of it goes along in the form, signed.

Nothing is kept on the server, so that nothing internal lies about when somebody does not confirm.
"""

from __future__ import annotations

from typing import Any, Final

from events.schedules.imports.opening import Source
from events.schedules.rules.grid import Block, Cell, Grid, Paragraph, Row
from portal.core.intake.parcels import Envelope, Owner

_ENVELOPE: Final = Envelope("schedules.import", seconds=12 * 60 * 60)


def pack(source: Source, owner: Owner) -> str:
    """The text works for this person and this list of schedules only."""
    return _ENVELOPE.seal([[_packed(block) for block in source.blocks], source.notes], owner)


def unpack(text: str, owner: Owner) -> Source:
    """Raises Gone."""
    blocks, notes = _ENVELOPE.open(text, owner)
    return Source([_unpacked(block) for block in blocks], notes)


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
