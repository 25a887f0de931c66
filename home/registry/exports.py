"""The register as a file, as it is narrowed: Excel, CSV, and open data (docs/open-data.md)."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook

from home.laws.wording import VALIDITY_LABELS
from home.registry.filters import DocumentFilters
from home.registry.models import OfficialDocumentPage
from home.registry.querysets import public_relations
from home.registry.rules.cells import harmless
from home.registry.wording import RelationKind
from portal.core.addresses import absolute_url
from portal.core.querysets import is_restricted
from portal.core.text import format_date
from units.frame.frames import Frame, frame_for_page, units_of

if TYPE_CHECKING:
    from home.registry.models import DocumentIndexPage

MAX_ROWS: Final = 20_000
_CHUNK: Final = 500
VERSION: Final = 1
HEADINGS: Final[tuple[str | Promise, ...]] = (
    gettext_lazy("Số, ký hiệu"),
    gettext_lazy("Loại văn bản"),
    gettext_lazy("Trích yếu"),
    gettext_lazy("Cơ quan ban hành"),
    gettext_lazy("Ngày ban hành"),
    gettext_lazy("Ngày có hiệu lực"),
    gettext_lazy("Hết hiệu lực từ ngày"),
    gettext_lazy("Hiệu lực"),
    gettext_lazy("Người ký"),
    gettext_lazy("Chức vụ"),
    gettext_lazy("Lĩnh vực"),
    gettext_lazy("Đơn vị"),
    gettext_lazy("Địa chỉ"),
)
Rows = Iterator[OfficialDocumentPage]


def export(index: DocumentIndexPage, request: HttpRequest, kind: str) -> HttpResponseBase:
    """Raises Http404 for a format that there is not."""
    if kind not in WRITERS:
        raise Http404
    frame = frame_for_page(index, request)
    filters = DocumentFilters(request, frame)
    documents = filters.documents().with_term().with_parts()
    response = WRITERS[kind](_few_at_a_time(documents), frame, request)
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="so-van-ban-{day}.{kind}"'
    response["X-Robots-Tag"] = "noindex"
    # Open data is for pages of others as well; only what is public to everybody stands in it.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _few_at_a_time(documents: Any) -> Rows:
    """Each with its files, never all in memory."""
    yield from documents[:MAX_ROWS].iterator(chunk_size=_CHUNK)


def cells_of(page: OfficialDocumentPage, request: HttpRequest, today: date) -> list[str]:
    owner = units_of(request).owner_of(page)
    term = page.term
    cells = [
        page.symbol,
        str(page.type_label),
        page.summary,
        page.issuer,
        format_date(page.issued_on),
        format_date(term.effective) if term.effective else "",
        format_date(term.lapses) if term.lapses else "",
        str(VALIDITY_LABELS[page.status_on(today)]),
        page.signer,
        page.signer_post,
        page.field.name if page.field else "",
        owner.short_name if owner else "",
        absolute_url(page, request),
    ]
    return [harmless(cell) for cell in cells]


class _Echo:
    """Hands back what the CSV writer writes."""

    def write(self, value: str) -> str:
        return value


def _csv(rows: Rows, frame: Frame, request: HttpRequest) -> HttpResponseBase:
    today = timezone.localdate()

    def lines() -> Iterator[str]:
        writer = csv.writer(_Echo())
        # Without the mark Excel reads Vietnamese as another code page.
        yield "\ufeff" + writer.writerow([str(heading) for heading in HEADINGS])
        for page in rows:
            yield writer.writerow(cells_of(page, request, today))

    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")


def _xlsx(rows: Rows, frame: Frame, request: HttpRequest) -> HttpResponseBase:
    today, book = timezone.localdate(), Workbook(write_only=True)
    sheet = book.create_sheet(_("Sổ văn bản"))
    for column, width in zip(
        "ABCDEFGHIJKLM", (18, 16, 60, 36, *[14] * 4, 24, 24, 30, 24, 40), strict=True
    ):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.append([str(heading) for heading in HEADINGS])
    for page in rows:
        sheet.append(cells_of(page, request, today))
    target = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the answer)
    book.save(target)
    target.seek(0)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(target, content_type=kind)


def _json(rows: Rows, frame: Frame, request: HttpRequest) -> HttpResponseBase:
    head = {
        "version": VERSION,
        "publisher": frame.name,
        "source": request.build_absolute_uri(),
        "generated_at": timezone.localtime().isoformat(timespec="seconds"),
        "limit": MAX_ROWS,
    }

    def pieces() -> Iterator[str]:
        yield json.dumps(head, ensure_ascii=False)[:-1] + ', "documents": ['
        for number, data in enumerate(_as_data(rows, request)):
            yield (",\n" if number else "\n") + json.dumps(data, ensure_ascii=False)
        yield "\n]}\n"

    return StreamingHttpResponse(pieces(), content_type="application/json; charset=utf-8")


def _as_data(rows: Rows, request: HttpRequest) -> Iterator[dict[str, Any]]:
    batch: list[OfficialDocumentPage] = []
    for page in rows:
        batch.append(page)
        if len(batch) == _CHUNK:
            yield from _batch_as_data(batch, request)
            batch = []
    yield from _batch_as_data(batch, request)


def _batch_as_data(
    batch: list[OfficialDocumentPage], request: HttpRequest
) -> Iterator[dict[str, Any]]:
    today = timezone.localdate()
    relations = _relations_of(batch)
    for page in batch:
        yield document_data(page, relations.get(page.pk, {}), request, today)


def _relations_of(batch: list[OfficialDocumentPage]) -> dict[int, dict[str, list[dict[str, str]]]]:
    """Of each page, by kind, the public documents that it names; one query for all."""
    keys = [page.pk for page in batch]
    rows = public_relations().filter(page__in=keys).select_related("target").order_by("sort_order")
    hidden = set(rows.filter(is_restricted("target__")).values_list("pk", flat=True))
    found: dict[int, dict[str, list[dict[str, str]]]] = {}
    for row in rows:
        if row.target is not None and (row.pk in hidden or not row.target.live):
            continue
        named = (
            {"id": str(row.target.translation_key), "symbol": row.target.symbol}
            if row.target
            else {"text": row.other}
        )
        found.setdefault(row.page_id, {}).setdefault(row.kind, []).append(named)
    return found


def document_data(
    page: OfficialDocumentPage,
    relations: dict[str, list[dict[str, str]]],
    request: HttpRequest,
    today: date,
) -> dict[str, Any]:
    """One document in the stable shape of docs/open-data.md."""
    owner, term = units_of(request).owner_of(page), page.term
    status = page.status_on(today)
    return {
        "id": str(page.translation_key),
        "url": absolute_url(page, request),
        "symbol": page.symbol,
        "number": page.number,
        "type": {"code": page.document_type, "label": str(page.type_label)},
        "summary": page.summary,
        "issuer": page.issuer,
        "unit": {"code": owner.slug, "name": owner.name} if owner else None,
        "field": {"code": page.field.slug, "name": page.field.name} if page.field else None,
        "issued_on": page.issued_on.isoformat(),
        "effective_on": _iso(term.effective),
        "lapses_on": _iso(term.lapses),
        "status": {
            "code": str(status),
            "label": str(VALIDITY_LABELS[status]),
            "on": today.isoformat(),
        },
        "signer": {"name": page.signer, "post": page.signer_post} if page.signer else None,
        "files": [
            {
                "name": row.shown_name,
                "type": row.document.file_extension.lower(),
                "size": row.document.file_size,
                "url": request.build_absolute_uri(row.document.url),
            }
            for row in page.files.all()
        ],
        **{kind: relations.get(kind, []) for kind in RelationKind.values},
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


WRITERS: Final[dict[str, Callable[[Rows, Frame, HttpRequest], HttpResponseBase]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
