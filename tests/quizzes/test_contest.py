"""Taking part in a contest, as somebody without a script does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from home.quizzes import desk, limits
from home.quizzes.limits import Limit
from home.quizzes.models import QuizDraft, QuizEntry, QuizPage
from tests.quizzes.papers import RIGHT, Taker, blocks, entries, make_quiz, person, text_of
from units.models import Unit


@pytest.fixture
def contest(bac_son: Unit) -> QuizPage:
    return make_quiz(bac_son, contest=True)


def end(page: QuizPage) -> None:
    QuizPage.objects.filter(pk=page.pk).update(closes_at=timezone.now() - timedelta(seconds=2))


def test_paper_is_handed_in_and_marked(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    answer = taker.hand_in(name="Nông  Thị Mẫu", telephone="0203 3716 910", guess="7")
    assert answer.status_code == 302
    assert answer.url.endswith("tham-gia/da-nop/")
    (entry,) = entries(contest)
    assert (entry.score, entry.is_flawless, entry.guess) == (3, True, 7)
    assert (entry.name, entry.telephone) == ("Nông Thị Mẫu", "+842033716910")
    assert entry.answers == {"q1": ["q1-d1"], "q2": ["q2-d1", "q2-d2"], "q3": ["q3-d1"]}
    assert entry.code in text_of(taker.get("tham-gia/da-nop/"))
    assert not QuizDraft.objects.exists()


def test_receipt_does_not_tell_the_marks(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer({"cau-q1": ["q1-d1"]})
    taker.hand_in()
    said = text_of(taker.get("tham-gia/da-nop/"))
    assert "đã trả lời 1/3 câu" in said
    assert "điểm" not in said.partition("<main")[2].partition("</main>")[0]


def test_consent_is_kept_with_its_wording_and_time(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    before = timezone.now()
    taker.hand_in(agrees_to_publication="on")
    (entry,) = entries(contest)
    assert entry.version == contest.current_version
    assert "90 ngày" in entry.version.wording("taking_part")
    assert before <= entry.consented_at <= timezone.now()
    assert entry.agrees_to_publication


def test_no_box_is_ticked_beforehand(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    said = text_of(taker.get(buoc=2))
    assert said.count('type="checkbox"') == 2
    assert "checked" not in said
    assert "Phiên bản lời đồng ý: 1" in said


def test_refusing_publication_still_takes_part(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.hand_in()
    assert not entries(contest)[0].agrees_to_publication


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"agrees": ""}, "Cần sự đồng ý này"),
        ({"name": ""}, "Hãy nhập họ và tên"),
        ({"name": "12345"}, "Hãy nhập bằng chữ"),
        ({"name": "Nông\x00Văn"}, "null"),
        ({"name": "Ô" * 121}, "120"),
        ({"organisation": ""}, "Hãy nhập đơn vị"),
        ({"telephone": "12"}, "Số điện thoại không đúng"),
        ({"telephone": "0912\x00345678"}, "null"),
        ({"telephone": "1800 1234"}, "không phải số tổng đài"),
        ({"guess": ""}, "Hãy nhập dự đoán"),
        ({"guess": "mười"}, "số nguyên"),
        ({"guess": "-1"}, "không nhỏ hơn 0"),
        ({"guess": "9" * 30}, "quá lớn"),
        ({"guess": "9" * 5000}, "Dự đoán"),
        ({"website": "https://spam.example"}, "Để trống ô này"),
    ],
)
def test_wrong_input_is_told_and_what_was_typed_stays(
    contest: QuizPage, changed: dict[str, str], told: str
) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    values = person(**changed)
    answer = taker.post("nop", **values)
    assert answer.status_code == 200
    said = text_of(answer)
    assert told in said
    kept = "organisation" if "organisation" not in changed else "name"
    assert f'value="{values[kept]}"' in said
    assert not entries(contest)
    assert QuizDraft.objects.get(page=contest).answers["q1"] == ["q1-d1"]


def test_names_hold_no_signs_that_nobody_sees(contest: QuizPage) -> None:
    Taker(contest).begin().hand_in(name="Nông\u200b Văn \u202eMẫu", organisation="Lớp\u2066 9A")
    (entry,) = entries(contest)
    assert (entry.name, entry.organisation) == ("Nông Văn Mẫu", "Lớp 9A")


@pytest.mark.parametrize(
    "again", ["0203 3716 910", "+84 2033716910", "0084 203 371 6910", "02033.716.910"]
)
def test_one_number_takes_part_once_however_it_is_written(contest: QuizPage, again: str) -> None:
    Taker(contest).begin().hand_in(telephone="02033716910", name="Người Thứ Nhất")
    second = Taker(contest).begin()
    answer = second.hand_in(telephone=again, name="Người Thứ Hai")
    assert answer.status_code == 409
    said = text_of(answer)
    assert "mỗi số chỉ dùng cho một bài dự thi" in said
    assert "Người Thứ Nhất" not in said
    assert "Người Thứ Hai" in said
    assert [entry.name for entry in entries(contest)] == ["Người Thứ Nhất"]
    assert QuizDraft.objects.filter(page=contest).count() == 1


def test_number_may_take_part_in_another_contest(contest: QuizPage, bac_son: Unit) -> None:
    other = make_quiz(bac_son, contest=True)
    for page in (contest, other):
        Taker(page).begin().hand_in(telephone="02033716910")
    first, second = entries(contest) + entries(other)
    assert first.phone_key != second.phone_key
    assert "2033716910" not in first.phone_key


def test_database_itself_keeps_a_second_entry_of_a_number_out(contest: QuizPage) -> None:
    Taker(contest).begin().hand_in()
    (entry,) = entries(contest)
    entry.pk, entry.token_hash, entry.code = None, "x" * 64, "KHAC"
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save(force_insert=True)


def test_double_click_counts_once(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    token, values = taker.token, person()
    first = taker.post("nop", bai=token, **values)
    second = taker.post("nop", bai=token, **values)
    assert first.url == second.url
    assert len(entries(contest)) == 1
    assert entries(contest)[0].code in text_of(taker.get("tham-gia/da-nop/"))


def test_two_that_arrive_together_are_one_entry(contest: QuizPage) -> None:
    """Both requests read the draft before either has written."""
    taker = Taker(contest).begin()
    draft = desk.draft_of(contest, taker.token)
    assert draft is not None
    who = desk.Person("Mẫu", "Trường Mẫu", "+84912345678", 1, False)
    first = desk.hand_in(draft, who, timezone.now())
    second = desk.hand_in(draft, who, timezone.now())
    assert first == second
    assert len(entries(contest)) == 1


def test_retry_after_the_end_gets_the_receipt_of_what_is_in(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    token, values = taker.token, person()
    taker.post("nop", bai=token, **values)
    end(contest)
    assert taker.post("nop", bai=token, **values).url.endswith("da-nop/")


def test_paper_after_the_end_is_refused_with_the_time_and_kept_on_the_screen(
    contest: QuizPage,
) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    end(contest)
    contest.refresh_from_db()
    answer = taker.hand_in(name="Nông Văn Trễ", organisation="Trường Mẫu")
    said = text_of(answer)
    assert answer.status_code == 409
    assert timezone.localtime(contest.closes_at).strftime("%H:%M %d/%m/%Y") in said
    assert "Bài của bạn đến máy chủ lúc" in said
    for typed in ("Nông Văn Trễ", "Trường Mẫu", "Ngày 9/11", "Hành vi hai"):
        assert typed in said
    assert not entries(contest)


def test_answers_sent_after_the_end_are_shown_too(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    end(contest)
    answer = taker.answer({"cau-q3": ["q3-s1"]})
    assert answer.status_code == 409
    assert "Không ai" in text_of(answer)
    assert QuizDraft.objects.get().answers == {}


def test_server_clock_at_arrival_decides(contest: QuizPage, monkeypatch) -> None:
    """What takes long inside the server is not the sender's delay."""
    taker = Taker(contest).begin()
    real = desk.hand_in

    def slow(*args: Any) -> QuizEntry:
        end(contest)
        return real(*args)

    monkeypatch.setattr(desk, "hand_in", slow)
    assert taker.hand_in().url.endswith("da-nop/")
    assert len(entries(contest)) == 1


