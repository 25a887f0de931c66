"""A wrong key is corrected after the end: who may, what is marked again, what everybody is told."""

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

from home.quizzes import remarking
from home.quizzes.models import KeyCorrection, QuizEntry, QuizPage
from home.quizzes.retention import delete_due
from home.quizzes.rules.paper import Answer, Paper, Question
from home.quizzes.rules.scoring import mark, statistics
from tests.factories import browser, make_user
from tests.quizzes.papers import RIGHT, Taker, blocks, entries, make_quiz, text_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

REASON = "Luật mới có hiệu lực trước ngày thi."


def staff(role: Role, unit: Unit | None = None) -> Client:
    client = browser()
    sign_in(client, make_user(role, unit))
    return client


def take_part(page: QuizPage, name: str, answers: dict[str, list[str]], **values: Any) -> None:
    taker = Taker(page).begin()
    taker.answer(answers)
    taker.hand_in(name=name, agrees_to_publication="on", **values)


@pytest.fixture
def contest(bac_son: Unit) -> QuizPage:
    """Over since an hour: An answered by the key, Bình wrote 2/9 in the first question, Chi nothing there."""
    page = make_quiz(bac_son, contest=True, opens=timedelta(days=-9))
    take_part(page, "An Mẫu", RIGHT, guess="1")
    take_part(page, "Bình Mẫu", RIGHT | {"cau-q1": ["q1-s1"]}, guess="1")
    take_part(page, "Chi Mẫu", {"cau-q3": ["q3-d1"]}, guess="1")
    QuizPage.objects.filter(pk=page.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    return QuizPage.objects.get(pk=page.pk)


@pytest.fixture
def board(contest: QuizPage) -> Client:
    return staff(Role.BOARD)


def url(page: QuizPage, question: str = "q1", name: str = "quizzes_key") -> str:
    address = reverse(name, args=[page.pk])
    return f"{address}?cau={question}" if name == "quizzes_key" else address


def correct(client: Client, page: QuizPage, question: str = "q1", **values: Any) -> Any:
    seen = remarking.corrections_of(page).mark
    data = {"right": ["q1-s1"], "reason": REASON, "da-xem": str(seen), **values}
    return client.post(url(page, question), data)


def marks(page: QuizPage) -> dict[str, tuple[int, bool]]:
    return {entry.name: (entry.score, entry.is_flawless) for entry in entries(page)}


BEFORE = {"An Mẫu": (3, True), "Bình Mẫu": (2, False), "Chi Mẫu": (1, False)}


def test_all_papers_are_marked_again_by_the_corrected_key(contest: QuizPage, board: Client) -> None:
    assert marks(contest) == BEFORE
    assert correct(board, contest).status_code == 302
    assert marks(contest) == {"An Mẫu": (2, False), "Bình Mẫu": (3, True), "Chi Mẫu": (1, False)}
    (row,) = KeyCorrection.objects.all()
    assert (row.before, row.after, row.changed, row.reason) == (["q1-d1"], ["q1-s1"], 2, REASON)
    assert row.corrected_by is not None


def test_one_of_several_right_answers_counts_where_people_could_tick_one(
    contest: QuizPage, board: Client
) -> None:
    correct(board, contest, right=["q1-d1", "q1-s1"])
    assert marks(contest) == {"An Mẫu": (3, True), "Bình Mẫu": (3, True), "Chi Mẫu": (1, False)}
    said = text_of(Taker(contest).get("ket-qua/"))
    assert "(chọn một trong các phương án này đều được tính điểm)" in said


def test_question_without_a_right_answer_counts_for_everybody(
    contest: QuizPage, board: Client
) -> None:
    correct(board, contest, right=[], everyone="on")
    assert marks(contest) == {"An Mẫu": (3, True), "Bình Mẫu": (3, True), "Chi Mẫu": (2, False)}
    said = text_of(Taker(contest).get("ket-qua/"))
    assert "câu hỏi có sai sót, mọi bài đều được tính điểm câu này." in said
    assert "3/3 bài trả lời đúng" in said


def test_where_several_could_be_ticked_exactly_the_right_ones_count(
    contest: QuizPage, board: Client
) -> None:
    correct(board, contest, "q2", right=["q2-d1"])
    assert marks(contest)["An Mẫu"] == (2, False)


def test_correction_can_be_taken_back(contest: QuizPage, board: Client) -> None:
    correct(board, contest)
    correct(board, contest, right=["q1-d1"], reason="Sửa nhầm câu.")
    assert marks(contest) == BEFORE
    assert KeyCorrection.objects.count() == 2
    # And two questions at once are both kept.
    correct(board, contest, "q3", right=["q3-s1"])
    correct(board, contest)
    assert marks(contest)["Bình Mẫu"] == (2, False)


def test_results_say_that_papers_were_marked_again(contest: QuizPage, board: Client) -> None:
    before = text_of(Taker(contest).get("ket-qua/"))
    assert "chấm lại" not in before
    correct(board, contest)
    said = text_of(Taker(contest).get("ket-qua/"))
    assert "Kết quả đã được chấm lại" in said
    assert f"Lý do: {REASON}" in said
    assert "Đáp án khi mở cuộc thi: A. Ngày 9/11" in " ".join(said.split())
    assert "B. Ngày 2/9" in said.partition("Đáp án:</b>")[2].partition("</p>")[0]
    assert "1/3 bài trả lời đúng" in said
    office = text_of(board.get(url(contest, name="quizzes_results")))
    assert "Đáp án đã sửa, bài đã chấm lại" in office
    assert "Trước: Ngày 9/11." in office
    assert "Sau: Ngày 2/9." in office
    assert "(2 bài đổi điểm)" in office
    assert office.index("Bình Mẫu") < office.index("An Mẫu")


def test_what_people_read_stays(contest: QuizPage, board: Client) -> None:
    version = contest.current_version
    assert version is not None
    correct(board, contest)
    assert contest.current_version == version
    assert contest.current_version.content == version.content
    contest.save_revision().publish()
    assert QuizPage.objects.get(pk=contest.pk).current_version == version
    assert marks(contest)["Bình Mẫu"] == (3, True)


def test_it_is_in_the_log_with_its_reason_and_no_person_of_outside(
    contest: QuizPage, board: Client
) -> None:
    correct(board, contest)
    (noted,) = PageLogEntry.objects.filter(page=contest, action="quizzes.key_correct")
    assert noted.user is not None
    kept = {name: noted.data[name] for name in ("before", "after", "reason", "changed")}
    assert kept == {
        "before": ["Ngày 9/11"],
        "after": ["Ngày 2/9"],
        "reason": REASON,
        "changed": 2,
    }
    assert "An Mẫu" not in str(noted.data)
    history = text_of(board.get(reverse("wagtailadmin_pages:history", args=[contest.pk])))
    assert "chấm lại" in history


def test_workbook_tells_it(contest: QuizPage, board: Client) -> None:
    correct(board, contest, reason="=1+1")
    answer = board.get(url(contest, name="quizzes_export"))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert [row[5].value for row in book.worksheets[0].iter_rows(min_row=2)] == [3, 2, 1]
    row = [cell.value for cell in list(book.worksheets[2].iter_rows())[1]]
    assert row[0] == 1
    assert row[2:] == ["Ngày 9/11", "Ngày 2/9", "'=1+1", 2]


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_only_the_board_may(contest: QuizPage, bac_son: Unit, role: Role) -> None:
    client = staff(role, bac_son)
    for answer in (client.get(url(contest)), correct(client, contest)):
        assert answer.status_code in {302, 403}
    assert marks(contest) == BEFORE
    assert not KeyCorrection.objects.exists()


def test_visitor_and_other_units_may_not(contest: QuizPage, cao_loc: Unit) -> None:
    assert correct(browser(), contest).status_code == 302
    assert correct(staff(Role.LEADER, cao_loc), contest).status_code == 404
    assert marks(contest) == BEFORE


def test_no_key_is_corrected_before_the_end(bac_son: Unit) -> None:
    page, board = make_quiz(bac_son, contest=True), staff(Role.BOARD)
    take_part(page, "An Mẫu", RIGHT)
    answer = board.post(url(page), {"right": ["q1-s1"], "reason": "x"}, follow=True)
    assert "Chỉ sửa đáp án sau khi cuộc thi kết thúc" in text_of(answer)
    assert marks(page) == {"An Mẫu": (3, True)}


def test_published_winners_come_down_first(contest: QuizPage, board: Client) -> None:
    entry = QuizEntry.objects.get(page=contest, name="An Mẫu")
    board.post(reverse("quizzes_prize", args=[contest.pk, entry.pk]), {"prize": "Giải Nhất"})
    winners = url(contest, name="quizzes_winners")
    board.post(winners, {"viec": "cong-bo"})
    answer = board.post(url(contest), {"right": ["q1-s1"], "reason": REASON}, follow=True)
    assert "hãy gỡ danh sách rồi mới sửa đáp án" in text_of(answer)
    assert marks(contest) == BEFORE
    board.post(winners, {"viec": "go"})
    seen = str(remarking.corrections_of(contest).mark)
    told = board.post(
        url(contest), {"right": ["q1-s1"], "reason": REASON, "da-xem": seen}, follow=True
    )
    assert "hãy xem lại các giải thưởng đã ghi" in text_of(told)
    assert QuizEntry.objects.get(pk=entry.pk).prize == "Giải Nhất"


def test_second_person_is_told_what_the_first_did(contest: QuizPage, board: Client) -> None:
    correct(board, contest)
    answer = correct(staff(Role.BOARD), contest, right=["q1-s2"], **{"da-xem": "0"})
    said = text_of(answer)
    assert answer.status_code == 200
    assert "có người khác đã sửa đáp án" in said
    assert REASON in said
    assert KeyCorrection.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"reason": " "}, "Hãy ghi lý do"),
        ({"reason": "a\x00b"}, "null"),
        ({"reason": "Đ" * 501}, "500"),
        ({"right": []}, "Hãy đánh dấu ít nhất một đáp án đúng"),
        ({"right": ["q1-d1"]}, "chưa có gì để chấm lại"),
        ({"right": ["q2-d1"]}, "không có phương án này"),
        ({"right": ["\x00"]}, "không có phương án này"),
        ({"right": ["q1-d1", "q1-s1", "q1-s2"]}, "tính điểm câu này cho mọi bài"),
        ({"everyone": "on"}, "bỏ dấu ở các phương án"),
        ({"da-xem": "x"}, "có người khác đã sửa đáp án"),
        ({"da-xem": "9" * 400}, "có người khác đã sửa đáp án"),
    ],
)
def test_wrong_input_is_told_and_nothing_changes(
    contest: QuizPage, board: Client, values: dict[str, Any], told: str
) -> None:
    answer = correct(board, contest, **values)
    assert answer.status_code == 200
    assert told in text_of(answer)
    assert marks(contest) == BEFORE
    assert not KeyCorrection.objects.exists()


