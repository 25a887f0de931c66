"""Taking part in a contest: begin, answer in steps, hand in. Works without a script.

The server's clock at the arrival of the request decides whether a paper is in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.quizzes import desk
from home.quizzes.entry_form import EntryForm
from home.quizzes.limits import Limit, count, is_reached
from home.quizzes.models import QuizDraft, QuizEntry, QuizPage
from home.quizzes.presentation import QuestionSheet, sheet
from home.quizzes.rules.paper import ExamPaper, sensible
from home.quizzes.rules.periods import State
from home.quizzes.views.answers import missing_paper, number_from, render, sealed
from portal.core.cookies import secure_name
from portal.core.text import format_datetime, format_time

PER_STEP = 5
CONFLICT, TOO_MANY = 409, 429


@dataclass
class Visit:
    """One request: whose paper it is about, and when it arrived."""

    page: QuizPage
    request: HttpRequest
    moment: datetime
    token: str
    draft: QuizDraft | None

    @property
    def root(self) -> str:
        """The quiz's own path on the host that was asked: cookies live below it alone."""
        return self.request.path.partition("tham-gia/")[0]

    @property
    def state(self) -> State:
        return self.page.state_at(self.moment)

    def entry(self) -> QuizEntry | None:
        return desk.entry_of(self.page, self.token)


def _visit(page: QuizPage, request: HttpRequest) -> Visit:
    moment = timezone.now()
    token = request.POST.get("bai") or request.COOKIES.get(_cookie(page, request), "")
    return Visit(page, request, moment, token, desk.draft_of(page, token))


def _cookie(page: QuizPage, request: HttpRequest) -> str:
    return secure_name(request, f"bai-{page.pk}")


def _receipt_cookie(page: QuizPage, request: HttpRequest) -> str:
    return secure_name(request, f"da-nop-{page.pk}")


