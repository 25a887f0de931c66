"""Results of a contest, reckoned from its entries by the pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from home.quizzes.models import QuizPage
from home.quizzes.remarking import Corrections
from home.quizzes.rules import scoring
from home.quizzes.rules.paper import ExamPaper

CACHE_SECONDS = 600


@dataclass(frozen=True)
class Totals:
    """What may be told of all entries together: no person is in it."""

    entries: int
    flawless: int
    best: int | None
    mean: float | None
    of: int
    spread: list[tuple[int, int]]
    questions: list[scoring.QuestionCount]


def totals(page: QuizPage, paper: ExamPaper, keys: scoring.Keys) -> Totals:
    """One query, whatever the number of entries; `keys` are those corrected since."""
    rows = list(page.entries.values_list("score", "is_flawless", "answers"))
    scores = [score for score, _flawless, _answers in rows]
    answers = [given if isinstance(given, dict) else {} for _score, _flawless, given in rows]
    return Totals(
        entries=len(rows),
        flawless=sum(is_flawless for _score, is_flawless, _answers in rows),
        best=max(scores, default=None),
        mean=scoring.mean(scores),
        of=len(paper.questions),
        spread=scoring.spread(scores),
        questions=scoring.statistics(paper, answers, keys),
    )


def public_totals(page: QuizPage, version: Any, corrections: Corrections) -> Totals:
    """The same for the public page, which many ask for at once after the end."""
    number = page.entries.count()
    key = f"quizzes:totals:{page.pk}:{version.pk}:{number}:{corrections.stamp}"
    found = cache.get(key)
    if found is None:
        found = totals(page, version.paper, corrections.keys)
        cache.set(key, found, CACHE_SECONDS)
    return found


def ranked(page: QuizPage) -> list[scoring.RankedPlace]:
    """All entries in their ranks; one query."""
    fields = ("pk", "score", "is_flawless", "guess", "received_at")
    rows = page.entries.order_by("pk").values_list(*fields)
    return scoring.ranking([scoring.Candidate(*row) for row in rows])
