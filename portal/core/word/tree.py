"""HTML that `nh3` has cleaned, as a small tree: children and parents, nothing that has to be kept in order.

A general tree pays for every change (BeautifulSoup looks a node up among all its neighbours to take it
out), so a text of ten thousand pieces took the square of that. Here nothing is taken out: what is dropped is
left away when a list of children is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from html.parser import HTMLParser
from typing import Final

from .problems import WordFileError

MAX_DEPTH: Final = 150
MAX_PARTS: Final = 60_000
# Blocks of running text: whatever holds none of them is a line.
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS: Final = HEADINGS | {
    "p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "blockquote", "section", "article", "header", "footer", "main", "figure", "figcaption", "hr",
    "pre", "dl", "dt", "dd", "center", "body", "html",
}  # fmt: skip
_VOID: Final = frozenset(("br", "hr", "img"))


class Words:
    """A piece of text; what stands in an old font is put in other letters here."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Element:
    def __init__(self, name: str, attributes: dict[str, str] | None = None) -> None:
        self.name = name
        self.attributes = attributes or {}
        self.children: list[Node] = []
        self.parent: Element | None = None
        self.holds_block = name in BLOCKS

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @cached_property
    def classes(self) -> list[str]:
        return self.get("class").split()

    @cached_property
    def styles(self) -> dict[str, str]:
        """The inline style as Word, LibreOffice and Google Docs write it, names in lower case."""
        found = {}
        for declaration in self.get("style").split(";"):
            name, colon, value = declaration.partition(":")
            if colon and (said := name.split()):
                found[said[-1].lower()] = value.strip().lower()
        return found

    @property
    def elements(self) -> list[Element]:
        return [child for child in self.children if isinstance(child, Element)]

    def inside(self, name: str) -> bool:
        """Whether an element of this name stands around it."""
        around = self.parent
        while around is not None and around.name != name:
            around = around.parent
        return around is not None

    def walk(self, end: Collection[str] = ()) -> Iterator[Node]:
        """All below it in the order of the text; not what is below an element whose name is in `end`."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Element) and node.name not in end:
                waiting += node.children[::-1]

    def outermost(self, names: Collection[str], end: Collection[str] = ()) -> Iterator[Element]:
        """Elements of these names below it; what stands below one of `end` is that one's own."""
        for node in self.walk(end):
            if isinstance(node, Element) and node.name in names:
                yield node

    def words(self) -> Iterator[str]:
        return (node.text for node in self.walk() if isinstance(node, Words))

    @property
    def text(self) -> str:
        return "".join(self.words())

    @property
    def says_something(self) -> bool:
        return any(text.strip() for text in self.words())


Node = Words | Element


def tree_of(html: str) -> Element:
    """Raises WordFileError for what is nested without end, or has more parts than an article."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def rebuilt(root: Element, kept: Callable[[Element], list[Node]]) -> None:
    """Each element is replaced by what `kept` says of it: nothing, itself, or its children in its place.

    From the outside inwards; what is not kept is not asked about. Notes anew which elements hold blocks.
    """
    children: list[Node] = []
    waiting = root.children[::-1]
    while waiting:
        node = waiting.pop()
        answer = [node] if isinstance(node, Words) else kept(node)
        if answer == [node]:
            children.append(node)
        else:
            waiting += answer[::-1]
    root.children = _joined(children)
    root.holds_block = root.name in BLOCKS
    for child in root.elements:
        child.parent = root
        rebuilt(child, kept)
        root.holds_block = root.holds_block or child.holds_block


def _joined(children: list[Node]) -> list[Node]:
    """Texts that have become neighbours are one."""
    result: list[Node] = []
    texts: list[str] = []
    for child in children:
        if isinstance(child, Words):
            texts.append(child.text)
            continue
        if texts:
            result.append(Words("".join(texts)))
            texts = []
        result.append(child)
    return [*result, Words("".join(texts))] if texts else result


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.parts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise WordFileError("too_long", limit=MAX_PARTS)
        if len(self.open) >= MAX_DEPTH:
            raise WordFileError("suspicious")
        element = Element(tag, {name: value or "" for name, value in attrs})
        element.parent = self.open[-1]
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """What was cleaned closes everything that it opens."""
        if tag not in _VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Words(data))
