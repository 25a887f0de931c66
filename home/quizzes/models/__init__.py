"""Quizzes: the pages, what each publication of one kept, and the papers that people hand in."""

from home.quizzes.models.corrections import KeyCorrection
from home.quizzes.models.pages import QuizIndexPage, QuizPage
from home.quizzes.models.records import QuizDraft, QuizEntry, QuizVersion, WinnersNotice

__all__ = [
    "KeyCorrection",
    "QuizDraft",
    "QuizEntry",
    "QuizIndexPage",
    "QuizPage",
    "QuizVersion",
    "WinnersNotice",
]
