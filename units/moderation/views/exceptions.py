"""What went public outside the two steps, for the board: urgent corrections, work of the portal, and
items that one person had to approve twice."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from units.moderation.decisions import ONE_PERSON
from units.moderation.models import Decision, LedgerEntry
from units.scope.rows import is_board

PER_PAGE = 50
KINDS = (Decision.URGENT, Decision.DIRECT, Decision.REFUSED)


@require_GET
def exceptions(request: HttpRequest) -> HttpResponse:
    if not is_board(request.user):
        raise PermissionDenied
    kind = request.GET.get("loai", Decision.URGENT)
    if kind == ONE_PERSON:
        rows = LedgerEntry.objects.filter(reason_code=ONE_PERSON)
    else:
        rows = LedgerEntry.objects.filter(decision=kind if kind in KINDS else Decision.URGENT)
    page = Paginator(rows.order_by("-at", "-pk"), PER_PAGE).get_page(request.GET.get("trang"))
    kinds = [(value.value, str(value.label)) for value in KINDS]
    kinds.append((ONE_PERSON, _("Một người duyệt cả hai bước")))
    context = {"page": page, "kind": kind, "kinds": kinds}
    return TemplateResponse(request, "moderation/exceptions.html", context)
