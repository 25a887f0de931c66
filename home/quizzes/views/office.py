"""Results in the administration: ranking, statistics, prizes, export, and one person's withdrawal."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from home.quizzes import audit_trail
from home.quizzes.authority import may_correct_key, may_manage_results, may_publish_winners
from home.quizzes.counts import ranked, totals
from home.quizzes.export import workbook
from home.quizzes.models import QuizEntry, QuizPage, WinnersNotice
from home.quizzes.remarking import corrections_of, told, why_not
from home.quizzes.rules.paper import Paper
from home.quizzes.rules.periods import State, delete_at
from portal.core.pagination import page_of
from portal.core.text import compose
from units.scope.rows import actor_of

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_PRIZE = 80


def quiz_of(request: HttpRequest, page_id: int) -> QuizPage:
    """The contest; the address guard has hidden those of other units already."""
    page = get_object_or_404(QuizPage, pk=page_id)
    if not may_manage_results(request.user, page):
        raise PermissionDenied
    return page


def paper_of(page: QuizPage) -> Paper:
    version = page.current_version
    return version.paper if version else Paper()


@require_GET
def results(request: HttpRequest, page_id: int) -> HttpResponse:
    page = quiz_of(request, page_id)
    shown, _out_of_range = page_of(Paginator(ranked(page), PER_PAGE), request.GET.get("trang"))
    entries = page.entries.defer("answers").in_bulk([place.candidate.key for place in shown])
    notice = WinnersNotice.objects.filter(page=page).first()
    is_over = page.state_at(timezone.now()) is State.OVER
    paper, corrections = paper_of(page), corrections_of(page)
    context = {
        "quiz": page,
        "page": shown,
        "rows": [
            (place, entries[place.candidate.key])
            for place in shown
            if place.candidate.key in entries
        ],
        "totals": totals(page, paper, corrections.keys),
        "corrections": told(paper, corrections),
        "may_correct_key": may_correct_key(request.user),
        "key_refusal": why_not(page, timezone.now()),
        "notice": notice,
        "is_over": is_over,
        "may_set_prizes": is_over and notice is None,
        "may_publish": may_publish_winners(request.user),
        "winners": page.entries.winners().count(),
        "delete_at": delete_at(page.closes_at, page.retention_days) if page.closes_at else None,
    }
    return TemplateResponse(request, "quizzes/admin/results.html", context)


@require_GET
def export(request: HttpRequest, page_id: int) -> HttpResponse:
    page = quiz_of(request, page_id)
    paper, corrections = paper_of(page), corrections_of(page)
    found = totals(page, paper, corrections.keys)
    data = workbook(page, found, told(paper, corrections))
    audit_trail.record(audit_trail.EXPORTED, page, user=actor_of(request))
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{page.slug}-bai-du-thi.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@transaction.atomic
def set_prize(request: HttpRequest, page_id: int, entry_id: int) -> HttpResponse:
    """Note a prize for a paper; made public winners do not change under the board's hand."""
    page = quiz_of(request, page_id)
    entry = get_object_or_404(QuizEntry, pk=entry_id, page=page)
    prize = " ".join(compose(request.POST.get("prize", "")).split())[:LONGEST_PRIZE]
    if page.state_at(timezone.now()) is not State.OVER:
        messages.error(request, _("Chỉ ghi giải thưởng sau khi cuộc thi kết thúc."))
    elif WinnersNotice.objects.filter(page=page).exists():
        messages.error(request, _("Danh sách đã công bố: hãy đề nghị Ban Biên tập gỡ rồi mới sửa."))
    else:
        entry.prize = prize
        entry.save(update_fields=["prize"])
        data = {"code": entry.code, "prize": prize}
        audit_trail.record(audit_trail.PRIZE_SET, page, user=actor_of(request), **data)
        messages.success(request, _("Đã ghi giải thưởng của bài %s.") % entry.code)
    return _back(request, page)


def _back(request: HttpRequest, page: QuizPage) -> HttpResponse:
    """To the page of the list from which the form came."""
    number = request.POST.get("trang", "")
    answer = redirect("quizzes_results", page.pk)
    if number.isascii() and number.isdigit() and len(number) < 6:
        answer["Location"] += f"?trang={number}"
    return answer


@require_http_methods(["GET", "POST"])
@transaction.atomic
def delete_entry(request: HttpRequest, page_id: int, entry_id: int) -> HttpResponse:
    """A person takes his paper back (Law 91/2025/QH15): it goes whole, and only its code is logged."""
    page = quiz_of(request, page_id)
    entry = get_object_or_404(QuizEntry, pk=entry_id, page=page)
    if request.method == "GET":
        context: dict[str, Any] = {"quiz": page, "entry": entry}
        return TemplateResponse(request, "quizzes/admin/delete_entry.html", context)
    code = entry.code
    entry.delete()
    audit_trail.record(audit_trail.ENTRY_DELETED, page, user=actor_of(request), code=code)
    messages.success(request, _("Đã xóa bài dự thi %s.") % code)
    return redirect("quizzes_results", page.pk)


@require_POST
@transaction.atomic
def publish_winners(request: HttpRequest, page_id: int) -> HttpResponse:
    """The board makes the winners public, or takes the list down again."""
    page = quiz_of(request, page_id)
    if not may_publish_winners(request.user):
        raise PermissionDenied
    # The row, locked: a correction of the key does not come between the ranks and their publication.
    list(QuizPage.objects.select_for_update().filter(pk=page.pk).values_list("pk"))
    user = actor_of(request)
    notice = WinnersNotice.objects.filter(page=page).first()
    if request.POST.get("viec") == "go":
        if notice is not None:
            notice.delete()
            audit_trail.record(audit_trail.WINNERS_WITHDRAWN, page, user=user)
        messages.success(request, _("Danh sách người đạt giải không còn trên trang công khai."))
    elif page.state_at(timezone.now()) is not State.OVER:
        messages.error(request, _("Chỉ công bố người đạt giải sau khi cuộc thi kết thúc."))
    elif not page.entries.winners().exists():
        messages.error(request, _("Chưa có bài nào được ghi giải thưởng."))
    else:
        if notice is None:
            WinnersNotice.objects.create(page=page, published_at=timezone.now(), published_by=user)
            audit_trail.record(audit_trail.WINNERS_PUBLISHED, page, user=user)
        messages.success(request, _("Đã công bố người đạt giải."))
    return redirect("quizzes_results", page.pk)
