"""A screen of the administration belongs to units or is shared by name: anything else is an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db.models import Model
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.coreutils import resolve_model_string
from wagtail.models import CollectionMember, Page, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_modeladmin.options import ModelAdmin

from units.isolation.pages import ScopedPageViewSet
from units.scope.forms import ReferenceGuard
from units.scope.registers import ScopedModelAdmin
from units.scope.rows import has_scope
from units.scope.shared import is_shared_model
from units.scope.snippets import ScopedSnippetChooserViewSet, ScopedSnippetViewSet

HINT = (
    "Inherit the scoped base class (units.scope.registers, units.scope.snippets) and give the model "
    "a scope_unit_path, or name the model in units.scope.shared with the reason."
)


def check_admin_models(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    problems = [*_registers(), *_snippets(), *_viewsets(), *_settings()]
    errors: list[CheckMessage] = [
        Error(
            f"{what} shows {model._meta.label}, which is neither scoped nor shared.",
            HINT,
            id="isolation.E001",
        )
        for what, model in problems
    ]
    return [*errors, *_page_forms()]


def _registers() -> Iterator[tuple[str, type[Model]]]:
    for register in _below(ModelAdmin):
        model = getattr(register, "model", None)
        if model is None or is_shared_model(model._meta.label):
            continue
        if not (issubclass(register, ScopedModelAdmin) and has_scope(model)):
            yield f"register {register.__name__}", model


def _below(parent: type) -> Iterator[type]:
    for child in parent.__subclasses__():
        yield child
        yield from _below(child)


def _snippets() -> Iterator[tuple[str, type[Model]]]:
    for model in get_snippet_models():
        if is_shared_model(model._meta.label):
            continue
        if not (isinstance(model.snippet_viewset, ScopedSnippetViewSet) and has_scope(model)):
            yield "snippet", model


def _viewsets() -> Iterator[tuple[str, type[Model]]]:
    """Of files and pages the scope lies in Wagtail's policies, in our hooks and in the guard."""
    scoped_kinds = (ScopedSnippetViewSet, ScopedSnippetChooserViewSet, ScopedPageViewSet)
    for viewset in viewsets.viewsets:
        model = _model_of(viewset)
        if model is None or isinstance(viewset, scoped_kinds) or is_shared_model(model._meta.label):
            continue
        if isinstance(viewset, ChooserViewSet) and issubclass(model, CollectionMember):
            continue
        if isinstance(viewset, PageListingViewSet) and model is Page:
            continue
        yield f"viewset {type(viewset).__name__}", model


def _model_of(viewset: Any) -> type[Model] | None:
    model = getattr(viewset, "model", None)
    return resolve_model_string(model) if model else None


def _settings() -> Iterator[tuple[str, type[Model]]]:
    """Settings of a site are the board's (see the rules); those of all sites must be shared by name."""
    for model in settings_registry:
        if issubclass(model, BaseGenericSetting) and not is_shared_model(model._meta.label):
            yield "settings", model


def _page_forms() -> Iterator[CheckMessage]:
    for model in get_page_models():
        if model is Page or issubclass(model.base_form_class, ReferenceGuard):
            continue
        yield Error(
            f"{model._meta.label}: its form accepts ids of other units.",
            "Let base_form_class inherit units.scope.forms.ScopedPageForm.",
            id="isolation.E002",
        )
