"""What a Word text becomes: the portal's blocks, as data that no database has seen yet."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2

    def as_stream(self) -> dict[str, Any]:
        return {"type": "heading", "value": {"text": self.text[:160], "level": str(self.level)}}


@dataclass(frozen=True)
class Paragraph:
    """Running text: paragraphs and lists, in the HTML that rich text stores."""

    html: str

    def as_stream(self) -> dict[str, Any]:
        return {"type": "paragraph", "value": self.html}


@dataclass(frozen=True)
class Table:
    rows: list[list[str]]
    caption: str = ""
    has_header: bool = False

    def as_stream(self) -> dict[str, Any]:
        grid = {
            "data": self.rows,
            "cell": [],
            "first_row_is_table_header": self.has_header,
            "first_col_is_header": False,
            "table_caption": "",
            "table_header_choice": "row" if self.has_header else "",
        }
        return {"type": "table", "value": {"caption": self.caption[:200], "table": grid}}


@dataclass(frozen=True)
class PictureSlot:
    """The place of a picture; `source` says which ("picture:0" in a file, an address in a paste)."""

    source: str
    alt: str = ""
    caption: str = ""

    @property
    def number(self) -> int | None:
        scheme, _colon, number = self.source.partition(":")
        return (
            int(number) if scheme == "picture" and number.isascii() and number.isdigit() else None
        )

    def as_stream(self, image_id: int | None = None, alt: str | None = None) -> dict[str, Any]:
        value = {
            "image": image_id,
            "alt_text": (self.alt if alt is None else alt)[:255],
            "is_decorative": False,
            "caption": self.caption[:300],
            "credit": "",
        }
        return {"type": "image", "value": value}


Block = Heading | Paragraph | Table | PictureSlot


@dataclass(frozen=True)
class Passage:
    """Text in an old font: as it arrived, and as it would be in Unicode."""

    number: int
    before: str
    after: str


@dataclass
class Cleaned:
    """The result of a clean-up; `dropped` holds keys of `portal.core.word.notes.NOTES`."""

    blocks: list[Block] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)
    title: str = ""
