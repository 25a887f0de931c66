"""The words of a file. Called by `read_apart`, for a hostile PDF may never come to an end.

Each reader brings its library along when it reads: the pages of the register ask this module only which
kinds there are, and a program that reads one Word file need not know PDF.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from portal.core.intake.refusals import FileRefused

MAX_PAGES: Final = 300
MAX_LETTERS: Final = 60_000  # some thirty pages; more of one file helps no search
_MAX_XML: Final = 64 * 1024 * 1024
_MAX_ROWS: Final = 5_000
# Below that a page is a picture with a stamp of the scanner's on it ("Scanned with ...").
LETTERS_OF_A_PAGE: Final = 40
_PAGES_ENOUGH: Final = 5  # so many pages of text are a text, however many pictures follow


@dataclass(frozen=True)
class Reading:
    """`pages` is 0 for files that have none; `is_cut`: there was more than is kept."""

    text: str
    pages: int = 0
    is_cut: bool = False

    @property
    def is_scan(self) -> bool:
        """Whether the file is a picture of a text, which neither a search nor a screen reader reads."""
        letters = sum(letter.isalnum() for letter in self.text)
        if not self.pages:
            return not letters
        return letters < LETTERS_OF_A_PAGE * min(self.pages, _PAGES_ENOUGH)


class UnreadableError(FileRefused):
    """`code` is a key of `home.registry.models.texts.REASONS`."""


def read(data: bytes, kind: str) -> Reading:
    """Raises UnreadableError, and whatever the libraries raise for broken files."""
    return READERS[kind](data)


def _read_pdf(data: bytes) -> Reading:
    # A file needs one of the three, and its process begins with none of them.
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise UnreadableError("password")
    count = len(reader.pages)
    text, is_cut = _gathered(page.extract_text() for page in reader.pages[:MAX_PAGES])
    return Reading(text, count, is_cut or count > MAX_PAGES)


def _read_docx(data: bytes) -> Reading:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Reading(*_gathered_reading(_paragraphs(_part(archive, "word/document.xml"))))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as source:
        found = source.read(_MAX_XML + 1)
    if len(found) > _MAX_XML:
        raise UnreadableError("too_large")
    return found


def _paragraphs(xml: bytes) -> Iterator[str]:
    # As above.
    from defusedxml.ElementTree import iterparse

    words: list[str] = []
    for _event, element in iterparse(io.BytesIO(xml), forbid_dtd=True):
        name = element.tag.rpartition("}")[2]
        if name == "t":
            words.append(element.text or "")
        elif name in {"tab", "br"}:
            words.append(" ")
        elif name == "p":
            yield "".join(words)
            words = []
            element.clear()


def _read_xlsx(data: bytes) -> Reading:
    # As above.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return Reading(*_gathered_reading(_cells(book)))


def _cells(book: object) -> Iterator[str]:
    for sheet in book.worksheets:  # type: ignore[attr-defined]
        for row in sheet.iter_rows(max_row=_MAX_ROWS, values_only=True):
            cells = [str(cell) for cell in row if cell is not None]
            if cells:
                yield " ".join(cells)


def _gathered_reading(pieces: Iterator[str]) -> tuple[str, int, bool]:
    text, is_cut = _gathered(pieces)
    return text, 0, is_cut


def _gathered(pieces: Iterator[str]) -> tuple[str, bool]:
    """The pieces as lines, up to the limit; NUL and its like become spaces."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        clean = "".join(letter if letter.isprintable() else " " for letter in piece)
        clean = " ".join(clean.split())
        kept.append(clean[: MAX_LETTERS - size])
        size += len(clean) + 1
        if size >= MAX_LETTERS:
            return "\n".join(filter(None, kept)), True
    return "\n".join(filter(None, kept)), False


READERS: Final[dict[str, Callable[[bytes], Reading]]] = {
    "pdf": _read_pdf,
    "docx": _read_docx,
    "xlsx": _read_xlsx,
}
