"""The paper of a quiz: its questions as they stood when they were published.

A paper is kept as JSON with every publication, so that an entry is always marked by the questions that
its writer read. Keys are those of the blocks in the editor: they survive a corrected wording.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, TypeVar

Chosen = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Answer:
    key: str
    text: str
    is_right: bool = False


@dataclass(frozen=True)
class QuestionCitation:
    """`law` is the key of a row, `place` the article within it ("khoản 2 Điều 5")."""

    law: int
    place: str = ""


@dataclass(frozen=True)
class Question:
    """`explanation` is stored running text (HTML of the editor), `image` the key of a picture."""

    key: str
    text: str
    answers: tuple[Answer, ...]
    explanation: str = ""
    image: int | None = None
    alt: str = ""
    citations: tuple[QuestionCitation, ...] = ()

    @property
    def right(self) -> frozenset[str]:
        return frozenset(answer.key for answer in self.answers if answer.is_right)

    @property
    def takes_several(self) -> bool:
        return len(self.right) > 1


@dataclass(frozen=True)
class ExamPaper:
    questions: tuple[Question, ...] = ()

    @property
    def skeleton(self) -> frozenset[tuple[str, frozenset[str], frozenset[str]]]:
        """What entries stand on: which questions and answers there are, and which are right.

        Wording, pictures, explanations and the order may be corrected without touching it.
        """
        return frozenset(
            (question.key, frozenset(answer.key for answer in question.answers), question.right)
            for question in self.questions
        )

    @property
    def images(self) -> set[int]:
        return {question.image for question in self.questions if question.image}

    @property
    def laws(self) -> set[int]:
        return {citation.law for question in self.questions for citation in question.citations}


def to_data(paper: ExamPaper) -> list[dict[str, Any]]:
    """In JSON's own types, so that what was read from the database equals what would be written."""
    rows: list[dict[str, Any]] = json.loads(
        json.dumps([asdict(question) for question in paper.questions])
    )
    return rows


def from_data(data: Any) -> ExamPaper:
    """The paper that `to_data` wrote; what is no question of it is left out."""
    rows = data if isinstance(data, list) else []
    read = (_question(row) for row in rows if isinstance(row, dict))
    return ExamPaper(tuple(question for question in read if question is not None))


def _question(row: Mapping[str, Any]) -> Question | None:
    try:
        return Question(
            key=str(row["key"]),
            text=str(row["text"]),
            answers=tuple(Answer(**answer) for answer in row["answers"]),
            explanation=str(row.get("explanation") or ""),
            image=row.get("image"),
            alt=str(row.get("alt") or ""),
            citations=tuple(
                QuestionCitation(**citation) for citation in row.get("citations") or ()
            ),
        )
    except (KeyError, TypeError):
        return None


def shuffled(paper: ExamPaper, seed: str) -> ExamPaper:
    """The same paper in an order of its own for each seed, and always the same for one seed."""
    questions = (
        replace(question, answers=_ordered(question.answers, f"{seed}:{question.key}"))
        for question in paper.questions
    )
    return ExamPaper(_ordered(tuple(questions), seed))


Keyed = TypeVar("Keyed", Question, Answer)


def _ordered(rows: tuple[Keyed, ...], seed: str) -> tuple[Keyed, ...]:
    return tuple(sorted(rows, key=lambda row: sha256(f"{seed}:{row.key}".encode()).digest()))


def sensible(paper: ExamPaper, chosen: Chosen) -> dict[str, list[str]]:
    """Only answers that the paper has, in its own order, and one where one may be chosen.

    Whatever a browser sends passes here before it is kept. Where q1 takes one answer and there is no q9:
    {"q1": ["b", "a", "x"], "q9": ["a"]} → {"q1": ["a"]}.
    """
    kept: dict[str, list[str]] = {}
    for question in paper.questions:
        wanted = set(chosen.get(question.key, ()))
        keys = [answer.key for answer in question.answers if answer.key in wanted]
        if keys:
            kept[question.key] = keys if question.takes_several else keys[:1]
    return kept
