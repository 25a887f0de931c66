"""Marks, ranks and statistics: pure, so that anybody can reckon a result again.

A question counts one mark when exactly its right answers are chosen. Entries are ranked by marks, then by
how close the guess of the number of flawless entries came, then by who sent earlier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from home.quizzes.rules.paper import Answer, Chosen, ExamPaper, Question

# Question → its right answers since the key was corrected; none where every paper gets the mark.
Keys = Mapping[str, frozenset[str]]
AS_PUBLISHED: Keys = {}


@dataclass(frozen=True)
class PaperMark:
    score: int
    of: int

    @property
    def is_flawless(self) -> bool:
        return self.of > 0 and self.score == self.of


def is_right(question_right: Iterable[str], chosen: Iterable[str]) -> bool:
    """Nothing chosen is never right, also where a broken question has no right answer."""
    wanted = set(question_right)
    return bool(wanted) and wanted == set(chosen)


def right_of(question: Question, keys: Keys = AS_PUBLISHED) -> frozenset[str]:
    return keys.get(question.key, question.right)


def earns_mark(question: Question, chosen: Iterable[str], keys: Keys = AS_PUBLISHED) -> bool:
    """Whether the question has its mark, by the corrected key where there is one.

    How it was asked stays: where only one answer could be ticked, each of several right ones counts.
    Right are a and c, chosen is a → False; the key was corrected to a or b, one could be ticked → True.
    """
    if question.key not in keys:
        return is_right(question.right, chosen)
    right = keys[question.key]
    if not right:
        return True
    return is_right(right, chosen) if question.takes_several else not right.isdisjoint(chosen)


def mark(paper: ExamPaper, chosen: Chosen, keys: Keys = AS_PUBLISHED) -> PaperMark:
    right = sum(
        earns_mark(question, chosen.get(question.key, ()), keys) for question in paper.questions
    )
    return PaperMark(right, len(paper.questions))


@dataclass(frozen=True)
class Candidate:
    """What decides a rank; `key` is the entry's."""

    key: int
    score: int
    is_flawless: bool
    guess: int | None
    received_at: datetime


@dataclass(frozen=True)
class RankedPlace:
    """`distance` is between the guess and the true number; None without a guess."""

    rank: int
    candidate: Candidate
    distance: int | None


def flawless(candidates: Iterable[Candidate]) -> int:
    """The number that everybody had to guess."""
    return sum(candidate.is_flawless for candidate in candidates)


def ranking(candidates: Sequence[Candidate], number: int | None = None) -> list[RankedPlace]:
    """The best first. Who is equal in all three has the same rank, and the next rank is left out.

    Without a guess an entry stands behind all of the same marks that have one. `number` is what had to be
    guessed, where `candidates` are only some of the entries.

    Two flawless entries of three: 10 marks and guess 2, 10 marks and guess 5, 9 marks → ranks 1, 2, 3.
    """
    number = flawless(candidates) if number is None else number
    ordered = sorted(candidates, key=lambda one: (_merit(one, number), one.key))
    places: list[RankedPlace] = []
    for position, candidate in enumerate(ordered, 1):
        same = bool(places) and _merit(places[-1].candidate, number) == _merit(candidate, number)
        rank = places[-1].rank if same else position
        places.append(RankedPlace(rank, candidate, _distance(candidate, number)))
    return places


def _merit(candidate: Candidate, number: int) -> tuple[int, bool, int, datetime]:
    distance = _distance(candidate, number)
    return (-candidate.score, distance is None, distance or 0, candidate.received_at)


def _distance(candidate: Candidate, number: int) -> int | None:
    return None if candidate.guess is None else abs(candidate.guess - number)


@dataclass(frozen=True)
class OptionCount:
    text: str
    is_right: bool
    count: int


@dataclass(frozen=True)
class QuestionCount:
    """How a question was answered: of `total` entries, `answered` chose something."""

    key: str
    text: str
    total: int
    answered: int
    right: int
    options: tuple[OptionCount, ...]


def statistics(
    paper: ExamPaper, entries: Sequence[Chosen], keys: Keys = AS_PUBLISHED
) -> list[QuestionCount]:
    """For each question of the paper, over all entries; answers that it does not know are left out."""
    return [
        QuestionCount(
            key=question.key,
            text=question.text,
            total=len(entries),
            answered=sum(bool(entry.get(question.key)) for entry in entries),
            right=sum(earns_mark(question, entry.get(question.key, ()), keys) for entry in entries),
            options=_options(
                question.answers,
                right_of(question, keys),
                Counter(_choices(entries, question.key)),
            ),
        )
        for question in paper.questions
    ]


def _choices(entries: Iterable[Chosen], key: str) -> Iterable[str]:
    for entry in entries:
        yield from set(entry.get(key, ()))


def _options(
    answers: Iterable[Answer], right: frozenset[str], chosen: Counter[str]
) -> tuple[OptionCount, ...]:
    return tuple(OptionCount(one.text, one.key in right, chosen[one.key]) for one in answers)


def spread(scores: Iterable[int]) -> list[tuple[int, int]]:
    """(marks, how many entries have them), the highest marks first."""
    return sorted(Counter(scores).items(), key=lambda pair: -pair[0])


def mean(scores: Sequence[int]) -> float | None:
    return sum(scores) / len(scores) if scores else None
