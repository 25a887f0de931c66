"""Which week a document speaks of."""

from collections.abc import Iterable, Sequence
from datetime import date

from .dates import Span, complete, find_dates, find_span, read_day, says_only_a_day, week_around
from .grid import Block, Paragraph, texts_of
from .plain import folded_words


def span_of(blocks: Sequence[Block], hint: Span | None) -> Span | None:
    """What the document says of itself, else the hint, else what its days have in common.

    "Lịch công tác từ 21/10 đến 25/10/2024" goes before a paragraph that names another span and no week.
    """
    texts = list(_titles(blocks))
    near = hint[0] if hint else _full_date(texts)
    found = [(text, span) for text in texts if (span := find_span(text, near))]
    titled = [span for text, span in found if _speaks_of_a_week(text)]
    if titled:
        return titled[0]
    if found:
        return found[0][1]
    return hint or week_around(_days_said(blocks))


def _titles(blocks: Iterable[Block]) -> Iterable[str]:
    """Paragraphs, and the rows that stand above a table: few cells, no entry among them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
            continue
        for row in block.rows:
            cells = row.distinct()
            if len(cells) <= 2:
                yield from (cell.text for cell in cells)


def _speaks_of_a_week(text: str) -> bool:
    folded = folded_words(text)
    return "lich" in folded or "tuan" in folded or folded.startswith("tu ")


def _full_date(texts: Iterable[str]) -> date | None:
    dates = (complete(partial, None) for text in texts for partial in find_dates(text))
    return next((day for day in dates if day), None)


def _days_said(blocks: Iterable[Block]) -> list[date]:
    texts = (text for block in blocks for text in texts_of(block))
    days = (read_day(text, None).day for text in texts if says_only_a_day(text))
    return [day for day in days if day]
