"""Read a page with a title, perhaps a lead, a picture and a body, as an `Item`; and ask the rules about it.

Pages are known by what `BasePage` asks of them: this room knows neither news nor notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final

from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.laws.services import resolve
from portal.core.fields import PhoneField
from portal.core.pages import BasePage, LeadPicture
from portal.core.text import strip_html
from units.models import Official, Unit
from units.scope.rows import unit_of_object

from .completeness import missing_in
from .rules.catalogue import Finding, findings_in
from .rules.decrees import Lapsed, LapsedLaws, documents_with_year
from .rules.items import HeadingMark, Item, Link, Picture, Text, Where
from .rules.people import national_digits

_LINE: Final = re.compile(r"<(p|li|h[1-6])\b[^<>]*>(.*?)(?=</\1>|<(?:p|li|ul|ol)\b|$)", re.DOTALL)
_ANCHOR: Final = re.compile(r"<a\b([^<>]*)>(.*?)(?=</a>|<a\b|\Z)", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"(?<![\w-])([\w-]++)\s*+=\s*+\"([^\"]*)\"")
_BOLD: Final = re.compile(
    r"<(b|strong)\b[^<>]*>(?:(?!<(?:b|strong)\b).)*?</\1>", re.DOTALL | re.IGNORECASE
)
_MAX_BOLD_LINE: Final = 120
_ENDINGS: Final = (".", ";", ",", "…", ":")


def findings_of(page: BasePage) -> list[Finding]:
    """What is to be mended (errors, first) or confirmed (warnings) in the page as it is in memory.

    Reads at most a handful of rows whatever the length of the text, and changes nothing.
    """
    return findings_in(item_of(page))


def item_of(page: BasePage) -> Item:
    """The page's content as it stands in memory, saved or not."""
    reader = _Reader()
    lead = page.get_lead()
    reader.words(page.title, Where("title"))
    reader.words(lead, Where("lead"))
    reader.lead_picture(page.get_lead_picture())
    for index, block in enumerate(page.get_body() or ()):
        reader.block(block.block_type, block.value, Where("body", index))
    for name in page.checked_fields:
        reader.further(page, name)
    for label, text in page.get_public_texts():
        reader.words(text, Where("other", label=label))
    return Item(
        title=page.title,
        lead=lead,
        texts=reader.texts,
        pictures=reader.pictures,
        headings=reader.headings,
        bold_lines=reader.bold_lines,
        links=reader.checked_links(),
        missing=missing_in(page),
        public_numbers=_public_numbers(page),
        lapsed_laws=_lapsed_laws(text.text for text in reader.texts),
    )


def _public_numbers(page: BasePage) -> frozenset[str]:
    """Numbers that the page's unit and the province make public themselves."""
    if not page.path:
        return frozenset()
    unit = unit_of_object(page)
    units = [row for row in {unit, Unit.objects.province()} if row is not None]
    officials = Official.objects.filter(unit__in=units)
    numbers = [*_telephones(units), *officials.values_list("telephone", flat=True)]
    return national_digits([number for number in numbers if number])


def _telephones(units: list[Unit]) -> list[str]:
    """What stands in the fields for telephones of these units, empty ones too."""
    fields = [f.attname for f in Unit._meta.get_fields() if isinstance(f, PhoneField)]
    return [getattr(unit, name) for unit in units for name in fields]


def _lapsed_laws(texts: Iterable[str]) -> LapsedLaws:
    """Which of the documents named in `texts` end at some day; one query, none when nothing is named."""
    laws = resolve(documents_with_year(texts))
    return {
        document: Lapsed(law.lapses_on, law.replaced_by.full_name if law.replaced_by else "")
        for document, law in laws.items()
        if law.lapses_on is not None
    }


