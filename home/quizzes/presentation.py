"""What templates show of a quiz. A `QuestionSheet` holds no right answers, so nothing shown with it can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from home.laws.models import Law
from home.quizzes.consent import wordings
from home.quizzes.models import KeyCorrection, QuizIndexPage, QuizPage
from home.quizzes.remarking import Corrections
from home.quizzes.rules.paper import Chosen, ExamPaper, Question, shuffled
from home.quizzes.rules.periods import State
from home.quizzes.rules.scoring import earns_mark, right_of
from portal.core.pagination import page_numbers, page_of
from portal.media.models import PortalImage

PER_PAGE = 12
LETTERS = "ABCDEFGH"
UNCORRECTED = Corrections()


@dataclass(frozen=True)
class Option:
    key: str
    letter: str
    text: str
    is_chosen: bool


@dataclass(frozen=True)
class SheetQuestion:
    number: int
    key: str
    text: str
    takes_several: bool
    image: PortalImage | None
    alt: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.is_chosen]


@dataclass(frozen=True)
class QuestionSheet:
    """The questions as somebody who answers them sees them."""

    questions: tuple[SheetQuestion, ...]

    @property
    def answered(self) -> int:
        return sum(bool(question.chosen) for question in self.questions)

    @property
    def unanswered(self) -> list[SheetQuestion]:
        return [question for question in self.questions if not question.chosen]

    def __len__(self) -> int:
        return len(self.questions)


@dataclass(frozen=True)
class ShownCitation:
    """A law as it is cited, with its validity of today."""

    place: str
    law: Law

    @property
    def text(self) -> str:
        return f"{self.place} {self.law.full_name}".strip()


@dataclass(frozen=True)
class Solution:
    """A question with its right answers: only for who may know them.

    `correction` is there when the key was corrected after the end; `published` is the key before it.
    """

    question: SheetQuestion
    right: tuple[Option, ...]
    is_right: bool
    explanation: str
    cited: tuple[ShownCitation, ...] = ()
    correction: KeyCorrection | None = None
    published: tuple[Option, ...] = ()

    @property
    def takes_any(self) -> bool:
        """Several answers are right, of which people could tick one."""
        return len(self.right) > 1 and not self.question.takes_several


def ordered(paper: ExamPaper, seed: str) -> ExamPaper:
    """The paper in the order of the seed; as it was written without one."""
    return shuffled(paper, seed) if seed else paper


def sheet(paper: ExamPaper, chosen: Chosen | None = None, seed: str = "") -> QuestionSheet:
    shown = ordered(paper, seed)
    images = pictures_of(shown)
    return QuestionSheet(
        tuple(
            sheet_question(number, question, (chosen or {}).get(question.key, ()), images)
            for number, question in enumerate(shown.questions, 1)
        )
    )


def sheet_question(
    number: int, question: Question, chosen: Any, images: Mapping[int, PortalImage]
) -> SheetQuestion:
    marked = set(chosen)
    return SheetQuestion(
        number=number,
        key=question.key,
        text=question.text,
        takes_several=question.takes_several,
        image=images.get(question.image or 0),
        alt=question.alt,
        options=tuple(
            Option(answer.key, LETTERS[place % len(LETTERS)], answer.text, answer.key in marked)
            for place, answer in enumerate(question.answers)
        ),
    )


def pictures_of(paper: ExamPaper) -> dict[int, PortalImage]:
    return PortalImage.objects.in_bulk(paper.images) if paper.images else {}


def solution(
    question: Question,
    shown: SheetQuestion,
    laws: Mapping[int, Law] | None = None,
    corrections: Corrections = UNCORRECTED,
) -> Solution:
    right = right_of(question, corrections.keys)
    return Solution(
        question=shown,
        right=tuple(option for option in shown.options if option.key in right),
        is_right=earns_mark(question, {option.key for option in shown.chosen}, corrections.keys),
        explanation=question.explanation,
        cited=_cited(question, laws or {}),
        correction=corrections.latest.get(question.key),
        published=tuple(option for option in shown.options if option.key in question.right),
    )


def _cited(question: Question, laws: Mapping[int, Law]) -> tuple[ShownCitation, ...]:
    """A law that has been deleted since is left out."""
    known = (citation for citation in question.citations if citation.law in laws)
    return tuple(ShownCitation(citation.place, laws[citation.law]) for citation in known)


def solutions(
    paper: ExamPaper,
    chosen: Chosen | None = None,
    seed: str = "",
    corrections: Corrections = UNCORRECTED,
) -> list[Solution]:
    shown = ordered(paper, seed)
    asked, laws = sheet(shown, chosen), laws_of(shown)
    return [
        solution(question, as_asked, laws, corrections)
        for question, as_asked in zip(shown.questions, asked.questions, strict=True)
    ]


def laws_of(paper: ExamPaper) -> dict[int, Law]:
    return Law.objects.with_replacement().in_bulk(paper.laws) if paper.laws else {}


def quiz_context(page: QuizPage, request: HttpRequest) -> dict[str, Any]:
    """What the public page says; in a preview it shows the questions too, never which answer is right."""
    wording = wordings(page.consent_text, page.retention_days)
    context: dict[str, Any] = {"total": len(page.questions), "wording": wording}
    if getattr(request, "is_preview", False):
        context["preview_sheet"] = sheet(page.paper)
    return context


def listing(index: QuizIndexPage, number: str | None) -> dict[str, Any]:
    """The site's quizzes on pages: open contests first, then those to come, practice, and past ones."""
    now = timezone.now()
    quizzes = list(QuizPage.objects.shown().child_of(index).newest_first().select_related("image"))
    order = list(_ORDER)
    quizzes.sort(key=lambda quiz: order.index(quiz.state_at(now)))
    page, out_of_range = page_of(Paginator(quizzes, PER_PAGE), number)
    return {"items": page, "out_of_range": out_of_range, "page_range": page_numbers(page)}


_ORDER: Sequence[State] = (State.RUNNING, State.UPCOMING, State.PRACTICE, State.OVER)
