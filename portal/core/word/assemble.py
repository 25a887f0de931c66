"""From a flat list of items to the portal's blocks: levels, captions, lists, false headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from portal.core.text import fold

from .blocks import Block, Heading, Paragraph, PictureSlot, Table
from .items import Grid, Item, TextLine
from .runs import PictureRun

_MAX_HEADING: Final = 120
_MAX_CAPTION: Final = 300
_PICTURE_CAPTION: Final = re.compile(
    r"(?:(?:ảnh|hình)(?:\s*\d+)?\s*[:.–-]|(?:trong )?ảnh\s*:)", re.I
)
_TABLE_CAPTION: Final = re.compile(r"(?:bảng|biểu)(?:\s*số)?\s*\d*\s*[:.–-]", re.IGNORECASE)
_SENTENCE_END: Final = (".", ";", ",", "…", ":")
_MOTTO: Final = "cong hoa xa hoi chu nghia viet nam"


def false_headings(items: Sequence[Item]) -> list[Item]:
    """A short line all in bold with running text below it is a heading, whatever Word calls it."""
    result: list[Item] = []
    for index, item in enumerate(items):
        below = items[index + 1] if index + 1 < len(items) else None
        result.append(_as_heading(item) if _is_false_heading(item, below) else item)
    return result


def _is_false_heading(item: Item, below: Item | None) -> bool:
    if not isinstance(item, TextLine) or item.role or not item.is_bold:
        return False
    if len(item.text) > _MAX_HEADING or item.text.endswith(_SENTENCE_END) or "\n" in item.text:
        return False
    if _PICTURE_CAPTION.match(item.text) or _TABLE_CAPTION.match(item.text):
        return False
    if isinstance(below, TextLine):
        return below.role == "item" or not below.is_bold
    return isinstance(below, Grid)


def _as_heading(item: Item) -> Item:
    # Below every real heading: rank 7 of 6.
    return replace(item, role="heading", level=7) if isinstance(item, TextLine) else item


def without_letterhead(items: Sequence[Item]) -> tuple[list[Item], bool]:
    """Drop the head of an official document (Quốc hiệu, Tiêu ngữ): a page has its own."""
    for index, item in enumerate(items[:6]):
        text = " ".join(map(" ".join, item.rows)) if isinstance(item, Grid) else ""
        if isinstance(item, TextLine):
            text = item.text
        if _MOTTO in fold(text):
            below = index + 1
            following = items[below] if below < len(items) else None
            if isinstance(following, TextLine) and "doc lap" in fold(following.text):
                below += 1
            return [*items[:index], *items[below:]], True
    return list(items), False


def assemble(items: Iterable[Item]) -> list[Block]:
    """Blocks in order; neighbouring paragraphs and lists share one block of running text."""
    items = list(items)
    assembly = _Assembly(items)
    for above, item, below in zip([None, *items], items, [*items[1:], None], strict=False):
        assembly.add(above, item, below)
    assembly.end_text()
    return assembly.blocks


class _Assembly:
    """Blocks so far, the lines that become the next one, and a table's caption that stood above it."""

    def __init__(self, items: Sequence[Item]) -> None:
        headings = (i.level for i in items if isinstance(i, TextLine) and i.role == "heading")
        self.highest = min(headings, default=0)
        self.blocks: list[Block] = []
        self.texts: list[TextLine] = []
        self.waiting_caption = ""

    def add(self, above: Item | None, item: Item, below: Item | None) -> None:
        if not isinstance(item, TextLine):
            self.end_text()
            self.blocks.append(self._block(item))
        elif isinstance(below, Grid) and _captions_table(item):
            self.waiting_caption = item.text
        elif self._is_caption_of(above, item):
            return
        elif item.role == "heading":
            self.end_text()
            level = 2 if item.level == self.highest else 3
            self.blocks.append(Heading(item.text.replace("\n", " "), level))
        else:
            self.texts.append(item)

    def _block(self, item: Grid | PictureRun) -> Block:
        if isinstance(item, PictureRun):
            return PictureSlot(item.src, item.alt)
        caption, self.waiting_caption = item.caption or self.waiting_caption, ""
        return Table(item.rows, caption, item.has_header)

    def _is_caption_of(self, above: Item | None, line: TextLine) -> bool:
        """Right below a picture or table; then it has been put there."""
        stands_below = isinstance(above, PictureRun | Grid) and self.blocks and not self.texts
        return bool(stands_below) and _take_caption(self.blocks, line)

    def end_text(self) -> None:
        if self.texts:
            self.blocks.append(Paragraph(running_text(self.texts)))
            self.texts = []


def _captions_table(line: TextLine) -> bool:
    return line.role == "caption" or bool(not line.role and _TABLE_CAPTION.match(line.text))


def _take_caption(blocks: list[Block], line: TextLine) -> bool:
    """Whether the line below a picture or table is its caption; then it is put there."""
    if len(line.text) > _MAX_CAPTION or line.role not in ("", "caption"):
        return False
    last = blocks[-1]
    is_caption = line.role == "caption" or bool(_PICTURE_CAPTION.match(line.text))
    if isinstance(last, PictureSlot) and (is_caption or line.is_italic):
        blocks[-1] = replace(last, caption=line.text)
        return True
    if isinstance(last, Table) and not last.caption and line.role == "caption":
        blocks[-1] = replace(last, caption=line.text)
        return True
    return False


def running_text(lines: Sequence[TextLine]) -> str:
    """Paragraphs and nested lists as rich text stores them."""
    pieces: list[str] = []
    open_lists: list[str] = []
    for line in lines:
        if line.role != "item":
            _close(open_lists, pieces, 0)
            pieces.append(f"<p>{line.html()}</p>")
            continue
        depth = min(max(line.level, 1), len(open_lists) + 1, 5)
        kind = "ol" if line.is_ordered else "ul"
        _close(open_lists, pieces, depth)
        if len(open_lists) == depth and open_lists[-1] != kind:
            _close(open_lists, pieces, depth - 1)
        if len(open_lists) < depth:
            pieces.append(f"<{kind}>")
            open_lists.append(kind)
        else:
            pieces.append("</li>")
        pieces.append(f"<li>{line.html()}")
    _close(open_lists, pieces, 0)
    return "".join(pieces)


def _close(open_lists: list[str], pieces: list[str], depth: int) -> None:
    while len(open_lists) > depth:
        pieces.append(f"</li></{open_lists.pop()}>")