@dataclass
class _Reader:
    texts: list[Text] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    headings: list[HeadingMark] = field(default_factory=list)
    bold_lines: list[Text] = field(default_factory=list)
    links: list[tuple[str, int, Link]] = field(default_factory=list)

    def words(self, text: Any, where: Where) -> None:
        if isinstance(text, str) and text.strip():
            self.texts.append(Text(text, where))

    def lead_picture(self, picture: LeadPicture | None) -> None:
        if picture is None:
            return
        where = Where("lead_image")
        self.pictures.append(Picture(where, picture.alt, picture.caption, picture.credit))
        self.words(picture.caption, where)
        self.words(picture.alt, where)

    def further(self, page: BasePage, name: str) -> None:
        """A field that only some page types have; they name it in `checked_fields`."""
        value = getattr(page, name)
        where = Where(name, label=str(page._meta.get_field(name).verbose_name).capitalize())
        if isinstance(value, StreamValue):
            for child in value:
                self.block(child.block_type, child.value, where)
        elif isinstance(value, str):
            self.rich_text(value, where)

    def block(self, kind: str, value: Any, where: Where) -> None:
        if kind == "heading" and isinstance(value, Mapping):
            level = str(value.get("level") or "2")
            text = str(value.get("text") or "")
            self.headings.append(HeadingMark(text, int(level) if level.isdigit() else 2, where))
            self.words(text, where)
        else:
            self.value(value, where)

    def value(self, value: Any, where: Where) -> None:
        if hasattr(value, "source"):
            self.rich_text(value.source, where)
        elif isinstance(value, Mapping):
            self.struct(value, where)
        elif isinstance(value, str):
            self.words(value, where)
        elif isinstance(value, Iterable):
            for child in value:
                self.value(getattr(child, "value", child), where)

    def struct(self, value: Mapping[str, Any], where: Where) -> None:
        if "alt_text" in value:
            self.picture(value, where)
            return
        for name, child in value.items():
            if name in ("document", "video"):
                self.file(child, where)
            elif name == "table":
                self.table(child or {}, where)
            elif name not in ("level", "tone"):
                self.value(child, where)

    def table(self, value: Mapping[str, Any], where: Where) -> None:
        for row in value.get("data") or ():
            self.value([cell for cell in row if cell], where)

    def picture(self, value: Mapping[str, Any], where: Where) -> None:
        image = value.get("image")
        alt = value.get("alt_text") or getattr(image, "description", "")
        credit = value.get("credit") or getattr(image, "credit", "")
        caption = str(value.get("caption") or "")
        decorative = bool(value.get("is_decorative"))
        self.pictures.append(Picture(where, str(alt), caption, str(credit), decorative))
        self.words(caption, where)
        self.words(alt, where)

    def file(self, document: Any, where: Where) -> None:
        if document is None:
            self.links.append(("gone", 0, Link(where)))

    def rich_text(self, source: str, where: Where) -> None:
        for match in _LINE.finditer(source):
            text = strip_html(match[2])
            self.words(text, where)
            if match[1] == "p" and _is_bold_line(match[2], text):
                self.bold_lines.append(Text(text, where))
        for attributes, label in _ANCHOR.findall(source):
            self.anchor(attributes, Link(where, strip_html(label)))

    def anchor(self, attributes: str, link: Link) -> None:
        """Links to other websites, which name no row, are not followed."""
        values = {name: unescape(found) for name, found in _ATTRIBUTE.findall(attributes)}
        kind = values.get("linktype", "")
        if kind in ("page", "document"):
            self.links.append((kind, _key(values.get("id", "")), link))

    def checked_links(self) -> list[Link]:
        """Each link with the answer whether it leads to something public; two queries for all."""
        pages = {pk for kind, pk, _link in self.links if kind == "page"}
        files = {pk for kind, pk, _link in self.links if kind == "document"}
        alive = {"page": set(), "document": set(), "gone": set()}
        if pages:
            alive["page"] = set(
                Page.objects.live().filter(pk__in=pages).values_list("pk", flat=True)
            )
        if files:
            rows = get_document_model().objects.filter(pk__in=files)
            alive["document"] = set(rows.values_list("pk", flat=True))
        return [
            Link(link.where, link.label, is_dead=pk not in alive[kind])
            for kind, pk, link in self.links
        ]


def _key(text: str) -> int:
    """The key that a link names; 0, which no row has, for what is none: "", "x", one that is far too long."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _is_bold_line(html: str, text: str) -> bool:
    """A short line, all of it bold, that does not end like a sentence."""
    if not text or len(text) > _MAX_BOLD_LINE or text.endswith(_ENDINGS):
        return False
    return not strip_html(_BOLD.sub("", html)).strip(" .,:;–-")
