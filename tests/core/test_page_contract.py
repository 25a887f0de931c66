"""What `BasePage` declares for the rooms above is answered by every page type that has it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import path
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from portal.core.page_views import ViewedPage, serve
from portal.core.pages import BasePage

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
TOLD_BY = {
    "introduction": "get_introduction",
    "lead": "get_lead",
    "lead_image": "get_lead_picture",
    "body": "get_body",
}


def fields_of(model: type[BasePage]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_tells_what_it_has(model: type[BasePage]) -> None:
    """A field that nobody is told of would pass the check list and the search unread."""
    for field, method in TOLD_BY.items():
        tells = getattr(model, method) is not getattr(BasePage, method)
        assert tells == (field in fields_of(model)), f"{field}: {method}"


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_stream_of_a_page_is_checked(model: type[BasePage]) -> None:
    streams = {f.name for f in model._meta.concrete_fields if isinstance(f, StreamField)}
    assert streams - {"body"} <= set(model.checked_fields) | UNCHECKED
    assert set(model.checked_fields) <= fields_of(model)


# Questions of a quiz pass `QuizPage.missing_parts`, which knows what a question needs.
UNCHECKED = {"questions"}


def test_bare_page_has_nothing_to_tell() -> None:
    page = BasePage.__new__(BasePage)
    assert page.get_lead() is page.get_body() is page.get_lead_picture() is None
    assert not page.leader_publishes_alone()
    assert [*page.missing_parts(), *page.get_public_texts()] == []


def served_types() -> tuple[type[ViewedPage], type[ViewedPage]]:
    """Two page types that nothing serves yet; abstract, so that they need no table."""

    class Above(ViewedPage):
        class Meta:
            abstract = True

    class Below(Above):
        class Meta:
            abstract = True

    return Above, Below


def view(page: Any, request: Any, number: int = 0) -> HttpResponse:
    return HttpResponse(f"{type(page).__name__} {number}")


def test_views_of_a_type_stand_before_those_of_what_it_inherits_from() -> None:
    above, below = served_types()
    serve(above, path("lan/<int:number>/", view, name="version"), path("", view, name="above"))
    serve(below, path("", view, name="below"))
    names = [pattern.name for pattern in below.get_subpage_urls()]
    assert names == ["below", "version", "above", "index_route"]
    page = below.__new__(below)
    found = page.resolve_subpage("/lan/3/")
    answer = found.func(SimpleNamespace(), *found.args, **found.kwargs)
    assert answer.content == b"Below 3"
    assert page.reverse_subpage("version", kwargs={"number": 3}) == "lan/3/"


def test_a_type_is_served_once() -> None:
    above, below = served_types()
    serve(above, path("", view))
    serve(below, path("", view))
    with pytest.raises(ValueError, match="served already"):
        serve(above, path("", view))
