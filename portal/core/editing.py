"""The one way to come between Wagtail's administration and a row that it creates or edits.

Wagtail has hooks for it, other ones for pages than for snippets, and calls each for every model. A room
says here once for which model it wants a word; a screen of ours that makes pages without Wagtail's editor
asks the same rooms.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

RowT = TypeVar("RowT", bound=Model)
# An answer goes to the person instead of Wagtail's own; None lets Wagtail go on.
Step = Callable[[HttpRequest, RowT], HttpResponse | None]


def before_editing(model: type[RowT], step: Step[RowT]) -> None:
    """Ask `step` before a row of this model is shown in its editor, or what was sent is read."""
    _register("before_edit", model, step)


def after_saving(model: type[RowT], step: Step[RowT]) -> None:
    """Tell `step` of every row of this model that was created or edited, drafts included."""
    _register("after_create", model, step)
    _register("after_edit", model, step)


def stopped_before_creating(
    request: HttpRequest, parent: Page, page_type: type[Page]
) -> HttpResponse | None:
    """For a screen of ours that makes pages: what Wagtail's "before_create_page" answers."""
    return _asked("before_create_page", request, parent, page_type)


def answer_after_creating(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For a screen of ours that has made a page: what Wagtail's "after_create_page" answers."""
    return _asked("after_create_page", request, page)


def _register(moment: str, model: type[RowT], step: Step[RowT]) -> None:
    @wraps(step)
    def of_this_model(request: HttpRequest, row: Any) -> HttpResponse | None:
        return step(request, row) if isinstance(row, model) else None

    hooks.register(f"{moment}_{'page' if issubclass(model, Page) else 'snippet'}", of_this_model)


def _asked(name: str, *arguments: Any) -> HttpResponse | None:
    for hook in hooks.get_hooks(name):
        answer = hook(*arguments)
        if isinstance(answer, HttpResponse):
            return answer
    return None
