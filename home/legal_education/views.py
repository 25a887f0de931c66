"""The sheet of a leaflet, and the screen on which a page is marked as read again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.legal_education import citations, due
from home.legal_education.models import LegalEducationPage
from home.legal_education.rules import leaflet
from units.frame.frames import frame_for_page
from units.scope.rows import actor_of, unit_of_object

LONGEST_NOTE = 300
# On the back of a leaflet; the page itself shows all.
MOST_CITED = 6


def leaflet_sheet(page: LegalEducationPage, request: HttpRequest) -> HttpResponseBase:
    """Both sides of one A4 sheet as they are printed; another form has no such address."""
    if page.form != page.Form.LEAFLET:
        raise Http404
    frame = frame_for_page(page, request)
    panels = [child.value for child in page.panels]
    cited = citations.shown_of(page, timezone.localdate())
    context = {
        "sheet": leaflet.folded(panels),
        "is_roomy": leaflet.is_roomy([(one["title"], one["text"].source) for one in panels]),
        "is_full_cover": leaflet.is_full_cover(page.title, page.lead),
        "unit": frame.unit,
        "cited": cited[:MOST_CITED],
        "left_out": max(0, len(cited) - MOST_CITED),
        "is_full_back": leaflet.is_full_back([one.text for one in cited[:MOST_CITED]]),
    }
    return page.render(
        request, context_overrides=context, template="legal_education/leaflet_sheet.html"
    )


@require_http_methods(["GET", "POST"])
def mark_reviewed(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show why the page is due, then note that it was read again."""
    page = get_object_or_404(LegalEducationPage, pk=page_id)
    user, unit = actor_of(request), unit_of_object(page)
    if not due.may_mark(user, unit):
        raise PermissionDenied
    if request.method == "GET":
        context = {"page": page, "due": due.due_of(page), "longest_note": LONGEST_NOTE}
        return TemplateResponse(request, "legal_education/admin/reviewed.html", context)
    note = request.POST.get("note", "").replace("\x00", "").strip()
    cleared = due.mark_reviewed(page, user, unit, request.POST.getlist("reason"), note)
    if cleared:
        messages.success(request, _("Đã ghi nhận xem lại bài “%s”.") % page.title)
    else:
        messages.warning(
            request, _("Không còn lý do nào để ghi nhận: người khác đã xem lại bài này rồi.")
        )
    return redirect("wagtailadmin_home")