@pytest.mark.parametrize("question", ["", "q9", "\x00", "Đ" * 3000])
def test_question_that_is_not_asked_is_not_found(
    contest: QuizPage, board: Client, question: str
) -> None:
    assert (
        board.get(reverse("quizzes_key", args=[contest.pk]), {"cau": question}).status_code == 404
    )


def test_marks_and_correction_are_one(
    contest: QuizPage, board: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("no space left")

    monkeypatch.setattr(remarking.audit_trail, "record", fails)
    assert correct(board, contest).status_code == 500
    assert marks(contest) == BEFORE
    assert not KeyCorrection.objects.exists()


def test_papers_without_a_name_are_marked_again_too(contest: QuizPage, board: Client) -> None:
    delete_due(timezone.now() + timedelta(days=99))
    correct(board, contest)
    assert sorted(entry.score for entry in entries(contest)) == [1, 2, 3]


def test_each_paper_is_marked_by_the_version_that_its_writer_read(
    bac_son: Unit, board: Client
) -> None:
    page = make_quiz(bac_son, contest=True)
    take_part(page, "An Mẫu", RIGHT)
    rows = blocks()
    rows[0]["value"]["answers"][1]["value"]["text"] = "Ngày mồng 2 tháng 9"
    page.questions = QuizPage._meta.get_field("questions").to_python(rows and _json(rows))
    page.save_revision().publish()
    take_part(page, "Bình Mẫu", RIGHT | {"cau-q1": ["q1-s1"]})
    assert {entry.version.number for entry in entries(page)} == {1, 2}
    QuizPage.objects.filter(pk=page.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    correct(board, page)
    assert marks(page) == {"An Mẫu": (2, False), "Bình Mẫu": (3, True)}


def _json(rows: Any) -> str:
    import json

    return json.dumps(rows)


@pytest.mark.django_db(databases=[])
def test_corrected_key_is_a_pure_rule() -> None:
    question = Question("q", "?", (Answer("a", "A", True), Answer("b", "B"), Answer("c", "C")))
    paper = Paper((question,))
    either = {"q": frozenset("ab")}
    assert [mark(paper, {"q": [key]}, either).score for key in "abc"] == [1, 1, 0]
    assert mark(paper, {}, either).score == 0
    assert mark(paper, {}, {"q": frozenset()}).is_flawless
    (count,) = statistics(paper, [{"q": ["b"]}, {}], {"q": frozenset("b")})
    assert (count.right, [one.is_right for one in count.options]) == (1, [False, True, False])
