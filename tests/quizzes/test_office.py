"""Results in the administration: whose they are, what is exported, made public, and deleted."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from home.quizzes.export import harmless
from home.quizzes.models import QuizDraft, QuizEntry, QuizPage, WinnersNotice
from home.quizzes.retention import delete_due
from home.quizzes.tasks import delete_personal_data
from portal.celery import app
from tests.factories import browser, make_user
from tests.quizzes.papers import RIGHT, Taker, entries, make_quiz, text_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role


@pytest.fixture
def contest(bac_son: Unit) -> QuizPage:
    """Over since an hour; three people took part."""
    page = make_quiz(bac_son, contest=True, opens=timedelta(days=-9))
    people: list[tuple[str, dict[str, list[str]], str, str]] = [
        ("An Mẫu", RIGHT, "0912345001", "on"),
        ("Bình Mẫu", {"cau-q1": ["q1-s1"]}, "0912345002", ""),
        ("=HYPERLINK(1)", RIGHT, "0912345003", ""),
    ]
    for name, answers, telephone, agrees in people:
        taker = Taker(page).begin()
        taker.answer(answers)
        taker.hand_in(name=name, telephone=telephone, agrees_to_publication=agrees, guess="2")
    QuizPage.objects.filter(pk=page.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    return QuizPage.objects.get(pk=page.pk)


def staff(role: Role, unit: Unit | None = None) -> Client:
    client = browser()
    sign_in(client, make_user(role, unit))
    return client


def url(name: str, page: QuizPage, *args: Any) -> str:
    return reverse(f"quizzes_{name}", args=[page.pk, *args])


def entry_of(page: QuizPage, name: str) -> QuizEntry:
    return QuizEntry.objects.get(page=page, name=name)


SCREENS = ["results", "export"]
CHANGES = ["winners", "prize", "entry_delete"]


def addresses(page: QuizPage) -> list[tuple[str, str]]:
    key = entries(page)[0].pk
    return [("get", url(name, page)) for name in SCREENS] + [
        ("post", url(name, page, *([key] if name != "winners" else []))) for name in CHANGES
    ]


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_other_units_find_nothing(contest: QuizPage, cao_loc: Unit, role: Role) -> None:
    client = staff(role, cao_loc)
    for method, address in addresses(contest):
        assert getattr(client, method)(address).status_code == 404, address
    assert len(entries(contest)) == 3


def test_contributor_does_not_read_papers(contest: QuizPage, bac_son: Unit) -> None:
    client = staff(Role.CONTRIBUTOR, bac_son)
    for method, address in addresses(contest):
        answer = getattr(client, method)(address)
        assert answer.status_code in {302, 403}, address
        assert "An Mẫu" not in text_of(answer)
    assert len(entries(contest)) == 3


def test_visitor_is_sent_to_the_sign_in(contest: QuizPage) -> None:
    for method, address in addresses(contest):
        assert getattr(browser(), method)(address).status_code == 302
    assert len(entries(contest)) == 3


@pytest.mark.parametrize("role", [Role.LEADER, Role.UNIT_ADMIN])
def test_unit_reads_ranking_and_statistics(contest: QuizPage, bac_son: Unit, role: Role) -> None:
    said = text_of(staff(role, bac_son).get(url("results", contest)))
    assert said.index("An Mẫu") < said.index("Bình Mẫu")
    assert "3 bài dự thi, 2 bài đúng tất cả các câu" in said
    assert "2/3 bài đúng (66,67%)" in said
    assert '<rect class="quiz-chart__right" width="66.7" height="10">' in said
    assert "(đáp án đúng)" in said


def test_entry_of_another_contest_is_not_found(contest: QuizPage, bac_son: Unit) -> None:
    other = make_quiz(bac_son, contest=True)
    client = staff(Role.LEADER, bac_son)
    key = entries(contest)[0].pk
    for name in ("prize", "entry_delete"):
        assert client.post(url(name, other, key)).status_code == 404
    assert len(entries(contest)) == 3


def cells(client: Client, page: QuizPage) -> list[list[list[Any]]]:
    answer = client.get(url("export", page))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    return [[list(row) for row in sheet.iter_rows()] for sheet in book]


def test_workbook_holds_text_and_no_formula(contest: QuizPage, bac_son: Unit) -> None:
    papers, questions = cells(staff(Role.LEADER, bac_son), contest)
    assert {cell.data_type for row in papers + questions for cell in row} <= {"s", "n", "inlineStr"}
    names = [row[2].value for row in papers[1:]]
    assert names == ["An Mẫu", "'=HYPERLINK(1)", "Bình Mẫu"]
    assert papers[1][4].value == "0912.345.001"
    assert [cell.value for cell in questions[1]] == [
        "Ngày Pháp luật là ngày nào?",
        "Ngày 9/11",
        "có",
        2,
        3,
    ]
    (entry,) = PageLogEntry.objects.filter(page=contest, action="quizzes.export")
    assert entry.user is not None


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@x", "\tx", "\x00=1", "\x0b=1"])
def test_text_that_a_spreadsheet_would_run_is_marked(text: str) -> None:
    assert str(harmless(text)).startswith("'")


def test_prizes_are_the_units_and_publication_is_the_boards(
    contest: QuizPage, bac_son: Unit
) -> None:
    leader, board = staff(Role.LEADER, bac_son), staff(Role.BOARD)
    public = Taker(contest)
    board.post(url("winners", contest), {"viec": "cong-bo"})
    assert not WinnersNotice.objects.exists()
    for name, prize in (("An Mẫu", "Giải Nhất"), ("=HYPERLINK(1)", "Giải Nhì")):
        leader.post(url("prize", contest, entry_of(contest, name).pk), {"prize": prize})
    assert leader.post(url("winners", contest), {"viec": "cong-bo"}).status_code == 302
    assert not WinnersNotice.objects.exists()
    assert "An Mẫu" not in text_of(public.get("ket-qua/"))
    board.post(url("winners", contest), {"viec": "cong-bo"})
    said = text_of(public.get("ket-qua/"))
    assert "An Mẫu" in said
    assert "••••.•••.001" in said
    assert "345.001" not in said
    # Who did not agree to be named.
    assert entry_of(contest, "=HYPERLINK(1)").code in said
    assert "=HYPERLINK(1)" not in said
    assert "Bình Mẫu" not in said


def test_published_winners_do_not_change_under_the_boards_hand(
    contest: QuizPage, bac_son: Unit
) -> None:
    leader, board = staff(Role.LEADER, bac_son), staff(Role.BOARD)
    key = entry_of(contest, "An Mẫu").pk
    leader.post(url("prize", contest, key), {"prize": "Giải Nhất"})
    board.post(url("winners", contest), {"viec": "cong-bo"})
    answer = leader.post(url("prize", contest, key), {"prize": "Giải Ba"}, follow=True)
    assert "hãy đề nghị Ban Biên tập gỡ" in text_of(answer)
    assert QuizEntry.objects.get(pk=key).prize == "Giải Nhất"
    board.post(url("winners", contest), {"viec": "go"})
    assert "An Mẫu" not in text_of(Taker(contest).get("ket-qua/"))


def test_no_prize_before_the_end(bac_son: Unit) -> None:
    page = make_quiz(bac_son, contest=True)
    Taker(page).begin().hand_in()
    (entry,) = entries(page)
    staff(Role.LEADER, bac_son).post(url("prize", page, entry.pk), {"prize": "Giải Nhất"})
    assert entries(page)[0].prize == ""


def test_person_takes_a_paper_back(contest: QuizPage, bac_son: Unit) -> None:
    client = staff(Role.UNIT_ADMIN, bac_son)
    entry = entry_of(contest, "Bình Mẫu")
    address = url("entry_delete", contest, entry.pk)
    assert "sẽ mất hẳn" in text_of(client.get(address))
    assert len(entries(contest)) == 3
    client.post(address)
    assert [one.name for one in entries(contest)] == ["An Mẫu", "=HYPERLINK(1)"]
    (noted,) = PageLogEntry.objects.filter(page=contest, action="quizzes.entry_delete")
    assert noted.data["code"] == entry.code
    assert "Bình" not in str(noted.data)
    assert "số bài dự thi" in text_of(Taker(contest).get("ket-qua/")).lower()


def test_personal_data_goes_when_its_time_is_over_and_the_figures_stay(
    contest: QuizPage, bac_son: Unit
) -> None:
    closes_at = contest.closes_at
    assert closes_at is not None
    assert delete_due(closes_at + timedelta(days=89, hours=23)) == 0
    assert entries(contest)[0].telephone
    assert delete_due(closes_at + timedelta(days=90)) == 3
    for entry in entries(contest):
        assert (entry.name, entry.organisation, entry.telephone) == ("", "", "")
        assert entry.phone_key is None
        assert entry.personal_data_deleted_at is not None
    assert delete_due(closes_at + timedelta(days=91)) == 0
    (noted,) = PageLogEntry.objects.filter(page=contest, action="quizzes.personal_data_delete")
    assert noted.data["deleted"] == 3
    said = text_of(staff(Role.LEADER, bac_son).get(url("results", contest)))
    assert "3 bài dự thi, 2 bài đúng tất cả các câu" in said
    assert "(đã xóa thông tin cá nhân)" in said


def test_promise_of_the_consent_holds_when_the_page_says_more_later(contest: QuizPage) -> None:
    contest.retention_days = 700
    contest.save_revision().publish()
    closes_at = contest.closes_at
    assert closes_at is not None
    assert delete_due(closes_at + timedelta(days=91)) == 3


def test_winners_lose_their_names_too(contest: QuizPage, bac_son: Unit) -> None:
    key = entry_of(contest, "An Mẫu").pk
    staff(Role.LEADER, bac_son).post(url("prize", contest, key), {"prize": "Giải Nhất"})
    staff(Role.BOARD).post(url("winners", contest), {"viec": "cong-bo"})
    delete_due(timezone.now() + timedelta(days=99))
    said = text_of(Taker(contest).get("ket-qua/"))
    assert "An Mẫu" not in said
    assert "Giải Nhất" in said


def test_drafts_of_past_contests_and_forgotten_ones_go(contest: QuizPage, bac_son: Unit) -> None:
    running = make_quiz(bac_son, contest=True)
    for _taker in range(2):
        Taker(running).begin()
    old = QuizDraft.objects.filter(page=running).first()
    assert old is not None
    QuizDraft.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=61))
    version = contest.current_version
    QuizDraft.objects.create(
        page=contest,
        version=version,
        token_hash="x",
        seed="1",
        created_at=timezone.now(),
        updated_at=timezone.now() - timedelta(hours=2),
    )
    delete_personal_data()
    assert QuizDraft.objects.filter(page=running).count() == 1
    assert not QuizDraft.objects.filter(page=contest).exists()


def test_job_runs_every_day() -> None:
    names = [line["task"] for line in app.conf.beat_schedule.values()]
    assert delete_personal_data.name in names


@pytest.mark.parametrize("number", ["x", "-1", "99999999999", "\x00"])
def test_any_page_of_the_list_is_answered(contest: QuizPage, bac_son: Unit, number: str) -> None:
    client = staff(Role.LEADER, bac_son)
    assert client.get(url("results", contest), {"trang": number}).status_code == 200
    key = entries(contest)[0].pk
    answer = client.post(url("prize", contest, key), {"prize": "\x00Giải", "trang": number})
    assert answer.status_code == 302
