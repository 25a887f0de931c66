"""Practice: one question at a time, the answer at once. Nothing about anybody is stored.

What was answered so far travels in the form itself, so that it works without a script and without a row.
"""

from __future__ import annotations

import re
import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect

from home.quizzes.desk import answers_in
from home.quizzes.models import QuizPage
from home.quizzes.presentation import ordered, solutions
from home.quizzes.rules.paper import ExamPaper, sensible
from home.quizzes.rules.scoring import mark
from home.quizzes.views.answers import number_from, render

_SEED = re.compile(r"[0-9a-f]{16}")


def practice(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    if page.is_contest:
        return HttpResponseRedirect(page.get_url(request))
    version = page.current_version
    if version is None or not version.paper.questions:
        raise Http404
    seed = _seed(request.POST.get("thu-tu", ""))
    paper = ordered(version.paper, seed if version.shuffles else "")
    if request.method != "POST":
        return _question(page, request, paper, seed, 1, {})
    chosen = sensible(paper, answers_in(request.POST, [one.key for one in paper.questions]))
    place = number_from(request.POST.get("cau"), len(paper.questions))
    action = request.POST.get("viec")
    if action == "tiep" and place == len(paper.questions):
        return _summary(page, request, paper, chosen)
    if action == "tiep":
        return _question(page, request, paper, seed, place + 1, chosen)
    return _question(page, request, paper, seed, place, chosen, is_checked=action == "kiem-tra")


def _seed(sent: str) -> str:
    return sent if _SEED.fullmatch(sent) else secrets.token_hex(8)


def _question(
    page: QuizPage,
    request: HttpRequest,
    paper: ExamPaper,
    seed: str,
    place: int,
    chosen: dict[str, list[str]],
    is_checked: bool = False,
) -> HttpResponseBase:
    """The question; checked, it says whether the answer is right, and why."""
    current = solutions(paper, chosen)[place - 1]
    is_answered = bool(current.question.chosen)
    solution = current if is_checked and is_answered else None
    # The form asks the question itself again until its answer is shown.
    kept = {
        key: values
        for key, values in chosen.items()
        if solution is not None or key != current.question.key
    }
    context: dict[str, Any] = {
        "seed": seed,
        "place": place,
        "of": len(paper.questions),
        "question": current.question,
        "kept": [(key, value) for key, values in kept.items() for value in values],
        "solution": solution,
        "nothing_chosen": is_checked and not is_answered,
        "is_last": place == len(paper.questions),
    }
    return render(page, request, "practice", context)


def _summary(
    page: QuizPage, request: HttpRequest, paper: ExamPaper, chosen: dict[str, list[str]]
) -> HttpResponseBase:
    context = {"result": mark(paper, chosen), "solutions": solutions(paper, chosen)}
    return render(page, request, "practice_done", context)
