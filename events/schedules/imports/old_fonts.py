"""Schedules that are still typed in .VnTime or VNI-Times, whose letters are not those of Unicode."""

from __future__ import annotations

from dataclasses import replace

from events.schedules.rules.grid import Block, Cell, Grid, Paragraph
from portal.core.text.legacy import Encoding, convert, detect

_SAMPLE = 20_000  # characters that decide about a whole document


def in_unicode(blocks: list[Block]) -> list[Block]:
    """As they came, unless the whole or a table is plainly in an old encoding; then each text that is.

    A table of last year's often stands below a head that was written anew.
    """
    tables: list[list[Block]] = [[block] for block in blocks if isinstance(block, Grid)]
    found = (detect("\n".join(_texts(part))[:_SAMPLE]) for part in (blocks, *tables))
    encoding = next(filter(None, found), None)
    return [_block(block, encoding) for block in blocks] if encoding else blocks


def _texts(blocks: list[Block]) -> list[str]:
    return [
        text
        for block in blocks
        for text in (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for row in block.rows for cell in row.distinct()]
        )
    ]


def _block(block: Block, encoding: Encoding) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_text(block.text, encoding))
    rows = (
        replace(row, cells=tuple(_cell(cell, encoding) for cell in row.cells)) for row in block.rows
    )
    return Grid(tuple(rows))


def _cell(cell: Cell, encoding: Encoding) -> Cell:
    return replace(cell, text=_text(cell.text, encoding))


def _text(text: str, encoding: Encoding) -> str:
    return convert(text, encoding) if detect(text, hint=encoding) else text
