"""The ledger on a screen and as a file: the board reads all of it, leaders and admins their unit's."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET
from wagtail.models import Page

from portal.core.pagination import page_of
from portal.core.spreadsheets import CSV_TYPE, XLSX_TYPE
from units.moderation.ledger_files import as_csv, as_xlsx
from units.moderation.ledger_filters import LedgerFilter, readable
from units.moderation.models.ledger import LedgerQuerySet

PER_PAGE = 50


@require_GET
def ledger(request: HttpRequest) -> HttpResponseBase:
    """`/admin/so-duyet/`; with `dang=xlsx` or `dang=csv` the same rows as a file."""
    form = LedgerFilter(request.GET, rows=readable(request.user))
    rows = form.narrowed_rows()
    kind = request.GET.get("dang")
    if kind in ("xlsx", "csv"):
        return _file(rows, kind)
    page, _out_of_range = page_of(Paginator(rows, PER_PAGE), request.GET.get("trang"))
    ids = {row.page_id for row in page.object_list}
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "form": form,
        "page": page,
        "existing": set(Page.objects.filter(pk__in=ids).values_list("pk", flat=True)),
        "query": query.urlencode(),
    }
    return TemplateResponse(request, "moderation/ledger.html", context)


def _file(rows: LedgerQuerySet, kind: str) -> HttpResponseBase:
    name = f"so-duyet-{timezone.localdate():%Y-%m-%d}.{kind}"
    found = rows.iterator(chunk_size=500)
    response: HttpResponseBase
    if kind == "xlsx":
        response = HttpResponse(as_xlsx(found), content_type=XLSX_TYPE)
    else:
        response = StreamingHttpResponse(as_csv(found), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
