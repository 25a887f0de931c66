"""How many questions the database is asked: few, and not more with more entries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.quizzes.models import QuizEntry, QuizPage
from tests.factories import browser, make_image, make_user
from tests.quizzes.papers import RIGHT, Taker, blocks, make_quiz
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
QUIZ_PAGE, RESULTS, PUBLIC_RESULTS = 15, 30, 20
MANY = 5000
PAPER = [(f"Câu hỏi số {n}?", ["Đúng"], ["Sai", "Sai nữa"]) for n in range(1, 21)]


def asked(client: Client, path: str, **query: str) -> int:
    for _warm_up in range(2):
        assert client.get(path, query).status_code == 200, path
    with CaptureQueriesContext(connection) as found:
        client.get(path, query)
    return len(found)


def add_entries(page: QuizPage, amount: int) -> None:
    version, now = page.current_version, timezone.now()
    start = QuizEntry.objects.filter(page=page).count()
    QuizEntry.objects.bulk_create(
        [
            QuizEntry(
                page=page,
                version=version,
                code=f"C{number}",
                token_hash=f"{page.pk}-{number}",
                phone_key=f"{number}",
                name=f"Người Mẫu {number}",
                telephone="+84912345678",
                guess=number % 50,
                answers={f"q{n}": [f"q{n}-d1"] for n in range(1, 1 + number % 21)},
                score=number % 21,
                is_flawless=number % 21 == 20,
                received_at=now - timedelta(hours=2, seconds=number),
                consented_at=now,
                agrees_to_publication=True,
                prize="Giải" if number < 10 else "",
            )
            for number in range(start, start + amount)
        ],
        batch_size=1000,
    )


@pytest.fixture
def contest(bac_son: Unit) -> QuizPage:
    images = [make_image(f"Ảnh {n}") for n in range(3)]
    rows = blocks(PAPER)
    for row, image in zip(rows, images, strict=False):
        row["value"] |= {"image": image.pk, "alt_text": "Một bức tranh minh họa"}
    return make_quiz(bac_son, contest=True, questions=rows, image=make_image())


def test_pages_of_a_quiz_stay_within_their_budget(contest: QuizPage) -> None:
    taker = Taker(contest)
    counts = {"page": asked(taker.client, taker.path)}
    counts["start"] = asked(taker.client, f"{taker.path}tham-gia/")
    taker.begin()
    taker.answer(RIGHT)
    for step in ("1", "2", "5"):
        counts[step] = asked(taker.client, f"{taker.path}tham-gia/", buoc=step)
    assert {name: number for name, number in counts.items() if number > QUIZ_PAGE} == {}


def test_results_of_five_thousand_entries_are_as_cheap_as_of_ten(
    contest: QuizPage, bac_son: Unit
) -> None:
    QuizPage.objects.filter(pk=contest.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    staff, public, counts = browser(), Taker(contest), []
    sign_in(staff, make_user(Role.LEADER, bac_son))
    office = reverse("quizzes_results", args=[contest.pk])
    for amount in (60, MANY - 60):
        add_entries(contest, amount)
        cache.clear()
        counts.append(
            (
                asked(staff, office),
                asked(staff, office, trang="2"),
                asked(public.client, public.path + "ket-qua/"),
            )
        )
    assert counts[0] == counts[1]
    assert max(counts[1][:2]) <= RESULTS
    assert counts[1][2] <= PUBLIC_RESULTS


def test_list_of_many_quizzes_asks_no_more_than_of_one(contest: QuizPage, bac_son: Unit) -> None:
    index = contest.get_parent().get_url()
    one = asked(browser(), index)
    for _quiz in range(8):
        make_quiz(bac_son, contest=True)
    assert asked(browser(), index) == one <= QUIZ_PAGE
