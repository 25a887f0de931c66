"""The one address to which every public page reports that somebody looks at it."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page

from portal.core.pages import BasePage
from portal.core.querysets import is_restricted
from portal.core.text import format_number
from portal.traffic.rules import is_from_elsewhere
from portal.traffic.services import count_view, count_visit, totals_of, visitor_figures

_MOST_DIGITS: Final = 15


# No token: a token would make each visitor's page different, and a forged report can do no more than an
# ordinary visit. Reports from other sites' pages are told by the browser's own headers and refused.
@csrf_exempt
@never_cache
@require_POST
def beacon(request: HttpRequest) -> JsonResponse:
    """Count the visit, and a view of the page `trang`; answer with the figures, ready to be shown.

    404 alike for what is unknown, unpublished, private, or of a kind whose views are not counted: a number
    must not tell whether there is a draft.
    """
    if is_from_elsewhere(request.headers, request.get_host()):
        return JsonResponse({}, status=403)
    wanted = request.POST.get("trang")
    page = None if wanted is None else _counted_page(wanted)
    if wanted is not None and page is None:
        return JsonResponse({}, status=404)
    count_visit(request)
    figures = visitor_figures()
    shown = {
        "online": format_number(figures.online),
        "today": format_number(figures.today),
        "month": format_number(figures.month),
        "total": format_number(figures.total),
    }
    if page is not None:
        count_view(page, request)
        shown["views"] = format_number(totals_of([page])[page.pk].views)
    return JsonResponse(shown)


def _counted_page(number: str) -> Page | None:
    if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        return None
    page = Page.objects.live().exclude(is_restricted()).filter(pk=int(number)).first()
    return page if page is not None and _counts_views(page) else None


def _counts_views(page: Page) -> bool:
    kind = page.specific_class  # None when the code has no such type any more
    return kind is not None and issubclass(kind, BasePage) and kind.counts_views
