"""An item as the check list sees it: plain data, whatever kind of page it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from portal.core.text import compose

from .decrees import LapsedLaws


@dataclass(frozen=True)
class Where:
    """A field of the page, or with `index` (from 0) a block of its body."""

    field: str
    index: int | None = None
    label: str = ""  # a field's own name, where it is none of those below

    def __str__(self) -> str:
        if self.label:
            return self.label
        if self.index is not None:
            return _("Nội dung, khối %(number)d") % {"number": self.index + 1}
        names = {"title": _("Tiêu đề"), "lead": _("Lời dẫn"), "lead_image": _("Ảnh đại diện")}
        return names.get(self.field, _("Nội dung"))


@dataclass(frozen=True)
class Text:
    """A piece of words and the place it stands in."""

    text: str
    where: Where


@dataclass(frozen=True)
class Picture:
    where: Where
    alt: str = ""
    caption: str = ""
    credit: str = ""
    is_decorative: bool = False


@dataclass(frozen=True)
class HeadingMark:
    text: str
    level: int
    where: Where


@dataclass(frozen=True)
class Link:
    """A link to a page or document of the portal; the adapter found out whether it still leads there."""

    where: Where
    label: str = ""
    is_dead: bool = False


@dataclass(frozen=True)
class Missing:
    """A part that the page must have; `text` says what is wrong inside a block."""

    where: Where
    text: str = ""


@dataclass(frozen=True)
class Place:
    """What a rule answers: where it found something, and the words it stumbled over."""

    where: Where
    excerpt: str = ""


@dataclass
class Item:
    title: str = ""
    lead: str | None = None  # None: this kind of page need not have one
    texts: list[Text] = field(default_factory=list)  # title and lead among them
    pictures: list[Picture] = field(default_factory=list)
    headings: list[HeadingMark] = field(default_factory=list)
    bold_lines: list[Text] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    public_numbers: frozenset[str] = frozenset()  # digits as people dial them
    lapsed_laws: LapsedLaws = field(default_factory=dict)  # of the laws that the texts name

    def composed(self) -> Item:
        """The same with every text in NFC: a Mac's letters are no other letters."""
        return Item(
            title=compose(self.title),
            lead=None if self.lead is None else compose(self.lead),
            texts=[replace(text, text=compose(text.text)) for text in self.texts],
            pictures=[
                replace(p, alt=compose(p.alt), caption=compose(p.caption), credit=compose(p.credit))
                for p in self.pictures
            ],
            headings=[replace(mark, text=compose(mark.text)) for mark in self.headings],
            bold_lines=[replace(text, text=compose(text.text)) for text in self.bold_lines],
            links=[replace(link, label=compose(link.label)) for link in self.links],
            missing=self.missing,
            public_numbers=self.public_numbers,
            lapsed_laws=self.lapsed_laws,
        )
