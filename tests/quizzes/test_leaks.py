"""Right answers stay on the server until they may be known: every output is looked through."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.quizzes.models import QuizPage
from search.services import rebuild
from tests.factories import browser, make_user
from tests.quizzes.papers import RIGHT, SECRET, Taker, make_quiz, text_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role


@pytest.fixture
def contest(bac_son: Unit) -> QuizPage:
    return make_quiz(bac_son, contest=True)


def tells(html: str) -> list[str]:
    """What would give an answer away: an explanation, a flag, a sentence that says "right"."""
    main = html.partition("<main")[2] or html
    return [
        word
        for word in (SECRET, "is_right", "is-right", "Đáp án:", "data-right", "(đáp án đúng)")
        if word in main
    ]


def without_order(html: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)


def test_no_page_of_a_running_contest_tells(contest: QuizPage) -> None:
    taker = Taker(contest)
    seen = [text_of(taker.get("")), text_of(taker.get())]
    taker.begin()
    seen += [text_of(taker.get(buoc=step)) for step in (1, 2)]
    taker.answer(RIGHT)
    seen.append(text_of(taker.hand_in(name="")))
    seen.append(taker.post("", "tham-gia/luu/", buoc=1, **RIGHT).content.decode())
    taker.hand_in()
    seen.append(text_of(taker.get("tham-gia/da-nop/")))
    seen.append(text_of(taker.get("ket-qua/")))
    assert "Ngày 9/11" in seen[2]
    assert [tells(html) for html in seen] == [[]] * len(seen)


def test_right_and_wrong_answers_look_the_same(contest: QuizPage) -> None:
    """Apart from their own words and keys, the boxes of an answer and of another are one markup."""
    html = text_of(Taker(contest).begin().get(buoc=1))
    boxes = re.findall(r'<label class="quiz-option">.*?</label>', html, re.S)
    plain = {re.sub(r'value="[^"]+"|<b>.*?</span>|name="[^"]+"', "", box) for box in boxes}
    assert len(boxes) == 8
    assert len(plain) == 2  # one answer, several answers


def test_answers_are_told_after_the_end(contest: QuizPage) -> None:
    QuizPage.objects.filter(pk=contest.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    assert SECRET in text_of(Taker(contest).get("ket-qua/"))


@pytest.mark.parametrize("path", ["/tim-kiem/", "/sitemap.xml", "/feed/", "/api/v2/pages/"])
def test_search_and_feeds_know_no_question(contest: QuizPage, path: str) -> None:
    rebuild()
    answer = browser().get(path, {"q": "Hành vi một"})
    if answer.status_code == 200:
        assert "Hành vi nào bị cấm" not in text_of(answer)
        assert SECRET not in text_of(answer)


def test_search_finds_the_contest_by_its_rules(bac_son: Unit) -> None:
    page = make_quiz(bac_son, contest=True, rules_text="<p>Thể lệ zqthele</p>")
    rebuild()
    assert page.slug in text_of(browser().get("/tim-kiem/", {"q": "zqthele"}))


def staff(unit: Unit, role: Role) -> Client:
    client = browser()
    sign_in(client, make_user(role, unit))
    return client


def test_preview_shows_questions_and_no_answers(contest: QuizPage, bac_son: Unit) -> None:
    client = staff(bac_son, Role.LEADER)
    html = text_of(client.get(reverse("wagtailadmin_pages:view_draft", args=[contest.pk])))
    assert "Hành vi nào bị cấm" in html
    assert tells(html) == []


@pytest.mark.parametrize(
    "name", ["wagtailadmin_api:pages:listing", "wagtailadmin_api:pages:detail"]
)
def test_interface_of_the_administration_tells_no_question(
    contest: QuizPage, bac_son: Unit, name: str
) -> None:
    args: list[Any] = [contest.pk] if name.endswith("detail") else []
    for role in (Role.LEADER, Role.CONTRIBUTOR):
        answer = staff(bac_son, role).get(reverse(name, args=args), {"fields": "*"})
        assert SECRET not in answer.content.decode()
        assert "Hành vi" not in answer.content.decode()


def test_draft_contest_has_no_address(bac_son: Unit) -> None:
    page = make_quiz(bac_son, contest=True, publish=False)
    taker = Taker(page)
    for below in ("", "tham-gia/", "luyen-tap/", "ket-qua/", "tham-gia/da-nop/"):
        assert taker.get(below).status_code == 404
    assert taker.post("bat-dau").status_code == 404


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_other_units_do_not_reach_the_editor(contest: QuizPage, cao_loc: Unit, role: Role) -> None:
    client = staff(cao_loc, role)
    for name in ("edit", "view_draft", "history", "copy", "usage"):
        answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=[contest.pk]))
        assert answer.status_code == 404
        assert "Hành vi" not in text_of(answer)
