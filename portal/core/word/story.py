"""Which line is the title, which the lead, which the byline: a guess, for a person to confirm."""

import re
from dataclasses import dataclass, field
from typing import Final

from portal.core.text import strip_html

from .blocks import Block, Cleaned, Heading, Paragraph

MAX_TITLE: Final = 255
MAX_LEAD: Final = 600
_MAX_PLAIN_TITLE: Final = 25  # words
_MAX_PLAIN_LEAD: Final = 80
_MAX_BYLINE: Final = 12
# The HTML is our own (`assemble.running_text`): paragraphs do not nest.
_FIRST: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LAST: Final = re.compile(r"<p>((?:(?!<p>).)*)</p>$", re.DOTALL)
_WHOLE: Final = re.compile(r"<(b|i)>(?:(?!</\1>).)*</\1>", re.DOTALL)


@dataclass
class Story:
    """A text taken apart; what was not found is empty."""

    title: str = ""
    lead: str = ""
    author: str = ""
    blocks: list[Block] = field(default_factory=list)


def understand(cleaned: Cleaned) -> Story:
    blocks = list(cleaned.blocks)
    title = cleaned.title or _take_title(blocks)
    lead = _take_lead(blocks)
    author = _take_byline(blocks)
    return Story(title[:MAX_TITLE], lead, author, blocks)


def _take_title(blocks: list[Block]) -> str:
    if not blocks:
        return ""
    if isinstance(blocks[0], Heading):
        heading = blocks.pop(0)
        return heading.text if isinstance(heading, Heading) else ""
    found = _first_line(blocks)
    if found is None:
        return ""
    text = strip_html(found[1])
    is_short = len(text.split()) <= _MAX_PLAIN_TITLE and not text.endswith((".", ";", ":", ","))
    if len(text) > MAX_TITLE or not (is_short or _is_marked(found[1])):
        return ""
    _cut(blocks, 0, found)
    return text


def _take_lead(blocks: list[Block]) -> str:
    """The first paragraph, if it is set off in bold or italics or short enough for a lead."""
    found = _first_line(blocks)
    if found is None:
        return ""
    text = strip_html(found[1])
    is_lead = _is_marked(found[1]) or len(text.split()) <= _MAX_PLAIN_LEAD
    if not is_lead or len(text) > MAX_LEAD:
        return ""
    _cut(blocks, 0, found)
    return text


def _take_byline(blocks: list[Block]) -> str:
    """A short line in bold or italics at the very end names the author."""
    if not blocks or not isinstance(blocks[-1], Paragraph):
        return ""
    found = _LAST.search(blocks[-1].html)
    if found is None or not _is_marked(found[1]):
        return ""
    text = strip_html(found[1])
    if len(text.split()) > _MAX_BYLINE or text.endswith((".", "!", "?")) or len(text) > 120:
        return ""
    _cut(blocks, len(blocks) - 1, found)
    return text


def _first_line(blocks: list[Block]) -> re.Match[str] | None:
    if blocks and isinstance(blocks[0], Paragraph):
        return _FIRST.match(blocks[0].html)
    return None


def _cut(blocks: list[Block], index: int, found: re.Match[str]) -> None:
    rest = found.string[: found.start()] + found.string[found.end() :]
    if rest:
        blocks[index] = Paragraph(rest)
    else:
        del blocks[index]


def _is_marked(html: str) -> bool:
    """Whether all words are bold, or all are italic."""
    return not strip_html(_WHOLE.sub("", html)).strip(" .,:;–-")
