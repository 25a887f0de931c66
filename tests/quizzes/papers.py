"""Quizzes as tests speak of them: a paper in short form, pages, and people who take part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from home.quizzes.models import QuizDraft, QuizEntry, QuizIndexPage, QuizPage
from units.models import Unit

_numbers = count(1)
# (question, right answers, wrong answers)
Short = tuple[str, Sequence[str], Sequence[str]]
SECRET = "zqgiaithich"
PAPER: tuple[Short, ...] = (
    ("Ngày Pháp luật là ngày nào?", ["Ngày 9/11"], ["Ngày 2/9", "Ngày 26/7"]),
    ("Hành vi nào bị cấm?", ["Hành vi một", "Hành vi hai"], ["Hành vi ba"]),
    ("Ai có quyền hỏi?", ["Mọi người"], ["Không ai"]),
)


def blocks(paper: Sequence[Short] = PAPER, **values: Any) -> list[dict[str, Any]]:
    """The stored form of questions, with keys that tests know: q1, q1-d1 (right), q1-s1 (wrong)."""
    rows = []
    for number, (text, right, wrong) in enumerate(paper, 1):
        answers = [(f"q{number}-d{n}", one, True) for n, one in enumerate(right, 1)]
        answers += [(f"q{number}-s{n}", one, False) for n, one in enumerate(wrong, 1)]
        value = {
            "text": text,
            "answers": [
                {"type": "item", "id": key, "value": {"text": one, "is_right": is_right}}
                for key, one, is_right in answers
            ],
            "explanation": f"<p>{SECRET} vì luật định.</p>",
            **values,
        }
        rows.append({"type": "question", "id": f"q{number}", "value": value})
    return rows


def index_of(unit: Unit) -> QuizIndexPage:
    return QuizIndexPage.objects.child_of(unit.home_page).get()


def make_quiz(
    unit: Unit,
    contest: bool = False,
    opens: timedelta = timedelta(days=-1),
    closes: timedelta = timedelta(days=1),
    publish: bool = True,
    **values: Any,
) -> QuizPage:
    """A published quiz; a contest runs since yesterday until tomorrow."""
    now = timezone.now()
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "title": f"Tìm hiểu pháp luật {number}",
        "slug": f"thi-{number}",
        "lead": "Lời giới thiệu cuộc thi.",
        "questions": blocks(),
        "shuffles": False,
    }
    if contest:
        defaults.update(mode="contest", opens_at=now + opens, closes_at=now + closes)
    page = QuizPage(**{**defaults, **values}, live=False)
    page.questions = QuizPage._meta.get_field("questions").to_python(_text(page.questions))
    index_of(unit).add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return QuizPage.objects.get(pk=page.pk)


def _text(value: Any) -> Any:
    import json

    return json.dumps(value) if isinstance(value, list) else value


def path_of(page: QuizPage) -> str:
    return page.get_url()


def person(**values: Any) -> dict[str, str]:
    """What somebody types in the last step, everything in order."""
    number = next(_numbers)
    return {
        "name": "Nông Văn Mẫu",
        "organisation": "Lớp 9A, Trường THCS Mẫu",
        "telephone": f"0912{number:06d}",
        "guess": "12",
        "agrees": "on",
        **values,
    }


RIGHT = {"cau-q1": ["q1-d1"], "cau-q2": ["q2-d1", "q2-d2"], "cau-q3": ["q3-d1"]}


class Taker:
    """Somebody with a browser of their own who takes part in a contest."""

    def __init__(self, page: QuizPage, host: str = "localhost", address: str = "") -> None:
        extra = {"REMOTE_ADDR": address} if address else {}
        self.client = Client(
            headers={"host": host},
            raise_request_exception=False,
            **extra,  # type: ignore[arg-type]
        )
        self.page = page
        self.path = path_of(page).partition("://")[2].partition("/")[2] or path_of(page)
        self.path = self.path if self.path.startswith("/") else f"/{self.path}"
        self.last: Any = None

    def get(self, below: str = "tham-gia/", **query: Any) -> HttpResponse:
        self.last = self.client.get(self.path + below, query)
        return self.last

    def post(self, action: str, below: str = "tham-gia/", **values: Any) -> Any:
        self.last = self.client.post(self.path + below, {"viec": action, **values})
        return self.last

    @property
    def token(self) -> str:
        return self.client.cookies[f"bai-{self.page.pk}"].value

    def begin(self) -> Taker:
        """With the paper in hand long enough for a person."""
        self.post("bat-dau")
        QuizDraft.objects.filter(page=self.page).update(
            created_at=timezone.now() - timedelta(minutes=5)
        )
        return self

    def answer(self, answers: dict[str, list[str]] | None = None, step: int = 1) -> Any:
        return self.post("tiep", buoc=step, **(RIGHT if answers is None else answers))

    def hand_in(self, **values: Any) -> Any:
        return self.post("nop", **person(**values))


def entries(page: QuizPage) -> list[QuizEntry]:
    return list(QuizEntry.objects.filter(page=page).order_by("pk"))


def text_of(response: Any) -> str:
    return response.content.decode()


def without_token(html: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)
