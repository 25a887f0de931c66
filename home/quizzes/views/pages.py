"""What a site's list of quizzes and a quiz's own address show."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase

from home.quizzes.models import QuizIndexPage, QuizPage
from home.quizzes.presentation import listing, quiz_context


def quiz_list(page: QuizIndexPage, request: HttpRequest) -> HttpResponseBase:
    context = page.get_context(request)
    context.update(listing(page, request.GET.get("trang")))
    context["meta"].robots = "noindex, follow" if context["out_of_range"] else ""
    context["meta"].on_page(context["items"].number)
    return page.answer(request, context)


def quiz(page: QuizPage, request: HttpRequest) -> HttpResponseBase:
    """The same for everybody: what belongs to one person is served below it."""
    context = page.get_context(request)
    context.update(quiz_context(page, request))
    return page.answer(request, context)
