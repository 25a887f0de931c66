"""Practice: the answer at once, without a script, and nothing is stored."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.quizzes.models import QuizDraft, QuizEntry, QuizPage
from tests.quizzes.papers import SECRET, Taker, make_quiz, text_of
from units.models import Unit


@pytest.fixture
def quiz(bac_son: Unit) -> QuizPage:
    return make_quiz(bac_son)


def hidden(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html):
        found.setdefault(name, []).append(value)
    return found


def test_question_says_nothing_before_it_is_answered(quiz: QuizPage) -> None:
    said = text_of(Taker(quiz).get("luyen-tap/"))
    assert SECRET not in said
    assert "Đáp án" not in said


@pytest.mark.parametrize(
    ("given", "told"), [("q1-d1", "<b>Đúng.</b>"), ("q1-s1", "<b>Chưa đúng.</b>")]
)
def test_answer_is_judged_at_once_with_the_reason(quiz: QuizPage, given: str, told: str) -> None:
    said = text_of(Taker(quiz).post("kiem-tra", "luyen-tap/", cau=1, **{"cau-q1": [given]}))
    assert told in said
    assert SECRET in said
    assert "Ngày 9/11" in said


def test_checking_without_an_answer_shows_no_solution(quiz: QuizPage) -> None:
    said = text_of(Taker(quiz).post("kiem-tra", "luyen-tap/", cau=1))
    assert "Hãy chọn một phương án" in said
    assert SECRET not in said


def test_whole_quiz_without_a_script(quiz: QuizPage) -> None:
    taker = Taker(quiz)
    html = text_of(taker.get("luyen-tap/"))
    answers = {1: {"cau-q1": ["q1-d1"]}, 2: {"cau-q2": ["q2-d1"]}, 3: {"cau-q3": ["q3-d1"]}}
    for place in (1, 2, 3):
        html = text_of(taker.post("kiem-tra", "luyen-tap/", **{**hidden(html), **answers[place]}))
        html = text_of(taker.post("tiep", "luyen-tap/", **hidden(html)))
    assert "Bạn trả lời đúng 2/3 câu" in html
    assert html.count("Chưa đúng.") == 1
    assert not QuizDraft.objects.exists()
    assert not QuizEntry.objects.exists()


def test_practice_writes_nothing(quiz: QuizPage) -> None:
    taker = Taker(quiz)
    with CaptureQueriesContext(connection) as asked:
        taker.get("luyen-tap/")
        taker.post("kiem-tra", "luyen-tap/", cau=1, **{"cau-q1": ["q1-d1"]})
    wrote = [q["sql"] for q in asked if re.match(r"INSERT|UPDATE|DELETE", q["sql"])]
    assert wrote == []
    assert set(taker.client.cookies) <= {"csrftoken"}


@pytest.mark.parametrize("junk", ["\x00", "9" * 30, "x", ""])
def test_junk_is_answered_with_a_question(quiz: QuizPage, junk: str) -> None:
    values = {"cau": junk, "thu-tu": junk, "cau-q1": [junk]}
    answer = Taker(quiz).post("kiem-tra", "luyen-tap/", **values)
    assert answer.status_code == 200


def test_contest_cannot_be_practised(bac_son: Unit) -> None:
    contest = make_quiz(bac_son, contest=True)
    assert Taker(contest).get("luyen-tap/").url == Taker(contest).path
    answer = Taker(contest).post("kiem-tra", "luyen-tap/", cau=1, **{"cau-q1": ["q1-d1"]})
    assert answer.status_code == 302


def test_order_stays_while_somebody_practises(bac_son: Unit) -> None:
    taker = Taker(make_quiz(bac_son, shuffles=True))
    html = text_of(taker.get("luyen-tap/"))
    first = re.search(r'name="(cau-q\d)"', html)
    assert first is not None
    checked = {**hidden(html), first[1]: [f"{first[1][4:]}-d1"]}
    assert (
        hidden(html)["thu-tu"]
        == hidden(text_of(taker.post("kiem-tra", "luyen-tap/", **checked)))["thu-tu"]
    )
