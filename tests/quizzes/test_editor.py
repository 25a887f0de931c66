"""Writing a quiz: what it must have, what reviewers are told, what may change once people take part."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from home.laws.models import Law
from home.quizzes.blocks import QuestionBlock
from home.quizzes.models import QuizEntry, QuizPage, QuizVersion
from home.quizzes.rules.paper import Citation
from tests.factories import browser, make_image, make_user
from tests.quizzes.papers import PAPER, Taker, blocks, index_of, make_quiz, text_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role


@pytest.fixture
def client(bac_son: Unit) -> Client:
    found = browser()
    sign_in(found, make_user(Role.LEADER, bac_son))
    return found


def moment(value: Any) -> str:
    return f"{timezone.localtime(value):%d/%m/%Y %H:%M}" if value else ""


def form(page: QuizPage | None = None, questions: Any = None, **values: Any) -> dict[str, Any]:
    """The editor's form, with the questions as its script sends them."""
    rows = blocks() if questions is None else questions
    data: dict[str, Any] = {
        "title": "Tìm hiểu pháp luật",
        "slug": page.slug if page else "tim-hieu",
        "lead": "Lời giới thiệu.",
        "mode": page.mode if page else "practice",
        "opens_at": moment(page.opens_at) if page else "",
        "closes_at": moment(page.closes_at) if page else "",
        "rules_text": "null",
        "prizes": "null",
        "consent_text": "Tôi đồng ý.",
        "retention_days": "90",
        "questions-count": str(len(rows)),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **values,
    }
    for place, row in enumerate(rows):
        head, value = f"questions-{place}", row["value"]
        data |= {
            f"{head}-deleted": "",
            f"{head}-order": str(place),
            f"{head}-type": "question",
            f"{head}-id": row["id"],
            f"{head}-value-text": value["text"],
            f"{head}-value-explanation": "null",
            f"{head}-value-answers-count": str(len(value["answers"])),
            f"{head}-value-citations-count": "0",
        }
        for number, answer in enumerate(value["answers"]):
            inner = f"{head}-value-answers-{number}"
            data |= {
                f"{inner}-deleted": "",
                f"{inner}-order": str(number),
                f"{inner}-type": "item",
                f"{inner}-id": answer["id"],
                f"{inner}-value-text": answer["value"]["text"],
            }
            if answer["value"]["is_right"]:
                data[f"{inner}-value-is_right"] = "on"
    return data


