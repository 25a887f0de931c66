"""A running contest and a practice quiz of the province; a finished contest of a unit with its entries.

The questions are written for this portal, on real laws by their real symbols: only what the cited article
says for certain is asked. Contests, prizes and entries are invented.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from django.utils import timezone

from home.laws.services import find_by_symbol
from home.quizzes.counts import ranked
from home.quizzes.desk import hash_of, phone_key
from home.quizzes.models import QuizEntry, QuizIndexPage, QuizPage, QuizVersion, WinnersNotice
from home.quizzes.rules.scoring import mark
from portal.demo.book import note
from portal.demo.content.reading import read_table
from units.models import Unit


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
ENTRIES = 200
FINISHED_UNIT = "cao-loc"


def load_quizzes(units: Mapping[str, Unit], province: Unit) -> int:
    """Publish the sample's quizzes; their number."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    running = _contest(today - timedelta(7), today + timedelta(21))
    over = _contest(today - timedelta(40), today - timedelta(10))
    _publish(province, QUIZZES.practice)
    _publish(province, QUIZZES.running, **running)
    finished = _publish(units[FINISHED_UNIT], QUIZZES.finished, **over)
    _hand_in(finished)
    return 3


def _contest(first: datetime, last: datetime) -> dict[str, Any]:
    return {
        "mode": QuizPage.Mode.CONTEST,
        "opens_at": timezone.make_aware(datetime.combine(first.date(), time(8))),
        "closes_at": timezone.make_aware(datetime.combine(last.date(), time(17))),
        "rules_text": QUIZZES.rules,
        "prizes": QUIZZES.prizes,
    }


def _publish(unit: Unit, sample: QuizSample, **values: Any) -> QuizPage:
    index = QuizIndexPage.objects.child_of(unit.home_page).get()
    texts = {"title": sample.title, "slug": sample.slug, "lead": sample.lead}
    questions = _stored(QUIZZES.questions_of(sample))
    page = QuizPage(**texts, questions=questions, live=False, **values)
    index.add_child(instance=page)
    unfinished = list(page.missing_parts())
    if unfinished:
        raise ValueError(f"{page.slug}: {unfinished}")
    page.save_revision(clean=False).publish()
    return note(QuizPage.objects.get(pk=page.pk))


def _stored(samples: Sequence[QuestionSample]) -> str:
    """The questions as a StreamField keeps them."""
    return json.dumps([_item(_question(sample), "question") for sample in samples])


def _item(value: dict[str, Any], kind: str = "item") -> dict[str, Any]:
    """Without an id of its own Wagtail takes a stored item for an old form, and reads it as empty."""
    return {"type": kind, "id": str(uuid4()), "value": value}


def _question(sample: QuestionSample) -> dict[str, Any]:
    answers = [(text, True) for text in sample.right] + [(text, False) for text in sample.wrong]
    laws = [(find_by_symbol(symbol), article) for symbol, article in sample.cited]
    return {
        "text": sample.text,
        "image": None,
        "alt_text": "",
        "answers": [_item({"text": text, "is_right": is_right}) for text, is_right in answers],
        "explanation": f"<p>{sample.explanation}</p>",
        "citations": [
            _item({"law": law.pk, "article": article, "clause": "", "point": ""})
            for law, article in laws
            if law is not None
        ],
    }


def _hand_in(page: QuizPage) -> None:
    """Two hundred invented entries, the same at every load, and the prizes of the first six."""
    version = page.current_version
    if version is None or page.opens_at is None or page.closes_at is None:
        raise ValueError("the finished contest was not published")
    rng = Random(page.slug)
    length = int((page.closes_at - page.opens_at).total_seconds())
    entries = []
    for number in range(1, ENTRIES + 1):
        moment = page.opens_at + timedelta(seconds=rng.randrange(length))
        entries.append(_entry(page, version, number, rng, moment))
    QuizEntry.objects.bulk_create(entries)
    for place, prize in zip(ranked(page), QUIZZES.prize_names, strict=False):
        QuizEntry.objects.filter(pk=place.candidate.key).update(prize=prize)
    WinnersNotice.objects.create(page=page, published_at=page.closes_at + timedelta(days=2))


def _entry(
    page: QuizPage, version: QuizVersion, number: int, rng: Random, moment: datetime
) -> QuizEntry:
    skill = rng.uniform(0.45, 1)
    chosen = {}
    for question in version.paper.questions:
        wrong = [answer.key for answer in question.answers if not answer.is_right]
        knows = rng.random() < skill
        chosen[question.key] = sorted(question.right) if knows else [rng.choice(wrong)]
    result = mark(version.paper, chosen)
    name = f"{rng.choice(QUIZZES.family_names)} {rng.choice(QUIZZES.given_names)} {number} (mẫu)"
    # Digits that follow each other: a number that nobody takes for a real one.
    telephone = f"+84900000{number:03d}"
    return QuizEntry(
        page=page,
        version=version,
        code=f"MAU{number:05d}",
        token_hash=hash_of(f"{page.pk}-{number}"),
        phone_key=phone_key(page.pk, telephone),
        name=name,
        organisation=rng.choice(QUIZZES.schools),
        telephone=telephone,
        guess=rng.randrange(0, 60),
        answers=chosen,
        score=result.score,
        is_flawless=result.is_flawless,
        received_at=moment,
        consented_at=moment,
        agrees_to_publication=rng.random() < 0.85,
    )