def test_contest_that_has_not_begun_takes_nothing(bac_son: Unit) -> None:
    page = make_quiz(bac_son, contest=True, opens=timedelta(hours=2))
    taker = Taker(page)
    assert "Cuộc thi chưa mở" in text_of(taker.get())
    assert taker.post("bat-dau").status_code == 409
    assert not QuizDraft.objects.exists()
    assert 'href="tham-gia/"' not in text_of(taker.get(""))


def test_closed_browser_goes_on_with_the_same_paper(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer({"cau-q1": ["q1-d1"]})
    cookie = taker.client.cookies[f"bai-{contest.pk}"]
    assert int(cookie["max-age"]) > 3600
    assert cookie["httponly"]
    assert cookie["path"] == taker.path
    later = Taker(contest)
    later.client.cookies[f"bai-{contest.pk}"] = cookie.value
    said = text_of(later.get(buoc=1))
    assert 'value="q1-d1" checked' in said
    assert "Đã trả lời 1/3 câu" in said


def test_script_saves_what_the_form_holds(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    answer = taker.post("", "tham-gia/luu/", buoc=1, **{"cau-q2": ["q2-d1"]})
    assert answer.json()["saved"].startswith("Đã lưu lúc ")
    assert QuizDraft.objects.get().answers == {"q2": ["q2-d1"]}
    end(contest)
    answer = taker.post("", "tham-gia/luu/", buoc=1, **{"cau-q2": ["q2-s1"]})
    assert answer.status_code == 409
    assert "đã kết thúc lúc" in answer.json()["error"]
    assert QuizDraft.objects.get().answers == {"q2": ["q2-d1"]}


def test_answers_can_be_taken_back(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    taker.answer({"cau-q1": ["q1-s1"]})
    assert QuizDraft.objects.get().answers == {"q1": ["q1-s1"]}


def test_next_pupil_at_the_computer_starts_anew(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer()
    taker.hand_in()
    assert "Bắt đầu làm bài" in text_of(taker.get())
    taker.begin()
    assert QuizDraft.objects.get().answers == {}
    taker.answer()
    taker.post("bo")
    assert not QuizDraft.objects.exists()
    assert "Bắt đầu làm bài" in text_of(taker.get())


def test_draft_holds_nothing_about_the_person(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.post("nop", **person(name="Nông Văn Kín", guess=""))
    stored = str(QuizDraft.objects.values().get())
    assert "Kín" not in stored
    assert taker.token not in stored


def test_paper_sent_at_once_is_a_robots(contest: QuizPage) -> None:
    taker = Taker(contest)
    taker.post("bat-dau")
    answer = taker.hand_in(name="Rô Bốt")
    assert "Bài gửi quá nhanh" in text_of(answer)
    assert "Rô Bốt" in text_of(answer)
    assert not entries(contest)


def test_flood_is_stopped_and_nothing_typed_is_lost(contest: QuizPage, monkeypatch) -> None:
    monkeypatch.setattr(limits, "count", lambda *_args: True)
    taker = Taker(contest).begin()
    monkeypatch.setattr(Limit.SENT, "_value_", ("sent", 0))
    taker.hand_in()
    answer = Taker(contest).begin().hand_in(name="Người Sau")
    assert answer.status_code == 429
    assert "Người Sau" in text_of(answer)


def test_asking_for_many_numbers_is_stopped(contest: QuizPage, monkeypatch) -> None:
    monkeypatch.setattr(Limit.REFUSED_NUMBER, "_value_", ("refused-number", 2))
    Taker(contest).begin().hand_in(telephone="0912345678")
    asker = Taker(contest).begin()
    told = [asker.hand_in(telephone="0912345678").status_code for _turn in range(4)]
    assert told == [409, 409, 429, 429]
    # Somebody else's network is not held up.
    other = Taker(contest, address="203.0.113.9").begin()
    assert other.hand_in().status_code == 302


def test_form_needs_its_token(contest: QuizPage) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    taker = Taker(contest)
    assert strict.post(f"{taker.path}tham-gia/", {"viec": "bat-dau"}).status_code == 403
    assert not QuizDraft.objects.exists()


@pytest.mark.parametrize("below", ["tham-gia/", "tham-gia/da-nop/", "luyen-tap/"])
def test_what_belongs_to_one_person_is_kept_by_no_cache(contest: QuizPage, below: str) -> None:
    taker = Taker(contest).begin()
    taker.get(below)
    if taker.last.status_code == 200:
        assert taker.last["Cache-Control"] == "private, no-store"
        assert taker.last["X-Robots-Tag"] == "noindex"


def test_public_page_is_the_same_for_everybody(contest: QuizPage) -> None:
    fresh, busy = Taker(contest), Taker(contest).begin()
    busy.answer()
    first, second = fresh.get(""), busy.get("")
    assert first.content == second.content
    assert "csrfmiddlewaretoken" not in text_of(first)
    assert not fresh.client.cookies


def test_long_paper_has_steps(bac_son: Unit) -> None:
    paper = [(f"Câu hỏi số {n}?", ["Đúng"], ["Sai"]) for n in range(1, 13)]
    taker = Taker(make_quiz(bac_son, contest=True, questions=blocks(paper))).begin()
    assert text_of(taker.get(buoc=3)).count("<fieldset") == 2
    assert taker.post("tiep", buoc=1, **{"cau-q1": ["q1-d1"]}).url.endswith("?buoc=2")
    assert taker.post("tiep", buoc=2, **{"cau-q6": ["q6-d1"]}).url.endswith("?buoc=3")
    # A step that was not sent keeps its answers.
    assert QuizDraft.objects.get().answers == {"q1": ["q1-d1"], "q6": ["q6-d1"]}
    assert "câu 12" in text_of(taker.get(buoc=4))


def test_order_is_one_for_each_paper(bac_son: Unit) -> None:
    paper = [(f"Câu hỏi số {n}?", ["Đúng"], ["Sai", "Sai nữa"]) for n in range(1, 6)]
    page = make_quiz(bac_son, contest=True, questions=blocks(paper), shuffles=True)
    orders = set()
    for _taker in range(8):
        taker = Taker(page).begin()
        once, twice = text_of(taker.get(buoc=1)), text_of(taker.get(buoc=1))
        first, second = (_order(text) for text in (once, twice))
        assert first == second
        orders.add(first)
    assert len(orders) > 4


def _order(text: str) -> tuple[str, ...]:
    import re

    return tuple(re.findall(r'value="(q\d-[ds]\d)"', text))


@pytest.mark.parametrize("step", ["0", "99", "-1", "x", "9" * 40, "\x00", "１"])
def test_any_step_of_an_address_is_answered(contest: QuizPage, step: str) -> None:
    taker = Taker(contest).begin()
    assert taker.get(buoc=step).status_code == 200
    assert taker.post("tiep", buoc=step).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "\x00", "Đ", "a" * 9000])
@pytest.mark.parametrize("action", ["tiep", "nop", "bo", "", "khong-co"])
def test_unknown_paper_is_told_so(contest: QuizPage, token: str, action: str) -> None:
    answer = Taker(contest).post(action, bai=token)
    assert answer.status_code == 200
    assert "Không tìm thấy bài đang làm" in text_of(answer)


def test_junk_in_answers_is_not_kept(contest: QuizPage) -> None:
    taker = Taker(contest).begin()
    taker.answer({"cau-q1": ["\x00", "q2-d1", "q1-s1", "q1-d1"], "cau-zz": ["1"], **{}})
    # One answer of a question that takes one, in the paper's own order.
    assert QuizDraft.objects.get().answers == {"q1": ["q1-d1"]}


def test_paper_of_another_contest_does_not_count_here(contest: QuizPage, bac_son: Unit) -> None:
    other = make_quiz(bac_son, contest=True)
    taker = Taker(other).begin()
    answer = Taker(contest).post("nop", bai=taker.token, **person())
    assert "Không tìm thấy bài đang làm" in text_of(answer)
    assert not QuizEntry.objects.exists()


def test_unit_with_a_host_of_its_own_takes_papers(cao_loc: Unit) -> None:
    page = make_quiz(cao_loc, contest=True)
    taker = Taker(page, host="cao-loc.localhost").begin()
    taker.answer(RIGHT)
    assert taker.hand_in().status_code == 302
    assert len(entries(page)) == 1