def told_in(answer: Any) -> str:
    """The page with the errors of the questions, which Wagtail hands to its script as JSON."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text_of(answer))


def add(client: Client, unit: Unit, **values: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", index_of(unit).pk])
    return client.post(address, form(**values))


def edit(client: Client, page: QuizPage, **values: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(page, **values))


def test_quiz_is_saved_as_a_draft(client: Client, bac_son: Unit) -> None:
    assert add(client, bac_son).status_code == 302
    page = QuizPage.objects.get(slug="tim-hieu")
    assert not page.live
    assert len(page.paper.questions) == 3
    assert not QuizVersion.objects.exists()


def test_draft_may_be_unfinished_but_not_go_up(client: Client, bac_son: Unit) -> None:
    assert add(client, bac_son, questions=[], mode="contest").status_code == 302
    page = QuizPage.objects.get(slug="tim-hieu")
    told = dict(page.missing_parts())
    assert "thêm ít nhất một câu hỏi" in told["questions"]
    assert "giờ mở" in told["opens_at"]
    answer = edit(client, page, questions=[], **{"action-submit": "1"})
    assert "thêm ít nhất một câu hỏi" in told_in(answer)
    page.refresh_from_db()
    assert page.current_workflow_state is None


def test_reviews_name_what_is_not_finished(client: Client, bac_son: Unit) -> None:
    wrong = blocks([("Câu hỏi?", [], ["Sai", "Cũng sai"])])
    assert add(client, bac_son, questions=wrong).status_code == 302
    page = QuizPage.objects.get(slug="tim-hieu")
    said = text_of(client.get(reverse("moderation_checklist", args=[page.pk])))
    assert "Câu hỏi 1 chưa hoàn chỉnh" in said


def question(right: int, texts: list[str], **values: Any) -> dict[str, Any]:
    answers = [{"text": text, "is_right": place < right} for place, text in enumerate(texts)]
    plain = {"text": "Hỏi?", "image": None, "alt_text": "", "explanation": RichText("")}
    return {**plain, "answers": answers, **values}


@pytest.mark.parametrize(
    ("right", "texts", "told"),
    [
        (0, ["A", "B"], "ít nhất một đáp án đúng"),
        (2, ["A", "B"], "ít nhất một phương án sai"),
        (1, ["Có tội", "có  TỘI"], "hai phương án giống nhau"),
        (1, ["A"], "2"),
        (1, ["A", "B", "C", "D", "E", "F", "G", "H", "I"], "8"),
    ],
)
def test_question_that_cannot_be_answered_is_refused(
    right: int, texts: list[str], told: str
) -> None:
    block = QuestionBlock()
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(question(right, texts)))
    errors: Any = caught.value
    assert told in str(errors.block_errors["answers"].non_block_errors)


@pytest.mark.django_db
def test_picture_of_a_question_needs_words() -> None:
    block = QuestionBlock()
    image = make_image(description="")
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(question(1, ["A", "B"], image=image.pk)))
    errors: Any = caught.value
    assert "văn bản thay thế" in str(errors.block_errors["alt_text"])


def test_contest_ends_after_it_begins(client: Client, bac_son: Unit) -> None:
    now = timezone.now()
    values = {"opens_at": moment(now), "closes_at": moment(now - timedelta(hours=1))}
    assert "sau giờ mở" in text_of(add(client, bac_son, mode="contest", **values))


def test_explanation_cites_a_law_of_the_list(client: Client, bac_son: Unit) -> None:
    law = Law.objects.create(
        kind="luat",
        symbol="14/2012/QH13",
        title="Luật Phổ biến, giáo dục pháp luật",
        issuer="Quốc hội",
        effective_on=date(2013, 1, 1),
    )
    head = "questions-0-value-citations-0"
    cited = {
        "questions-0-value-citations-count": "1",
        f"{head}-deleted": "",
        f"{head}-order": "0",
        f"{head}-type": "item",
        f"{head}-id": "c1",
        f"{head}-value-law": str(law.pk),
        f"{head}-value-article": "8",
        f"{head}-value-clause": "",
        f"{head}-value-point": "",
    }
    data = {**form(), **cited}
    address = reverse("wagtailadmin_pages:add", args=["quizzes", "quizpage", index_of(bac_son).pk])
    assert client.post(address, data).status_code == 302
    page = QuizPage.objects.get(slug="tim-hieu")
    assert page.paper.questions[0].citations == (Citation(law.pk, "Điều 8"),)
    page.shuffles = False
    page.save_revision().publish()
    answer = Taker(page).post("kiem-tra", "luyen-tap/", cau=1, **{"cau-q1": ["q1-d1"]})
    assert "Điều 8 Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13" in text_of(answer)


@pytest.fixture
def begun(bac_son: Unit) -> QuizPage:
    page = make_quiz(bac_son, contest=True)
    Taker(page).begin()
    return page


def with_change(change: Any) -> list[dict[str, Any]]:
    rows = json.loads(json.dumps(blocks()))
    change(rows)
    return rows


def other_key(rows: Any) -> None:
    rows[0]["value"]["answers"][0]["value"]["is_right"] = False
    rows[0]["value"]["answers"][1]["value"]["is_right"] = True


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.pop(),
        lambda rows: rows.extend(dict(row, id="moi") for row in rows[:1]),
        lambda rows: rows[0]["value"]["answers"].pop(),
        other_key,
    ],
    ids=["question taken", "question added", "answer taken", "other key"],
)
def test_questions_that_papers_stand_on_do_not_change(
    client: Client, begun: QuizPage, change: Any
) -> None:
    answer = edit(client, begun, questions=with_change(change))
    assert "Đã có người làm bài: chỉ sửa được lời văn" in told_in(answer)


def reword(rows: Any) -> None:
    rows[0]["value"]["text"] = "Ngày Pháp luật Việt Nam là ngày nào?"


def test_wording_may_be_corrected(client: Client, begun: QuizPage) -> None:
    assert edit(client, begun, questions=with_change(reword)).status_code == 302


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"mode": "practice"}, "không đổi được hình thức"),
        (
            {"opens_at": "01/01/2027 08:00", "closes_at": "01/02/2027 08:00"},
            "không đổi được giờ mở",
        ),
        ({"closes_at": moment(timezone.now() + timedelta(hours=1))}, "chỉ lùi lại được"),
    ],
)
def test_days_and_kind_hold_for_those_who_take_part(
    client: Client, begun: QuizPage, values: dict[str, str], told: str
) -> None:
    assert told in text_of(edit(client, begun, **values))


def test_contest_that_is_over_is_not_opened_again(client: Client, begun: QuizPage) -> None:
    QuizPage.objects.filter(pk=begun.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    begun.refresh_from_db()
    later = moment(timezone.now() + timedelta(days=9))
    assert "không mở lại được" in text_of(edit(client, begun, closes_at=later))


def test_unpublishing_is_no_way_around(client: Client, begun: QuizPage) -> None:
    begun.unpublish()
    begun.refresh_from_db()
    answer = edit(client, begun, questions=with_change(other_key))
    assert "Đã có người làm bài: chỉ sửa được lời văn" in told_in(answer)
    assert "không đổi được hình thức" in text_of(edit(client, begun, mode="practice"))


def test_nobody_took_part_yet_so_everything_may_change(client: Client, bac_son: Unit) -> None:
    page = make_quiz(bac_son, contest=True)
    assert edit(client, page, questions=blocks(PAPER[:1])).status_code == 302


def test_paper_is_marked_by_the_questions_that_its_writer_read(begun: QuizPage) -> None:
    """Whatever way a changed key became public: what was begun before stands on its own version."""
    taker = Taker(begun).begin()
    begun.questions = QuizPage._meta.get_field("questions").to_python(
        json.dumps(with_change(other_key))
    )
    begun.save_revision().publish()
    taker.answer({"cau-q1": ["q1-d1"]})
    taker.hand_in()
    later = Taker(begun).begin()
    later.answer({"cau-q1": ["q1-d1"]})
    later.hand_in()
    scores = QuizEntry.objects.order_by("version__number").values_list("version__number", "score")
    assert list(scores) == [(1, 1), (2, 0)]


def test_publishing_the_same_again_is_no_new_version(begun: QuizPage) -> None:
    begun.lead = "Lời giới thiệu khác."
    begun.save_revision().publish()
    assert QuizVersion.objects.filter(page=begun).count() == 1
    begun.consent_text = "Lời đồng ý khác."
    begun.save_revision().publish()
    assert QuizVersion.objects.filter(page=begun).count() == 2
