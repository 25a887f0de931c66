"""Correcting the key of a question, after which all papers of the contest are marked again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.quizzes.authority import may_correct_key
from home.quizzes.key_form import KeyForm
from home.quizzes.models import QuizPage
from home.quizzes.remarking import (
    CorrectionRefusedError,
    correct_key,
    corrections_of,
    why_not,
)
from home.quizzes.rules.paper import Paper, Question
from home.quizzes.rules.scoring import right_of
from home.quizzes.views.office import paper_of, quiz_of
from portal.core.text import format_number
from units.scope.rows import actor_of


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, page_id: int) -> HttpResponse:
    page = quiz_of(request, page_id)
    if not may_correct_key(request.user):
        raise PermissionDenied
    number, question = _asked(paper_of(page), request.GET.get("cau", ""))
    if refusal := why_not(page, timezone.now()):
        messages.error(request, refusal)
        return redirect("quizzes_results", page.pk)
    known = corrections_of(page)
    data = request.POST if request.method == "POST" else None
    form = KeyForm(question, right_of(question, known.keys), data)
    if form.is_valid() and _correct(request, page, question, form):
        return redirect("quizzes_results", page.pk)
    context = {
        "quiz": page,
        "question": question,
        "number": number,
        "form": form,
        "now_right": [one.text for one in question.answers if one.key in form.now_right],
        "seen": known.mark,
        "entries": page.entries.count(),
        "prizes": page.entries.winners().count(),
    }
    return TemplateResponse(request, "quizzes/admin/correct_key.html", context)


def _asked(paper: Paper, key: str) -> tuple[int, Question]:
    for number, question in enumerate(paper.questions, 1):
        if question.key == key:
            return number, question
    raise Http404


def _correct(request: HttpRequest, page: QuizPage, question: Question, form: KeyForm) -> bool:
    """Whether it was done; why not stands in the form, with everything that was typed."""
    sent = request.POST.get("da-xem", "")
    seen = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else -1
    right, reason = frozenset(form.cleaned_data["right"]), form.cleaned_data["reason"]
    try:
        row = correct_key(page, question, right, reason, actor_of(request), timezone.now(), seen)
    except CorrectionRefusedError as error:
        form.add_error(None, str(error))
        return False
    text = _("Đã sửa đáp án và chấm lại tất cả bài dự thi: %s bài đổi điểm.")
    messages.success(request, text % format_number(row.changed))
    if page.entries.winners().exists():
        text = _("Thứ hạng có thể đã đổi: hãy xem lại các giải thưởng đã ghi.")
        messages.warning(request, text)
    return True
