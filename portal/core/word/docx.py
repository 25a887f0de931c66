"""Read a .docx: its text as the portal's blocks, its pictures examined."""

import io
import itertools
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import mammoth
import mammoth.documents
from defusedxml.ElementTree import fromstring

from portal.core.text.legacy import Encoding, encoding_of_font

from .archive import repack
from .blocks import Block, Cleaned, PictureSlot
from .fonts import mark_of
from .html import clean_html
from .pictures import MAX_TOGETHER, Picture, examine
from .problems import WordFileError

MAX_PICTURES: Final = 60
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE_PREFIX: Final = "old-font"
_MARKS: Final = [f"{_STYLE_PREFIX}-{e}{c}" for e in Encoding for c in ("", "-capital")]
# Word's styles for lists in lists, which say the level by their name alone.
_INNER_LISTS: Final = [
    f"p[style-name='List {kind} {level}'] => {'ul|ol > li > ' * (level - 1)}{tag} > li:fresh"
    for kind, tag in (("Bullet", "ul"), ("Number", "ol"))
    for level in (2, 3, 4, 5)
]
_STYLE_MAP: Final = "\n".join(
    [
        "p[style-name='Title'] => p.title:fresh",
        "p[style-name='caption'] => p.caption:fresh",
        "p[style-name='Caption'] => p.caption:fresh",
        "comment-reference => !",
        *_INNER_LISTS,
        *[f"r[style-name='{mark}'] => span.{mark}" for mark in _MARKS],
    ]
)


@dataclass
class WordDocument:
    """What was understood of a file. `pictures` has one entry for each number of a slot."""

    cleaned: Cleaned
    pictures: dict[int, Picture] = field(default_factory=dict)


def read_docx(data: bytes, *, convert: Collection[int] | None = ()) -> WordDocument:
    """Read the bytes of a .docx. Passages in old fonts are converted if `convert` names them.

    Raises WordFileError, whose message says what to do.
    """
    archive = repack(data)
    hint = _default_encoding(archive)
    pictures: dict[int, Picture] = {}
    html = _to_html(archive, pictures)
    cleaned = clean_html(html, convert=convert, hint=hint)
    _drop_unusable(cleaned, pictures)
    if not cleaned.blocks and not cleaned.title:
        raise WordFileError("no_text")
    return WordDocument(cleaned, pictures)


def _to_html(archive: io.BytesIO, pictures: dict[int, Picture]) -> str:
    numbers = itertools.count()

    def keep(image: Any) -> dict[str, str]:
        number = next(numbers)
        room = MAX_TOGETHER - sum(len(picture.data) for picture in pictures.values())
        pictures[number] = _examined(image) if number < MAX_PICTURES else Picture(problem="size")
        if len(pictures[number].data) > room:
            pictures[number] = Picture(problem="size")
        return {"src": f"picture:{number}"}

    try:
        result = mammoth.convert_to_html(
            archive,
            convert_image=mammoth.images.img_element(keep),
            style_map=_STYLE_MAP,
            include_embedded_style_map=False,
            external_file_access=False,
            transform_document=mammoth.transforms.run(_mark_old_font),
        )
    # What mammoth raises for XML that is well formed and no document is anybody's guess.
    except Exception as error:
        raise WordFileError("damaged") from error
    return result.value


def _examined(image: Any) -> Picture:
    try:
        with image.open() as source:
            data = source.read()
    except (OSError, KeyError, ValueError):  # linked from outside the file
        return Picture(problem="outside")
    return examine(data, image.content_type or "")


def _mark_old_font(run: mammoth.documents.Run) -> mammoth.documents.Run:
    font = encoding_of_font(run.font or "")
    return run.copy(style_id=mark_of(font), style_name=mark_of(font)) if font else run


def _default_encoding(archive: io.BytesIO) -> Encoding | None:
    """What the fonts of the document's styles say, for runs that name no font of their own."""
    with ZipFile(archive) as parts:
        names = [name for name in parts.namelist() if name.lower() == "word/styles.xml"]
        styles: Element | None = (
            fromstring(parts.read(names[0]), forbid_dtd=True) if names else None
        )
    archive.seek(0)
    for fonts in styles.iter(f"{_W}rFonts") if styles is not None else ():
        if font := encoding_of_font(fonts.get(f"{_W}ascii", "")):
            return font.encoding
    return None


def _drop_unusable(cleaned: Cleaned, pictures: dict[int, Picture]) -> None:
    """Take out the places of pictures that a page cannot show, and say so."""
    kept: list[Block] = []
    for block in cleaned.blocks:
        if not isinstance(block, PictureSlot):
            kept.append(block)
            continue
        picture = pictures.get(
            -1 if block.number is None else block.number, Picture(problem="outside")
        )
        if picture.problem:
            cleaned.dropped[picture.problem] = cleaned.dropped.get(picture.problem, 0) + 1
        else:
            kept.append(block)
    cleaned.blocks = kept
