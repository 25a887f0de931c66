"""Official documents of the sample, as tables. All are invented, and each says so in its summary and file.

Years are counted back from the present one; what would lie ahead of today is left out by the loader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.demo.content.reading import ContentError, read_table, shaped

FILE = "documents.toml"


@dataclass(frozen=True)
class DocumentSample:
    """`ago` 0 is this year, `until` the months in force (0: without end), `replaces` a key of an earlier one.

    `points` are the paragraphs of its file; `{unit}` and `{year}` are filled in.
    """

    key: str
    ago: int
    day: tuple[int, int]  # day, month
    number: int
    tail: str
    field: str
    summary: str
    points: tuple[str, ...]
    until: int = 0
    replaces: str = ""
    amends: str = ""
    abstract: str = ""
    leader: int = 0


@dataclass(frozen=True)
class _File:
    """`form`: what documents that come again every year have in common; a row names it by `form`."""

    mark: str
    form: dict[str, Any]
    of_a_unit: tuple[Any, ...]
    of_the_province: tuple[Any, ...]


def _samples(name: str) -> tuple[DocumentSample, ...]:
    samples = []
    for place, row in enumerate(getattr(_FILE, name), 1):
        where = f"{FILE}: {name}[{place}]"
        form = row.pop("form", None)
        if form is not None and form not in _FILE.form:
            raise ContentError(f"{where}: unknown form {form}")
        samples.append(shaped(DocumentSample, {**_FILE.form.get(form, {}), **row}, where))
    return tuple(samples)


_FILE = read_table(FILE, _File)
MARK = _FILE.mark
# What every lower unit files; a unit's turn shifts the numbers, so that no two registers are alike.
OF_A_UNIT = _samples("of_a_unit")
OF_THE_PROVINCE = _samples("of_the_province")
