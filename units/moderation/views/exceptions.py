"""What went public outside the two steps, for the board: urgent corrections and work of the portal."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from units.moderation.models import Decision, LedgerEntry
from units.scope import is_board

PER_PAGE = 50
KINDS = (Decision.URGENT, Decision.DIRECT, Decision.REFUSED)


@require_GET
def exceptions(request: HttpRequest) -> HttpResponse:
    if not is_board(request.user):
        raise PermissionDenied
    kind = request.GET.get("loai", Decision.URGENT)
    rows = LedgerEntry.objects.filter(decision=kind if kind in KINDS else Decision.URGENT)
    page = Paginator(rows.order_by("-at", "-pk"), PER_PAGE).get_page(request.GET.get("trang"))
    kinds = [(value.value, value.label) for value in KINDS]
    context = {"page": page, "kind": kind, "kinds": kinds}
    return TemplateResponse(request, "moderation/exceptions.html", context)
