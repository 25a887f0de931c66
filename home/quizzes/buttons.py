"""The way to a contest's results, for those who may read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.quizzes.authority import may_manage_results
from home.quizzes.models import QuizPage


def header_buttons(page: Page, user: Any, **_kwargs: Any) -> Iterator[Button]:
    yield from _buttons(page, user)


def listing_buttons(page: Page, user: Any, **_kwargs: Any) -> Iterator[Button]:
    yield from _buttons(page, user)


def _buttons(page: Page, user: Any) -> Iterator[Button]:
    quiz = page.specific_deferred
    if isinstance(quiz, QuizPage) and quiz.is_contest and may_manage_results(user, quiz):
        url = reverse("quizzes_results", args=[quiz.pk])
        yield Button(_("Bài dự thi và kết quả"), url, icon_name="list-ol", priority=60)
