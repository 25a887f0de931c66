"""Official documents of the sample: registers of the province and of every unit, with files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, Page

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
from portal.demo.clock import clock_at
from portal.demo.content.documents import MARK, OF_A_UNIT, OF_THE_PROVINCE, DocumentSample
from portal.media.models import PortalDocument
from units.models import Unit


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


class _Shelf:
    """Publishes the documents of one unit in the order of their table."""

    def __init__(
        self,
        unit: Unit,
        fields: Mapping[str, DocumentField],
        collection: Collection,
        turn: int,
        today: date,
    ) -> None:
        self.unit, self.fields, self.collection = unit, fields, collection
        self.turn, self.today = turn, today
        self.index = DocumentIndexPage.objects.child_of(unit.home_page).get()
        self.officials = list(unit.officials.order_by("sort_order"))
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
        for kind, key in (
            (RelationKind.REPLACES, sample.replaces),
            (RelationKind.AMENDS, sample.amends),
        ):
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
        page.first_published_at = page.last_published_at = moment
        page.latest_revision_created_at = moment
        page.live = True
        with clock_at(moment):
            self.index.add_child(instance=page)
            revision = page.save_revision(clean=False)
        values = {"has_unpublished_changes": False, "latest_revision_created_at": moment}
        Page.objects.filter(pk=page.pk).update(live_revision=revision, **values)
        return note(page)

    def _papers(
        self, page: OfficialDocumentPage, lines: list[str], is_scan: bool
    ) -> Iterator[PortalDocument]:
        """A PDF as it is signed; for every third document a Word file to work with as well."""
        if is_scan:
            yield self._store(page, "pdf", papers.as_scan(lines))
            return
        if papers.has_font():
            yield self._store(page, "pdf", papers.as_pdf(lines))
        if not papers.has_font() or page.number % 3 == 0:
            yield self._store(page, "docx", papers.as_docx(lines))

    def _store(self, page: OfficialDocumentPage, kind: str, data: bytes) -> PortalDocument:
        name = f"{slugify(f'{page.symbol} {page.issued_on.year} {self.unit.slug}')}.{kind}"
        document = PortalDocument(title=f"{page.symbol} (mẫu)", collection=self.collection)
        document.file = ContentFile(data, name=name)
        document._set_document_file_metadata()
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
