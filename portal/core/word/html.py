"""Clean HTML that came from Word, LibreOffice or Google Docs into the portal's blocks.

Nothing of the source is passed through: it is read, and written anew from the few things that a page
of the portal has. `nh3` reads first, by the rules of browsers and with an allow list.
"""

from collections.abc import Collection
from typing import Final

import nh3
from bs4 import BeautifulSoup, Tag

from portal.core.text.legacy import Encoding

from .assemble import assemble, false_headings, without_letterhead
from .blocks import Cleaned
from .fonts import convert_passages, encoding_in_styles
from .items import Item, Scan, TextLine
from .problems import WordFileError
from .runs import styles

MAX_HTML: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 150
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
    soup = BeautifulSoup(_allowed(html), "html.parser")
    _refuse_depth(soup)
    scan = Scan()
    _drop_traces(soup, scan)
    soup.smooth()
    passages = convert_passages(soup, convert, hint)
    items, had_letterhead = without_letterhead(list(scan.items(soup)))
    if had_letterhead:
        scan.note("letterhead")
    title, items = _take_title(items)
    blocks = assemble(false_headings(items))
    return Cleaned(blocks, passages, scan.dropped, title)


def _allowed(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_SILENT,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _refuse_depth(soup: BeautifulSoup) -> None:
    """Later steps call themselves for each level of nesting."""
    level: list[Tag] = [soup]
    for _depth in range(MAX_DEPTH):
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
        if not level:
            return
    raise WordFileError("suspicious")


def _drop_traces(soup: BeautifulSoup, scan: Scan) -> None:
    """What the author does not mean to publish: comments, deleted and hidden text."""
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        if key := _trace(tag):
            if tag.get_text(strip=True):
                scan.note(key)
            tag.decompose()
        elif tag.name == "a" and str(tag.get("href", "")).startswith(
            ("#footnote", "#endnote", "#_ftn")
        ):
            _plain_note_link(tag, scan)


def _trace(tag: Tag) -> str:
    style = styles(tag)
    names = {str(name).lower() for name in tag.get("class") or []}
    if names & _COMMENT_CLASSES or style.get("mso-element") in _COMMENT_ELEMENTS:
        return "comments"
    if tag.name == "del" or "msodel" in names:
        return "deletions"
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return "hidden"
    return ""


def _plain_note_link(tag: Tag, scan: Scan) -> None:
    if tag.get_text(strip=True) in ("↑", "↩"):
        tag.decompose()
        return
    if "ref" not in str(tag.get("href")):
        scan.note("footnotes")
    tag.unwrap()


def _take_title(items: list[Item]) -> tuple[str, list[Item]]:
    for index, item in enumerate(items[:3]):
        if isinstance(item, TextLine) and item.role == "title":
            return item.text.replace("\n", " "), [*items[:index], *items[index + 1 :]]
    return "", items
