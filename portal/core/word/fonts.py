"""Find passages in old fonts (TCVN3, VNI) inside a tree of HTML, and convert the chosen ones."""

import re
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Final

from bs4 import BeautifulSoup, NavigableString, Tag

from portal.core.text import compose
from portal.core.text.legacy import Encoding, LegacyFont, convert, detect, encoding_of_font

from .blocks import Passage
from .runs import held, styles

_FONT_FAMILY: Final = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_SAMPLE: Final = 20_000  # characters that decide about a whole document
_OWNERS: Final = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "div")
# Classes that `portal.core.word.docx` gives to runs in old fonts.
MARK: Final = re.compile(r"old-font-(tcvn3|vni)(-capital)?$")


def mark_of(font: LegacyFont) -> str:
    return f"old-font-{font.encoding}{'-capital' if font.is_capital else ''}"


def encoding_in_styles(html: str) -> Encoding | None:
    """What the style sheet in pasted HTML says: Word names the font of its paragraphs there."""
    for families in _FONT_FAMILY.findall(html):
        font = _legacy_font(families)
        if font:
            return font.encoding
    return None


def convert_passages(
    soup: BeautifulSoup, chosen: Collection[int] | None, hint: Encoding | None
) -> list[Passage]:
    """Return every passage in an old font, numbered; rewrite those `chosen` (None: all of them)."""
    hint = hint or detect(soup.get_text(" ")[:_SAMPLE])
    passages: list[Passage] = []
    for nodes in _by_owner(soup):
        converted = _converted(nodes, hint)
        before, after = _shown("".join(nodes)), _shown("".join(converted))
        if before == after:
            continue
        passage = Passage(len(passages), before, after)
        passages.append(passage)
        if chosen is None or passage.number in chosen:
            for node, text in zip(nodes, converted, strict=True):
                node.replace_with(NavigableString(text))
        else:
            for node in nodes:
                node.replace_with(NavigableString(held(node)))
    return passages


def _by_owner(soup: BeautifulSoup) -> Iterator[list[NavigableString]]:
    """Text nodes in groups: those of one paragraph, cell or heading."""
    texts = [node for node in soup.find_all(string=True) if type(node) is NavigableString]
    for _owner, nodes in groupby(texts, key=lambda node: id(node.find_parent(_OWNERS))):
        yield list(nodes)


def _converted(nodes: list[NavigableString], hint: Encoding | None) -> list[str]:
    fonts = [_font_of(node) for node in nodes]
    unnamed = "".join(node for node, font in zip(nodes, fonts, strict=True) if font is None)
    guessed = detect(unnamed) or (detect(unnamed, hint=hint) if hint else None)
    texts = []
    for node, font in zip(nodes, fonts, strict=True):
        if font is None:
            texts.append(convert(node, guessed) if guessed and not node.isascii() else str(node))
            continue
        alike = "".join(n for n, f in zip(nodes, fonts, strict=True) if f == font)
        # People also type Unicode while an old font is chosen: then another font shows it.
        is_legacy = detect(alike, hint=font.encoding) or (font.is_capital and alike.isascii())
        is_capital = font.is_capital
        texts.append(
            convert(node, font.encoding, is_capital=is_capital) if is_legacy else str(node)
        )
    return texts


def _font_of(node: NavigableString) -> LegacyFont | None:
    for parent in node.parents:
        if not isinstance(parent, Tag):
            continue
        for name in parent.get("class") or []:
            if found := MARK.match(str(name)):
                return LegacyFont(Encoding(found[1]), bool(found[2]))
        families = styles(parent).get("font-family") and _FONT_FAMILY.search(str(parent["style"]))
        names = families[1] if families else str(parent.get("face") or "")
        if names:
            return _legacy_font(names)
    return None


def _legacy_font(families: str) -> LegacyFont | None:
    return encoding_of_font(families.split(",")[0])


def _shown(text: str) -> str:
    return " ".join(compose(text.replace("\u00ad", "\u2010")).split())
