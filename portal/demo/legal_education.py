"""Items of legal education in every form, with their files, and the theme of the month.

Explanations written for the sample; the laws are real and named by their real symbols. The film shows
five slides that its captions repeat; the sound file is a jingle, and the words of the podcast say so.

Above the first `# ` of a file stands the body; below it running texts by the name of their field, or the
`# panels` of a leaflet, each with a heading of its own.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from home.laws.services import find_by_symbol
from home.legal_education.models import (
    Audience,
    CitedLaw,
    LegalEducationIndexPage,
    LegalEducationPage,
    LegalField,
    MonthlyTheme,
)
from portal.core.text import slugify
from portal.demo.bodies import body_of
from portal.demo.book import Say, note
from portal.demo.content.markdown import blocks, html, sections
from portal.demo.content.pictures import CREDIT, picture
from portal.demo.content.reading import ContentError, TextFile, read_table, shaped, text_files
from portal.demo.content.types import Block
from portal.demo.files import Album
from portal.media.models import PortalDocument
from portal.seam.past_clock import clock_at
from units.models import Unit

RECORDINGS = Path(__file__).parent / "recordings"
TITLES = {".webm": "Tệp ghi (mẫu)", ".vtt": "Phụ đề (mẫu)"}
# One item every so many days, the newest yesterday.
EVERY_DAYS = 6
PARTS = frozenset({"question", "facts", "analysis", "conclusion", "transcript", "text_alternative"})
PANELS = "panels"


@dataclass(frozen=True)
class Cited:
    symbol: str
    article: str = ""
    clause: str = ""


@dataclass(frozen=True)
class EducationSample:
    """Without `unit_slug` it is the province's own. `parts` are running texts by the name of their field.

    `files`: by the name of their field, names of files in portal/demo/recordings.
    """

    form: str
    title: str
    lead: str
    fields: tuple[str, ...]
    parts: dict[str, str]
    body: tuple[Block, ...]
    panels: tuple[tuple[str, str], ...]
    unit_slug: str | None = None
    audiences: tuple[str, ...] = ()
    cites: tuple[Cited, ...] = ()
    picture: str = ""
    files: dict[str, str] = field(default_factory=dict)
    embed_url: str = ""


@dataclass(frozen=True)
class Theme:
    """What this month is about; `field` of law."""

    title: str
    text: str
    field: str


def _sample(file: TextFile) -> EducationSample:
    texts = sections(file.text, "# ", file.where)
    body = blocks(texts.pop(""), file.where)
    panels = sections(texts.pop(PANELS, ""), "## ", file.where)
    if texts.keys() - PARTS or panels.pop("").strip():
        raise ContentError(f"{file.where}: a text in no known part: {', '.join(texts)}")
    return shaped(
        EducationSample,
        file.head,
        file.where,
        body=body,
        parts={name: html(text, file.where) for name, text in texts.items()},
        panels=tuple((title, html(text, file.where)) for title, text in panels.items()),
    )


ITEMS = tuple(_sample(file) for file in text_files("legal_education"))
THEME = read_table("theme.toml", Theme)


def load_legal_education(
    units: Mapping[str, Unit], province: Unit, album: Album, today: date, say: Say
) -> int:
    """Publish the items; a cited law that the portal does not list is named and left out."""
    writer = _Writer(album, today)
    for place, sample in enumerate(ITEMS):
        unit = units[sample.unit_slug] if sample.unit_slug else province
        writer.publish(unit, sample, today - timedelta(days=1 + place * EVERY_DAYS))
    _add_theme(today)
    if writer.unknown:
        say("  Chưa có trong danh mục văn bản: " + ", ".join(sorted(writer.unknown)))
    return len(ITEMS)


def _add_theme(today: date) -> None:
    last = monthrange(today.year, today.month)[1]
    days = {"starts_on": today.replace(day=1), "ends_on": today.replace(day=last)}
    field = LegalField.objects.filter(slug=THEME.field).first()
    note(MonthlyTheme.objects.create(title=THEME.title, text=THEME.text, field=field, **days))


def _known(rows: Mapping[str, Any], slugs: Iterable[str]) -> list[Any]:
    """The rows of these slugs; one that the database lacks is left out."""
    return [rows[slug] for slug in slugs if slug in rows]


class _Writer:
    def __init__(self, album: Album, today: date) -> None:
        self.album, self.today = album, today
        self.fields = {row.slug: row for row in LegalField.objects.all()}
        self.audiences = {row.slug: row for row in Audience.objects.all()}
        self.files: dict[str, PortalDocument] = {}
        self.unknown: set[str] = set()

    def publish(self, unit: Unit, sample: EducationSample, day: date) -> None:
        page = self._page(unit, sample, day)
        index = LegalEducationIndexPage.objects.child_of(unit.home_page).get()
        with clock_at(timezone.make_aware(datetime.combine(day, time(9)))):
            index.add_child(instance=page)
            page.save_revision(clean=False).publish()
        note(page)

    def _page(self, unit: Unit, sample: EducationSample, day: date) -> LegalEducationPage:
        page = LegalEducationPage(
            form=sample.form,
            title=sample.title,
            slug=slugify(sample.title, 90),
            lead=sample.lead,
            body=body_of(sample.body, self.album, sample.title),
            panels=[("panel", {"title": title, "text": text}) for title, text in sample.panels],
            author_name="Tổ tuyên truyền (mẫu)",
            author_role=unit.short_name,
            reviewed_on=day,
            review_again_on=day + timedelta(days=365),
            embed_url=sample.embed_url,
            live=False,
            **sample.parts,
            **{name: self._file(file) for name, file in sample.files.items()},
            **self._picture(sample),
        )
        page.legal_fields = _known(self.fields, sample.fields)
        page.audiences = _known(self.audiences, sample.audiences)
        cited = [self._cited(law) for law in sample.cites]
        page.law_references = [row for row in cited if row]
        return page

    def _cited(self, cited: Cited) -> CitedLaw | None:
        law = find_by_symbol(cited.symbol)
        if law is None:
            self.unknown.add(cited.symbol)
            return None
        return CitedLaw(law=law, article=cited.article, clause=cited.clause)

    def _picture(self, sample: EducationSample) -> dict[str, Any]:
        if not sample.picture:
            return {}
        if sample.form == LegalEducationPage.Form.INFOGRAPHIC:
            alt = f"Tranh infographic (mẫu): {sample.title}"
            return {"infographic": self.album.image(sample.picture, alt, CREDIT)}
        return self.album.lead(picture(sample.picture))

    def _file(self, name: str) -> PortalDocument:
        if name not in self.files:
            path = RECORDINGS / name
            data = path.read_bytes()
            self.files[name] = note(
                PortalDocument.objects.create(
                    title=f"{TITLES[path.suffix]}: {path.stem}",
                    collection=self.album.collection,
                    file=ContentFile(data, name=name),
                    file_size=len(data),
                )
            )
        return self.files[name]
