"""Clean HTML that came from Word, LibreOffice or Google Docs into the portal's blocks.

Nothing of the source is passed through: it is read, and written anew from the few things that a page
of the portal has. `nh3` reads first, by the rules of browsers and with an allow list.
"""

from collections.abc import Collection
from typing import Final

import nh3

from portal.core.text.legacy import Encoding

from .assemble import assemble, false_headings, without_letterhead
from .blocks import Cleaned
from .fonts import convert_passages, encoding_in_styles
from .items import Item, Scan, TextLine
from .problems import WordFileError
from .tree import Element, Node, rebuilt, tree_of

MAX_HTML: Final = 8 * 1024 * 1024
_TAGS: Final = {
    "p", "div", "span", "font", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "b", "strong", "i", "em", "sup",
    "sub", "a", "img", "del", "ins", "blockquote", "figure", "figcaption", "pre", "center", "section",
    "article", "dl", "dt", "dd",
}  # fmt: skip
_SILENT: Final = {"script", "style", "title", "template", "noscript", "textarea", "select", "svg"}
_ATTRIBUTES: Final = {
    "*": {"class", "style"},
    "a": {"href", "id", "name"},
    "img": {"src", "alt"},
    "font": {"face"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_SCHEMES: Final = {"http", "https", "mailto", "tel", "picture"}
_COMMENT_CLASSES: Final = {"msocommentreference", "msocommenttext", "msocomanchor", "msocomtxt"}
_NOTES: Final = ("#footnote", "#endnote", "#_ftn")
_COMMENT_ELEMENTS: Final = ("comment", "comment-list")


def clean_html(
    html: str, *, convert: Collection[int] | None = (), hint: Encoding | None = None
) -> Cleaned:
    """Return the blocks of ``html``, its passages in old fonts, and what was dropped.

    Passages are numbered in the order of the text; those whose numbers are in `convert` (None: all)
    come out in Unicode, the others as they arrived. Raises WordFileError for a text without end.
    """
    if len(html) > MAX_HTML:
        raise WordFileError("suspicious")
    hint = hint or encoding_in_styles(html)
    root = tree_of(_allowed(html))
    scan = Scan()
    rebuilt(root, lambda element: _without_traces(element, scan))
    passages = convert_passages(root, convert, hint)
    items, had_letterhead = without_letterhead(list(scan.items(root)))
    if had_letterhead:
        scan.note("letterhead")
    title, items = _take_title(items)
    blocks = assemble(false_headings(items))
    return Cleaned(blocks, passages, scan.dropped, title)


def _allowed(html: str) -> str:
    return nh3.clean(
        html.encode("utf-8", "ignore").decode(),  # halves of letters
        tags=_TAGS,
        clean_content_tags=_SILENT,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _without_traces(element: Element, scan: Scan) -> list[Node]:
    """Without what the author does not mean to publish: comments, deleted and hidden text."""
    if key := _trace(element):
        if element.says_something:
            scan.note(key)
        return []
    if element.name == "a" and element.get("href").startswith(_NOTES):
        return _plain_note_link(element, scan)
    return [element]


def _trace(element: Element) -> str:
    style = element.styles
    names = {name.lower() for name in element.classes}
    if names & _COMMENT_CLASSES or style.get("mso-element") in _COMMENT_ELEMENTS:
        return "comments"
    if element.name == "del" or "msodel" in names:
        return "deletions"
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return "hidden"
    return ""


def _plain_note_link(link: Element, scan: Scan) -> list[Node]:
    if link.text.strip() in ("↑", "↩"):
        return []
    if "ref" not in link.get("href"):
        scan.note("footnotes")
    return link.children


def _take_title(items: list[Item]) -> tuple[str, list[Item]]:
    for index, item in enumerate(items[:3]):
        if isinstance(item, TextLine) and item.role == "title":
            return item.text.replace("\n", " "), [*items[:index], *items[index + 1 :]]
    return "", items
