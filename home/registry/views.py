"""What readers see: the register, and a document with its files, status and relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from home.laws.rules.validity import Validity
from home.laws.wording import VALIDITY_LABELS
from home.registry.filters import DocumentFilters
from home.registry.models import DocumentRelation, OfficialDocumentPage
from home.registry.querysets import public_relations
from home.registry.wording import RelationKind
from portal.core.addresses import absolute_url, canonical_url
from portal.core.pagination import page_numbers, page_of
from portal.core.querysets import is_restricted
from portal.core.text import fold, format_date
from portal.traffic.services import totals_of
from units.frame.frames import frame_for_page, units_of

if TYPE_CHECKING:
    from home.registry.models import DocumentIndexPage

PER_PAGE = 20


@dataclass(frozen=True)
class ShownDocument:
    """A line of the register."""

    page: OfficialDocumentPage
    url: str
    unit_label: str
    status: Validity
    status_label: str


@dataclass(frozen=True)
class Related:
    """Another document, with a link when it can be read here."""

    name: str
    url: str = ""
    summary: str = ""
    note: str = ""


def index_context(index: DocumentIndexPage, request: HttpRequest) -> dict[str, Any]:
    frame = frame_for_page(index, request)
    filters = DocumentFilters(request, frame)
    found = filters.documents().with_term().with_parts()
    page, out_of_range = page_of(Paginator(found, PER_PAGE), request.GET.get("trang"))
    rows = list(shown_documents(page.object_list, request, mixed=frame.is_province))
    return {
        "items": page,
        "rows": rows,
        "total": page.paginator.count,
        "out_of_range": out_of_range,
        "page_range": page_numbers(page),
        "filters": filters.narrowing(),
        "sorting": filters.sorting(),
        "chips": filters.chips(),
        "query": filters.query,
        "exports": exports_of(index, filters, request),
        "feed_url": f"{canonical_url(index, request)}feed/",
        "is_mixed": frame.is_province,
    }


def exports_of(
    index: DocumentIndexPage, filters: DocumentFilters, request: HttpRequest
) -> list[tuple[str, str]]:
    """(format, address) of the list as it is narrowed."""
    address, query = canonical_url(index, request), filters.address()
    kinds = (("Excel (.xlsx)", "xlsx"), ("CSV", "csv"), (_("dữ liệu mở JSON"), "json"))
    tail = query if query != "?" else ""
    return [(label, f"{address}tai-danh-muc/{kind}/{tail}") for label, kind in kinds]


def shown_documents(
    pages: Iterable[OfficialDocumentPage], request: HttpRequest, mixed: bool
) -> Iterable[ShownDocument]:
    today, units = timezone.localdate(), units_of(request)
    for page in pages:
        owner = units.owner_of(page) if mixed else None
        status = page.status_on(today)
        # The issuer's name stands there anyway.
        is_own = owner is not None and fold(owner.name) == page.issuer_key
        label = "" if owner is None or is_own else owner.short_name
        url = canonical_url(page, request)
        yield ShownDocument(page, url, label, status, str(VALIDITY_LABELS[status]))


def document_context(page: OfficialDocumentPage, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    status = page.status_on(today)
    groups = relation_groups(page, request)
    files = list(page.files.select_related("document"))
    counts = totals_of([row.document for row in files])
    return {
        "files": [(row, counts[row.document_id].downloads) for row in files],
        "status": status,
        "status_label": VALIDITY_LABELS[status],
        "status_note": status_note(page, status),
        "relations": groups,
        "replaced_by": groups[0][1] if groups and status is Validity.LAPSED else [],
        "today": today,
        "owner": units_of(request).owner_of(page),
    }


def status_note(page: OfficialDocumentPage, status: Validity) -> str:
    """The status in a sentence, with its day."""
    term = page.term
    if status is Validity.LAPSED and term.lapses:
        return _("Hết hiệu lực từ ngày %(day)s.") % {"day": format_date(term.lapses)}
    if status is Validity.NOT_YET and term.effective:
        return _("Có hiệu lực từ ngày %(day)s.") % {"day": format_date(term.effective)}
    if term.lapses:
        return _("Còn hiệu lực đến hết ngày %(day)s.") % {
            "day": format_date(_day_before(term.lapses))
        }
    return ""


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


Group = tuple[str, list[Related]]


def relation_groups(page: OfficialDocumentPage, request: HttpRequest) -> list[Group]:
    """What the document is to others, told from both sides; two queries. Replacements come first."""
    groups: dict[str, list[Related]] = {
        _("Được thay thế bởi"): [],
        _("Được sửa đổi, bổ sung bởi"): [],
        _("Thay thế"): [],
        _("Sửa đổi, bổ sung"): [],
    }
    replaced, amended, replaces, amends = groups.values()
    here = {
        RelationKind.REPLACED_BY: replaced,
        RelationKind.REPLACES: replaces,
        RelationKind.AMENDS: amends,
    }
    there = {
        RelationKind.REPLACED_BY: replaces,
        RelationKind.REPLACES: replaced,
        RelationKind.AMENDS: amended,
    }
    for row, target in _told_here(page):
        here[RelationKind(row.kind)].append(
            Related(row.other) if target is None else _related(target, request)
        )
    for row in public_relations().filter(target=page).select_related("page"):
        there[RelationKind(row.kind)].append(_related(row.page, request))
    return [(name, list(dict.fromkeys(rows))) for name, rows in groups.items() if rows]


def _told_here(
    page: OfficialDocumentPage,
) -> Iterable[tuple[DocumentRelation, OfficialDocumentPage | None]]:
    """The page's own relations; one to a document that is not public (any more) is left out."""
    rows = list(page.relations.all())
    keys = [row.target_id for row in rows if row.target_id]
    known = (
        OfficialDocumentPage.objects.live().exclude(is_restricted()).in_bulk(keys) if keys else {}
    )
    for row in rows:
        if row.target_id is None:
            yield row, None
        elif row.target_id in known:
            yield row, known[row.target_id]


def _related(page: OfficialDocumentPage, request: HttpRequest) -> Related:
    note = format_date(page.issued_on)
    return Related(page.name, canonical_url(page, request), page.summary, note)


def json_ld_of(page: OfficialDocumentPage, request: HttpRequest) -> dict[str, Any]:
    """schema.org/DigitalDocument; what is not known is left out."""
    known = {
        "name": page.name,
        "identifier": page.symbol,
        "abstract": page.summary,
        "url": absolute_url(page, request),
        "datePublished": page.issued_on.isoformat(),
        "expires": page.expires_on.isoformat() if page.expires_on else "",
        "inLanguage": "vi",
    }
    data: dict[str, Any] = {key: value for key, value in known.items() if value}
    data["@type"] = "DigitalDocument"
    data["publisher"] = {"@type": "GovernmentOrganization", "name": page.issuer}
    return data
