"""The public results of a contest, once it is over: figures, right answers, and winners if made public."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from home.quizzes.counts import public_totals
from home.quizzes.models import QuizPage, WinnersNotice
from home.quizzes.presentation import solutions
from home.quizzes.remarking import corrections_of
from home.quizzes.rules.masking import masked_phone
from home.quizzes.rules.periods import State
from home.quizzes.rules.scoring import Candidate, ranking


def results(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    if not page.is_contest:
        return HttpResponseRedirect(page.get_url(request))
    context: dict[str, Any] = page.get_context(request)
    context["breadcrumbs"] = [*context["breadcrumbs"], (page.title, page.get_url(request))]
    context["meta"].stand_below(_("Kết quả: %s") % page.title, "ket-qua/")
    version = page.current_version
    if page.state_at(timezone.now()) is not State.OVER or version is None:
        context["meta"].robots = "noindex"
        return page.answer(request, context, "quizzes/results_later.html")
    corrections = corrections_of(page)
    totals = public_totals(page, version, corrections)
    solved = solutions(version.paper, corrections=corrections)
    context.update(
        totals=totals,
        remarked=corrections.last,
        solved=list(zip(solved, totals.questions, strict=True)),
        winners=winners(page, totals.flawless),
    )
    return page.answer(request, context, "quizzes/results.html")


def winners(page: QuizPage, flawless: int) -> list[dict[str, Any]]:
    """Prizes in the order of the ranks; whoever did not agree to be named is shown by the code alone."""
    if not WinnersNotice.objects.filter(page=page).exists():
        return []
    rows = {entry.pk: entry for entry in page.entries.winners().defer("answers")}
    candidates = [
        Candidate(row.pk, row.score, row.is_flawless, row.guess, row.received_at)
        for row in rows.values()
    ]
    ordered = [rows[place.candidate.key] for place in ranking(candidates, flawless)]
    return [
        {
            "prize": row.prize,
            "code": row.code,
            "is_named": row.agrees_to_publication and bool(row.name),
            "name": row.name,
            "organisation": row.organisation,
            "telephone": masked_phone(row.telephone) if row.telephone else "",
            "score": row.score,
            "guess": row.guess,
        }
        for row in ordered
    ]
