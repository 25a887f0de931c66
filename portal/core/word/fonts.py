"""Find passages in old fonts (TCVN3, VNI) inside a tree of HTML, and convert the chosen ones."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import groupby, islice
from typing import Final, NamedTuple

from portal.core.text import compose
from portal.core.text.legacy import Encoding, LegacyFont, convert, detect, encoding_of_font

from .blocks import Passage
from .runs import held
from .tree import Element, Node, Words

_FONT_FAMILY: Final = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_SAMPLE: Final = 20_000  # characters that decide about a whole document
_OWNERS: Final = frozenset(
    ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "div")
)
# Classes that `portal.core.word.docx` gives to runs in old fonts.
MARK: Final = re.compile(r"old-font-(tcvn3|vni)(-capital)?$")


class _Set(NamedTuple):
    """A text, and the font in which it is set; None for one that is not named, or no old one."""

    words: Words
    font: LegacyFont | None


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
    root: Element, chosen: Collection[int] | None, hint: Encoding | None
) -> list[Passage]:
    """Return every passage in an old font, numbered; rewrite those `chosen` (None: all of them)."""
    hint = hint or detect(" ".join(islice(root.words(), _SAMPLE))[:_SAMPLE])
    passages: list[Passage] = []
    for pieces in _by_owner(root):
        converted = _converted(pieces, hint)
        before = _shown("".join(piece.words.text for piece in pieces))
        after = _shown("".join(converted))
        if before == after:
            continue
        passage = Passage(len(passages), before, after)
        passages.append(passage)
        is_chosen = chosen is None or passage.number in chosen
        for piece, text in zip(pieces, converted, strict=True):
            piece.words.text = text if is_chosen else held(piece.words.text)
    return passages


def _by_owner(root: Element) -> Iterator[list[_Set]]:
    """Texts in groups: those of one paragraph, cell or heading."""
    for _owner, pieces in groupby(_set(root), key=lambda found: found[0]):
        yield [piece for _owner, piece in pieces]


def _set(root: Element) -> Iterator[tuple[int, _Set]]:
    """Each text with what it stands in, by a number, and with the innermost font that is named."""
    waiting: list[tuple[Node, int, LegacyFont | None]] = [(root, 0, None)]
    while waiting:
        node, owner, font = waiting.pop()
        if isinstance(node, Words):
            yield owner, _Set(node, font)
            continue
        owner = id(node) if node.name in _OWNERS else owner
        is_named, own = _font_of(node)
        font = own if is_named else font
        waiting += [(child, owner, font) for child in reversed(node.children)]


def _converted(pieces: list[_Set], hint: Encoding | None) -> list[str]:
    alike: dict[LegacyFont | None, list[str]] = defaultdict(list)
    for words, font in pieces:
        alike[font].append(words.text)
    encodings = {font: _encoding("".join(texts), font, hint) for font, texts in alike.items()}
    return [_read(words.text, font, encodings[font]) for words, font in pieces]


def _encoding(text: str, font: LegacyFont | None, hint: Encoding | None) -> Encoding | None:
    """In which encoding all that is set in one font was typed, if in an old one."""
    if font is None:
        return detect(text) or (detect(text, hint=hint) if hint else None)
    # People also type Unicode while an old font is chosen: then another font shows it.
    is_legacy = detect(text, hint=font.encoding) or (font.is_capital and text.isascii())
    return font.encoding if is_legacy else None


def _read(text: str, font: LegacyFont | None, encoding: Encoding | None) -> str:
    if encoding is None or (font is None and text.isascii()):
        return text
    return convert(text, encoding, is_capital=font is not None and font.is_capital)


def _font_of(element: Element) -> tuple[bool, LegacyFont | None]:
    """Whether the element names a font, and which old one it is."""
    for name in element.classes:
        if found := MARK.match(name):
            return True, LegacyFont(Encoding(found[1]), bool(found[2]))
    names = element.get("face")
    if element.styles.get("font-family") and (found := _FONT_FAMILY.search(element.get("style"))):
        names = found[1]
    return bool(names), _legacy_font(names) if names else None


def _legacy_font(families: str) -> LegacyFont | None:
    return encoding_of_font(families.split(",")[0])


def _shown(text: str) -> str:
    return " ".join(compose(text.replace("\u00ad", "\u2010")).split())
