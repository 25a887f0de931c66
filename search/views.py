"""/tim-kiem/ on every host."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from portal.core.filters import Choice
from portal.core.pages import Metadata
from portal.core.pagination import page_numbers, page_of
from search.kinds import KINDS, ResultKind, kind_by_key
from search.models import IndexEntry
from search.results import results_of
from search.scopes import Scope
from search.terms import SearchTerms
from units.frame.frames import frame_for_request

PER_PAGE = 10


# It reads only: a POST is told so (405), and not that a form has expired.
@method_decorator(csrf_exempt, name="dispatch")
class SearchView(View):
    """Parameters: q, don-vi (unit), loai (kind), pham-vi=tat-ca (all sites), trang (page)."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        terms = SearchTerms.parse(request.GET.get("q", ""))
        kind = kind_by_key(request.GET.get("loai", ""))
        scope = Scope(request)
        if scope.guest_unit is not None:
            request.portal_page = scope.guest_unit.home_page  # type: ignore[attr-defined]
        results, out_of_range = self._results(terms, scope, kind)
        frame = frame_for_request(request)
        meta = self._meta(terms, request)
        meta.on_page(results.number)
        context = {
            "frame": frame,
            "meta": meta,
            "breadcrumbs": [(_("Trang chủ"), frame.home_url)],
            "query": terms.text,
            "results": results,
            "total": results.paginator.count,
            "out_of_range": out_of_range,
            "page_range": page_numbers(results),
            "filters": [*scope.choices(), self._kinds(kind)],
            "scope_switch": scope.switch(),
            "kept": scope.kept(),
        }
        return render(request, "search/results.html", context)

    def _results(
        self, terms: SearchTerms, scope: Scope, kind: ResultKind | None
    ) -> tuple[Page, bool]:
        entries = scope.narrow(IndexEntry.objects.public().matching(terms))
        if kind is not None:
            entries = entries.of_kind(kind)
        # All numbers at once: ordering reads every match anyway, and a count of its own would read
        # them twice. The texts of one page come later, so that sorting does not carry them along.
        numbers = list(entries.best_first(terms).values_list("pk", flat=True))
        page, out_of_range = page_of(Paginator(numbers, PER_PAGE), self.request.GET.get("trang"))
        results: Any = results_of(list(page.object_list), terms, self.request)
        page.object_list = results
        return page, out_of_range

    @staticmethod
    def _meta(terms: SearchTerms, request: HttpRequest) -> Metadata:
        title = (
            _("Kết quả tìm “%(query)s”") % {"query": terms.text} if terms.text else _("Tìm kiếm")
        )
        address = request.build_absolute_uri(reverse("search"))
        return Metadata(title=title, robots="noindex, follow", canonical_url=address)

    @staticmethod
    def _kinds(chosen: ResultKind | None) -> Choice:
        options = [(kind.key, str(kind.label), kind == chosen) for kind in KINDS]
        return Choice("loai", _("Loại nội dung"), options)