def take_part(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    if not page.is_contest:
        return HttpResponseRedirect(page.get_url(request))
    visit = _visit(page, request)
    if request.method == "POST":
        return _act(visit)
    if visit.state is not State.RUNNING:
        return _closed(visit)
    if visit.draft is None:
        return _start(visit)
    return _step(visit, visit.draft, request.GET.get("buoc"))


def _act(visit: Visit) -> HttpResponseBase:
    if visit.draft is None and visit.token and (entry := visit.entry()) is not None:
        # A second click, or a retry after a lost answer: the paper is in already.
        return _to_receipt(visit, entry)
    if visit.state is not State.RUNNING:
        return _closed(visit, status=CONFLICT)
    action = visit.request.POST.get("viec")
    if action == "bat-dau":
        return _begin(visit)
    if visit.draft is None:
        return _start(visit, missing_paper())
    if action == "bo":
        visit.draft.delete()
        return _forgetting(visit, HttpResponseRedirect(f"{visit.root}tham-gia/"))
    if action == "nop":
        return _hand_in(visit, visit.draft)
    return _turn(visit, visit.draft, action)


def _start(visit: Visit, problem: str = "", status: int = 200) -> HttpResponseBase:
    page = visit.page
    context = {
        "problem": problem,
        "total": len(page.questions),
        "version": page.current_version,
    }
    return render(page, visit.request, "start", context, status=status)


def _begin(visit: Visit) -> HttpResponseBase:
    if visit.draft is not None:
        return HttpResponseRedirect(f"{visit.root}tham-gia/?buoc=1")
    version = visit.page.current_version
    if version is None or not version.paper.questions:
        raise Http404
    if not count(visit.request, Limit.BEGUN):
        return _start(visit, _too_many(), status=TOO_MANY)
    token, _draft = desk.begin(visit.page, version, visit.moment)
    response = HttpResponseRedirect(f"{visit.root}tham-gia/?buoc=1")
    lasts = (visit.page.closes_at or visit.moment) - visit.moment + timedelta(days=1)
    response.set_cookie(
        _cookie(visit.page, visit.request),
        token,
        max_age=int(lasts.total_seconds()),
        path=visit.root,
        secure=visit.request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return sealed(response)


def _too_many() -> str:
    return _(
        "Có quá nhiều lượt gửi từ mạng này. Hãy đợi vài phút rồi thử lại; bài đang làm vẫn được giữ."
    )


def _steps(paper: ExamPaper) -> int:
    """Steps with questions; one more, with the person's own data, follows."""
    return ceil(len(paper.questions) / PER_STEP)


def _on_step(shown: QuestionSheet, step: int) -> list[Any]:
    return list(shown.questions[(step - 1) * PER_STEP : step * PER_STEP])


def _step(visit: Visit, draft: QuizDraft, number: str | None) -> HttpResponseBase:
    steps = _steps(draft.version.paper)
    step = number_from(number, steps + 1)
    if step > steps:
        return _last_step(visit, draft, EntryForm())
    shown = sheet(draft.version.paper, draft.chosen, draft.paper_seed)
    context = {
        "draft": draft,
        "token": visit.token,
        "sheet": shown,
        "questions": _on_step(shown, step),
        "step": step,
        "steps": steps + 1,
    }
    return render(visit.page, visit.request, "step", context)


def _turn(visit: Visit, draft: QuizDraft, action: str | None) -> HttpResponseBase:
    """Keep the answers of the step that was sent, and go on, back, or stay."""
    steps = _steps(draft.version.paper)
    step = number_from(visit.request.POST.get("buoc"), steps + 1)
    desk.keep_answers(draft, _sent(visit, draft, step), visit.moment)
    moves = {"tiep": 1, "truoc": -1}
    target = min(max(step + moves.get(action or "", 0), 1), steps + 1)
    kept = "&da-luu=1" if action == "luu" else ""
    return sealed(HttpResponseRedirect(f"{visit.root}tham-gia/?buoc={target}{kept}"))


def _sent(visit: Visit, draft: QuizDraft, step: int) -> dict[str, list[str]]:
    """Answers in the request; only the questions of its step can have been emptied by it."""
    shown = sheet(draft.version.paper, {}, draft.paper_seed)
    keys = [question.key for question in _on_step(shown, step)]
    return desk.answers_in(visit.request.POST, keys)


def _last_step(
    visit: Visit, draft: QuizDraft, form: EntryForm, status: int = 200
) -> HttpResponseBase:
    paper = draft.version.paper
    shown = sheet(paper, draft.chosen, draft.paper_seed)
    context = {
        "draft": draft,
        "token": visit.token,
        "version": draft.version,
        "taking_part": draft.version.wording("taking_part"),
        "publication": draft.version.wording("publication"),
        "sheet": shown,
        "missing": [
            (question.number, (question.number - 1) // PER_STEP + 1)
            for question in shown.unanswered
        ],
        "form": form,
        "step": _steps(paper) + 1,
        "steps": _steps(paper) + 1,
    }
    return render(visit.page, visit.request, "last_step", context, status=status)


def _hand_in(visit: Visit, draft: QuizDraft) -> HttpResponseBase:
    form = EntryForm(visit.request.POST)
    form.is_valid()
    if visit.moment - draft.created_at < timedelta(seconds=desk.MINIMUM_SECONDS):
        form.add_error(None, _("Bài gửi quá nhanh. Hãy đọc lại các câu trả lời rồi nộp bài."))
    if form.errors:
        return _last_step(visit, draft, form)
    if not count(visit.request, Limit.SENT) or is_reached(visit.request, Limit.REFUSED_NUMBER):
        form.add_error(None, _too_many())
        return _last_step(visit, draft, form, status=TOO_MANY)
    data = form.cleaned_data
    person = desk.Person(
        name=data["name"],
        organisation=data["organisation"],
        telephone=data["telephone"],
        guess=data["guess"],
        agrees_to_publication=data["agrees_to_publication"],
    )
    try:
        entry = desk.hand_in(draft, person, visit.moment)
    except desk.NumberTakenError:
        count(visit.request, Limit.REFUSED_NUMBER)
        text = _(
            "Không nhận được bài với số điện thoại này: mỗi số chỉ dùng cho một bài dự thi. Hãy kiểm tra "
            "lại số, hoặc liên hệ đơn vị tổ chức."
        )
        form.add_error("telephone", text)
        return _last_step(visit, draft, form, status=CONFLICT)
    return _to_receipt(visit, entry)


def _to_receipt(visit: Visit, _entry: QuizEntry) -> HttpResponseBase:
    """The receipt's cookie ends with the browser: the next pupil at the computer begins anew."""
    response = HttpResponseRedirect(f"{visit.root}tham-gia/da-nop/")
    response.set_cookie(
        _receipt_cookie(visit.page, visit.request),
        visit.token,
        path=visit.root,
        secure=visit.request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return _forgetting(visit, response)


def _forgetting(visit: Visit, response: HttpResponseBase) -> HttpResponseBase:
    response.delete_cookie(_cookie(visit.page, visit.request), path=visit.root, samesite="Lax")
    return sealed(response)


def receipt(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    entry = desk.entry_of(page, request.COOKIES.get(_receipt_cookie(page, request), ""))
    if entry is None:
        return sealed(HttpResponseRedirect(page.get_url(request)))
    context = {
        "entry": entry,
        "answered": len(entry.answers),
        "of": len(entry.version.paper.questions),
    }
    return render(page, request, "receipt", context)


def _closed(visit: Visit, status: int = 200) -> HttpResponseBase:
    """Not open yet, or over: says since when, and shows what was answered and typed."""
    context: dict[str, Any] = {"arrived_at": visit.moment, "is_refused": status == CONFLICT}
    draft = visit.draft
    if draft is not None:
        paper = draft.version.paper
        step = number_from(visit.request.POST.get("buoc"), _steps(paper) + 1)
        sent = {key: values for key, values in _sent(visit, draft, step).items() if values}
        context["sheet"] = sheet(paper, sensible(paper, {**draft.chosen, **sent}), draft.paper_seed)
    if visit.request.POST.get("viec") == "nop":
        context["typed"] = EntryForm(visit.request.POST).typed()
    return render(visit.page, visit.request, "closed", context, status=status)


def keep_draft(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    """What the script saves while somebody answers; the form's own button does the same without it."""
    visit = _visit(page, request)
    if request.method != "POST":
        raise Http404
    if visit.state is not State.RUNNING:
        closes_at = page.closes_at
        text = _("Cuộc thi đã kết thúc lúc %s: câu trả lời này không được nhận.")
        shown = format_datetime(closes_at) if closes_at else ""
        return sealed(JsonResponse({"error": text % shown}, status=CONFLICT))
    if visit.draft is None:
        return sealed(JsonResponse({"error": missing_paper()}, status=404))
    step = number_from(request.POST.get("buoc"), _steps(visit.draft.version.paper) + 1)
    desk.keep_answers(visit.draft, _sent(visit, visit.draft, step), visit.moment)
    return sealed(JsonResponse({"saved": _("Đã lưu lúc %s.") % format_time(visit.moment)}))
