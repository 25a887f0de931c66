"""Five hundred papers in a minute lose none: real requests in threads, each on a PostgreSQL connection.

The work is bounded (500 people, one request each and a third of them two); how fast it is depends on the
machine and is not asserted, only printed with `-s`.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from time import monotonic

import pytest
from django.db import connection, connections
from django.utils import timezone
from wagtail.models import Collection, Locale, Page

from home.quizzes import desk
from home.quizzes.models import QuizDraft, QuizEntry, QuizPage
from tests.factories import make_portal
from tests.quizzes.papers import RIGHT, Taker, make_quiz, person

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
PEOPLE, THREADS = 500, 16


@pytest.fixture
def contest() -> QuizPage:
    assert connection.vendor == "postgresql"
    Locale.objects.get_or_create(language_code="vi")
    if Page.get_first_root_node() is None:
        Page.add_root(instance=Page(title="Gốc", slug="root"))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Gốc")
    portal = make_portal(["bac-son"])
    return make_quiz(portal.unit("bac-son"), contest=True)


def begin_many(page: QuizPage) -> list[str]:
    """Five hundred papers that are written and not handed in yet; their tokens."""
    version, begun = page.current_version, timezone.now() - timedelta(minutes=5)
    tokens = [f"giay-{number}" for number in range(PEOPLE)]
    right, wrong = {key[4:]: keys for key, keys in RIGHT.items()}, {"q1": ["q1-s1"]}
    QuizDraft.objects.bulk_create(
        [
            QuizDraft(
                page=page,
                version=version,
                token_hash=desk.hash_of(token),
                seed="1",
                answers=right if number % 2 else wrong,
                created_at=begun,
                updated_at=begun,
            )
            for number, token in enumerate(tokens)
        ]
    )
    return tokens


def hand_in(page: QuizPage, number: int, token: str) -> tuple[int, str]:
    """One person; every third one clicks twice. The last status and where it led."""
    values = person(telephone=f"09{number:08d}", name=f"Người Mẫu {number}")
    try:
        taker = Taker(page)
        for _click in range(2 if number % 3 == 0 else 1):
            answer = taker.post("nop", bai=token, **values)
        return answer.status_code, answer.headers.get("Location", "")
    finally:
        connections.close_all()


def test_five_hundred_papers_lose_none(contest: QuizPage) -> None:
    tokens, begun = begin_many(contest), monotonic()
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(partial(hand_in, contest), range(PEOPLE), tokens))
    print(f"{PEOPLE} papers in {monotonic() - begun:.1f} s by {THREADS} threads")
    assert Counter(status for status, _where in answers) == {302: PEOPLE}
    assert all(where.endswith("/da-nop/") for _status, where in answers)
    rows = QuizEntry.objects.filter(page=contest)
    assert rows.count() == PEOPLE
    assert rows.values("telephone").distinct().count() == PEOPLE
    assert Counter(rows.values_list("score", flat=True)) == {3: PEOPLE // 2, 0: PEOPLE // 2}
    assert not QuizDraft.objects.exists()


def test_one_number_from_many_hands_at_once_is_one_entry(contest: QuizPage) -> None:
    takers = [Taker(contest).begin() for _person in range(8)]
    QuizDraft.objects.update(created_at=timezone.now() - timedelta(minutes=1))

    def send(taker: Taker) -> int:
        try:
            return taker.hand_in(telephone="02033716910").status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        told = Counter(pool.map(send, takers))
    assert told == {302: 1, 409: 7}
    assert QuizEntry.objects.count() == 1


def test_many_clicks_at_once_are_one_entry_and_one_receipt(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    token, values = taker.token, person()

    def click(_turn: int) -> str:
        try:
            return Taker(contest).post("nop", bai=token, **values).headers.get("Location", "")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        led = set(pool.map(click, range(8)))
    assert len(led) == 1
    assert led.pop().endswith("/da-nop/")
    assert QuizEntry.objects.count() == 1
