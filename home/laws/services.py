"""What other rooms ask about laws."""

from __future__ import annotations

from home.laws.models import Law
from home.laws.rules.symbols import parse_symbol


def find_by_symbol(text: str, year: int | None = None) -> Law | None:
    """The one law with this symbol, however it is typed; None when there is none or several.

    `year` (of issue) tells several apart: one symbol alone may be two documents.
    """
    if parse_symbol(text) is None:
        return None
    found = Law.objects.with_replacement().with_symbol(text)
    if year is not None:
        found = found.filter(year=year)
    rows = list(found[:2])
    return rows[0] if len(rows) == 1 else None
