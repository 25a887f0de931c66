"""A screen that is neither scoped nor shared by name fails the system check."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from django.apps import apps
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail_modeladmin.options import ModelAdmin

from home.news.admin import TopicAdmin
from home.news.models import NewsPage, Topic
from units.isolation import checks
from units.isolation.checks import check_admin_models
from units.models import Official, Unit
from units.scope import shared
from units.scope.registers import ScopedModelAdmin
from units.scope.shared import MODELS


def ids() -> list[str]:
    return [error.id for error in check_admin_models(None)]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[type]]:
    """Only the registers of the test, which Python keeps until it forgets the class."""
    found: list[type] = []
    monkeypatch.setattr(checks, "_below", lambda parent: iter(found))
    return found


def test_the_portal_itself_passes() -> None:
    # Registers that another test made are classes until the collector has been there.
    gc.collect()
    assert ids() == []


def test_a_register_that_is_not_scoped_is_an_error(known: list[type]) -> None:
    class Open(ModelAdmin):
        model = Official

    known.append(Open)
    assert ids() == ["isolation.E001"]


def test_a_scoped_register_of_a_model_without_unit_is_an_error(known: list[type]) -> None:
    class Wrong(ScopedModelAdmin):
        model = apps.get_model("news.Promotion")

    known.append(Wrong)
    assert ids() == ["isolation.E001"]


def test_scoped_and_shared_registers_pass(known: list[type]) -> None:
    class Right(ScopedModelAdmin):
        model = Unit

    known.extend([Right, TopicAdmin])
    assert ids() == []


def test_a_shared_model_needs_its_line(known: list[type], monkeypatch: pytest.MonkeyPatch) -> None:
    known.append(TopicAdmin)
    monkeypatch.delitem(MODELS, Topic._meta.label_lower)
    assert set(ids()) == {"isolation.E001"}


@pytest.mark.usefixtures("known")
def test_a_page_form_that_takes_any_id_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NewsPage, "base_form_class", WagtailAdminPageForm)
    assert ids() == ["isolation.E002"]


@pytest.mark.usefixtures("known")
def test_a_snippet_that_is_not_scoped_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        pass

    monkeypatch.setattr(checks, "get_snippet_models", lambda: [Official])
    monkeypatch.setattr(Official, "snippet_viewset", Plain(), raising=False)
    assert ids() == ["isolation.E001"]


def test_every_shared_model_exists_and_says_why() -> None:
    for label, reason in shared.MODELS.items():
        assert apps.get_model(label)
        assert len(reason) > 10
