"""The notices of a site, page by page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase

from home.notices.models import NoticeIndexPage, NoticePage
from portal.core.pagination import page_numbers, page_of

PER_PAGE = 15


def notice_list(page: NoticeIndexPage, request: HttpRequest) -> HttpResponseBase:
    context = page.get_context(request)
    notices = NoticePage.objects.shown().child_of(page).newest_first()
    shown, out_of_range = page_of(Paginator(notices, PER_PAGE), request.GET.get("trang"))
    context.update(items=shown, out_of_range=out_of_range, page_range=page_numbers(shown))
    context["meta"].robots = "noindex, follow" if out_of_range else ""
    context["meta"].on_page(shown.number)
    return page.answer(request, context)
