"""Official documents of the sample: registers of the province and of every unit, with files.

All are invented, and each says so in its summary and file. Years are counted back from the present one; what
would lie ahead of today is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from home.registry.extraction import store
from home.registry.models import (
    DocumentField,
    DocumentFile,
    DocumentIndexPage,
    DocumentRelation,
    OfficialDocumentPage,
)
from home.registry.rules.reading import read
from home.registry.signals import unread
from home.registry.wording import RelationKind
from portal.core.text import format_date, slugify
from portal.demo import papers
from portal.demo.book import note
from portal.demo.content.reading import read_rows
from portal.demo.pages import publish
from portal.media.models import PortalDocument
from portal.seam.file_facts import measure
from units.models import Unit


@dataclass(frozen=True)
class DocumentSample:
    """`ago` 0 is this year, `until` the months in force (0: without end), `replaces` a key of an earlier one.

    `points` are the paragraphs of its file; `{unit}` and `{year}` are filled in.
    """

    key: str
    ago: int
    day: tuple[int, int]  # day, month
    number: int
    tail: str
    field: str
    summary: str
    points: tuple[str, ...]
    until: int = 0
    replaces: str = ""
    amends: str = ""
    abstract: str = ""
    leader: int = 0


MARK = "(văn bản mẫu)"
# What every lower unit files; a unit's turn shifts the numbers, so that no two registers are alike.
OF_A_UNIT = read_rows("documents-of-a-unit.toml", DocumentSample)
OF_THE_PROVINCE = read_rows("documents-of-the-province.toml", DocumentSample)


def load_documents(
    units: Mapping[str, Unit], province: Unit, collection: Collection, today: date
) -> int:
    """Publish the registers of all units that have a subsite; the number of documents."""
    fields = {field.slug: field for field in DocumentField.objects.all()}
    count = 0
    for turn, unit in enumerate(unit for unit in units.values() if unit.home_page):
        samples = OF_THE_PROVINCE if unit == province else OF_A_UNIT
        shelf = _Shelf(unit, fields, collection, 0 if unit == province else turn, today)
        count += sum(1 for sample in samples if shelf.publish(sample))
    return count


@dataclass
class _Shelf:
    """Publishes the documents of one unit in the order of their table."""

    unit: Unit
    fields: Mapping[str, DocumentField]
    collection: Collection
    turn: int
    today: date

    def __post_init__(self) -> None:
        self.index = DocumentIndexPage.objects.child_of(self.unit.home_page).get()
        self.officials = list(self.unit.officials.order_by("sort_order"))
        self.made: dict[str, OfficialDocumentPage] = {}

    def publish(self, sample: DocumentSample) -> bool:
        """False for what would lie ahead of today."""
        issued = _day_of(sample, self.today.year, self.turn)
        if issued > self.today:
            return False
        signer = self.officials[min(sample.leader, len(self.officials) - 1)]
        page = OfficialDocumentPage(
            symbol=f"{sample.number + 2 * self.turn}/{sample.tail}",
            issuer=self.unit.name,
            summary=f"{self._text(sample.summary, issued)} {MARK}",
            abstract=sample.abstract,
            issued_on=issued,
            expires_on=_end_of(issued, sample.until),
            signer=signer.name,
            signer_post=signer.post,
            field=self.fields.get(sample.field),
        )
        page.relations = list(self._relations(sample))
        self.made[sample.key] = self._add(page, sample, issued)
        return True

    def _text(self, template: str, issued: date) -> str:
        unit = self.unit.short_name
        return template.format(unit=unit, year=issued.year, old_year=issued.year - 2)

    def _relations(self, sample: DocumentSample) -> Iterator[DocumentRelation]:
        kinds = {RelationKind.REPLACES: sample.replaces, RelationKind.AMENDS: sample.amends}
        for kind, key in kinds.items():
            if key in self.made:
                yield DocumentRelation(kind=kind, target=self.made[key])

    def _add(
        self, page: OfficialDocumentPage, sample: DocumentSample, issued: date
    ) -> OfficialDocumentPage:
        page.clean()
        lines = [
            f"{page.issuer} – Số: {page.symbol}",
            f"Ngày {format_date(issued)}",
            page.name.upper(),
            page.summary,
            *(
                f"{number}. {self._text(text, issued)}"
                for number, text in enumerate(sample.points, 1)
            ),
            f"{page.signer_post}: {page.signer}",
        ]
        page.files = [
            DocumentFile(document=document, sort_order=order)
            for order, document in enumerate(
                self._papers(page, lines, is_scan=bool(sample.abstract))
            )
        ]
        moment = min(timezone.make_aware(datetime.combine(issued, time(9))), timezone.now())
        return publish(self.index, page, moment)

    def _papers(
        self, page: OfficialDocumentPage, lines: list[str], is_scan: bool
    ) -> Iterator[PortalDocument]:
        """A PDF as it is signed; for every third document a Word file to work with as well."""
        if is_scan:
            yield self._store(page, "pdf", papers.as_scan(lines))
            return
        yield self._store(page, "pdf", papers.as_pdf(lines))
        if page.number % 3 == 0:
            yield self._store(page, "docx", papers.as_docx(lines))

    def _store(self, page: OfficialDocumentPage, kind: str, data: bytes) -> PortalDocument:
        name = f"{slugify(f'{page.symbol} {page.issued_on.year} {self.unit.slug}')}.{kind}"
        document = PortalDocument(title=f"{page.symbol} (mẫu)", collection=self.collection)
        document.file = ContentFile(data, name=name)
        measure(document)
        with unread():
            document.save()
        # Of our own making, so that no program has to be started for each.
        store(document, read(data, kind))
        return note(document)


def _day_of(sample: DocumentSample, year: int, turn: int) -> date:
    """Signed on a working day; units do not all sign on the same one."""
    day, month = sample.day
    signed = date(year - sample.ago, month, day) + timedelta(turn % 5)
    return signed + timedelta({5: 2, 6: 1}.get(signed.weekday(), 0))


def _end_of(issued: date, months: int) -> date | None:
    """First day of the month that is so many months after the issue's."""
    if not months:
        return None
    years, month = divmod(issued.month - 1 + months, 12)
    return date(issued.year + years, month + 1, 1)
