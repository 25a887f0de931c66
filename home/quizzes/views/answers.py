"""What every answer that belongs to one person has in common."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from home.quizzes.models import QuizPage


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """No cache keeps it and no search engine lists it."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def render(
    page: QuizPage, request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponseBase:
    """A page below the quiz, in the quiz's frame."""
    full = page.get_context(request)
    full["meta"].robots = "noindex"
    full["breadcrumbs"] = [*full["breadcrumbs"], (page.title, page.get_url(request))]
    full["quiz_url"] = page.get_url(request)
    full.update(context)
    return sealed(TemplateResponse(request, f"quizzes/{name}.html", full, status=status))


def number_from(text: str | None, highest: int) -> int:
    """A step of the address or the form; whatever else stands there is the nearest step."""
    known = text is not None and text.isascii() and text.isdigit() and len(text) < 6
    return min(max(int(text or 0) if known else 1, 1), highest)


def missing_paper() -> str:
    return _(
        "Không tìm thấy bài đang làm trên thiết bị này. Có thể bài đã nộp, đã bị bỏ, hoặc trình duyệt không "
        "cho lưu cookie. Hãy bắt đầu lại."
    )
