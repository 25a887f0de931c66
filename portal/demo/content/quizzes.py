"""Questions of the sample's quizzes: written for this portal, on real laws by their real symbols.

Only what the cited article says for certain is asked. Contests, prizes and entries are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.content.reading import read_table


@dataclass(frozen=True)
class QuestionSample:
    """`cited` are (symbol, article) of laws; the sample links those that the list of laws knows."""

    text: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    explanation: str
    cited: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class QuizSample:
    """`asked` are keys of questions, in their order."""

    title: str
    slug: str
    lead: str
    asked: tuple[str, ...]


@dataclass(frozen=True)
class _File:
    rules: str
    prizes: str
    prize_names: tuple[str, ...]
    schools: tuple[str, ...]
    family_names: tuple[str, ...]
    given_names: tuple[str, ...]
    practice: QuizSample
    running: QuizSample
    finished: QuizSample
    question: dict[str, QuestionSample]

    def questions_of(self, quiz: QuizSample) -> list[QuestionSample]:
        return [self.question[key] for key in quiz.asked]


QUIZZES = read_table("quizzes.toml", _File)
