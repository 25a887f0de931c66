"""The visible text of HTML, for search and for descriptions. Not a sanitiser."""

import re
from html.parser import HTMLParser
from typing import Final

from .compose import compose

_SILENT: Final = frozenset(("script", "style", "template", "noscript"))
_INLINE: Final = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "o:p",
    )
)  # fmt: skip
# Word's "<![if …]>" and bare CDATA: browsers show nothing of them, and Python's parser raises an
# AssertionError for keywords it does not know.
_MARKED_SECTION: Final = re.compile(r"<!\[[^>]*(?:>|\Z)")
_COMMENT_END: Final = re.compile(r"--\s*+>")
# Python reads no number of thousands of digits, and Unicode ends at seven.
_ENDLESS_NUMBER: Final = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")


class _TextCollector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silenced_by: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silenced_by.append(tag)
        self._separate(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silenced_by and self._silenced_by[-1] == tag:
            self._silenced_by.pop()
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._silenced_by:
            self.pieces.append(data)

    def _separate(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" ")


def countable(html: str) -> str:
    """Without numbers of letters that Python refuses to read."""
    return _ENDLESS_NUMBER.sub("\ufffd", html)


def ended(html: str) -> str:
    """The same, so that Python's parser has no tag or comment to look for whose end never comes.

    Where none can come any more "<" is a sign of the text, as it is for the parser after a long search.
    """
    html = countable(_MARKED_SECTION.sub(" ", html))
    comments = max((found.end() for found in _COMMENT_END.finditer(html)), default=0)
    html = html[:comments] + html[comments:].replace("<!--", "&lt;!--")
    tags = html.rfind(">") + 1
    return html[:tags] + html[tags:].replace("<", "&lt;")


def strip_html(html: str) -> str:
    """Return the text a reader sees in an HTML fragment, on one line.

    Blocks, cells and line breaks are separated by a space, inline marks are not ("<b>Đ</b>ình" is
    one word); entities are decoded; scripts and styles are left out.
    """
    collector = _TextCollector()
    collector.feed(ended(html))
    collector.close()
    return " ".join(compose("".join(collector.pieces)).split())
