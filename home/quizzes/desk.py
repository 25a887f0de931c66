"""Where papers are begun, kept and handed in: the only place that writes drafts and entries."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.crypto import salted_hmac

from home.quizzes.models import QuizDraft, QuizEntry, QuizPage, QuizVersion
from home.quizzes.rules.paper import Chosen, sensible
from home.quizzes.rules.scoring import mark

# Without letters and digits that are taken for one another when somebody reads a code on the telephone.
_CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
# Nobody reads a question sooner; robots do.
MINIMUM_SECONDS = 5


class NumberTakenError(Exception):
    """The telephone number has an entry in this contest already."""


@dataclass(frozen=True)
class Person:
    """What somebody gave with a paper; `telephone` in international form."""

    name: str
    organisation: str
    telephone: str
    guess: int
    agrees_to_publication: bool


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def phone_key(page_id: int, number: str) -> str:
    """A hash that nobody can reckon from a list of numbers without the portal's secret."""
    return salted_hmac("home.quizzes.phone", f"{page_id}:{number}", algorithm="sha256").hexdigest()


def begin(page: QuizPage, version: QuizVersion, moment: datetime) -> tuple[str, QuizDraft]:
    """A new paper and the token that finds it."""
    token = secrets.token_urlsafe(24)
    draft = QuizDraft.objects.create(
        page=page,
        version=version,
        token_hash=hash_of(token),
        seed=secrets.token_hex(8),
        created_at=moment,
        updated_at=moment,
    )
    return token, draft


def draft_of(page: QuizPage, token: str) -> QuizDraft | None:
    rows = QuizDraft.objects.filter(page=page, token_hash=hash_of(token))
    return rows.select_related("version").first() if token else None


def entry_of(page: QuizPage, token: str) -> QuizEntry | None:
    rows = QuizEntry.objects.filter(page=page, token_hash=hash_of(token))
    return rows.select_related("version").first() if token else None


def keep_answers(draft: QuizDraft, sent: Chosen, moment: datetime) -> None:
    """Write answers of some questions over the kept ones; an empty list takes an answer back."""
    merged = {**draft.chosen, **{key: list(values) for key, values in sent.items()}}
    draft.answers = sensible(draft.version.paper, merged)
    draft.updated_at = moment
    # Never brings back a draft that was handed in meanwhile.
    QuizDraft.objects.filter(pk=draft.pk).update(answers=draft.answers, updated_at=moment)


def hand_in(draft: QuizDraft, person: Person, moment: datetime) -> QuizEntry:
    """Make an entry of the draft; `moment` is when the request arrived.

    The same paper handed in twice is one entry: the second time the first one is given back. Raises
    NumberTakenError for a number that has an entry by another paper.
    """
    result = mark(draft.version.paper, draft.chosen)
    key = phone_key(draft.page_id, person.telephone)
    try:
        with transaction.atomic():
            entry = QuizEntry.objects.create(
                page_id=draft.page_id,
                version=draft.version,
                code="".join(secrets.choice(_CODE_SIGNS) for _sign in range(8)),
                token_hash=draft.token_hash,
                phone_key=key,
                name=person.name,
                organisation=person.organisation,
                telephone=person.telephone,
                guess=person.guess,
                answers=draft.chosen,
                score=result.score,
                is_flawless=result.is_flawless,
                received_at=moment,
                consented_at=moment,
                agrees_to_publication=person.agrees_to_publication,
            )
            QuizDraft.objects.filter(pk=draft.pk).delete()
    except IntegrityError as error:
        same = QuizEntry.objects.filter(token_hash=draft.token_hash).first()
        if same is not None:
            return same
        if QuizEntry.objects.filter(page=draft.page_id, phone_key=key).exists():
            raise NumberTakenError from error
        raise
    return entry


def answers_in(data: QueryDict, keys: Iterable[str]) -> dict[str, list[str]]:
    """What a form sent for the questions with these keys; one without a tick was emptied."""
    return {key: data.getlist(f"cau-{key}") for key in keys}
