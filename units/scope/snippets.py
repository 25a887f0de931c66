"""Snippets of units: a snippet is scoped by inheriting `ScopedSnippetViewSet`.

Wagtail's `get_queryset` of a snippet covers the list alone. Here the permission policy asks for the row's
unit, and the guard checks the id in every address of the snippet, its chooser included.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from units.scope.forms import ScopedForm
from units.scope.rows import Actor, is_board, scoped, unit_of_object, units_where


class UnitPermissionPolicy(ModelPermissionPolicy):
    """The model's permissions, granted by the role in the very unit of the row."""

    def user_has_permission_for_instance(self, user: Actor, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: Actor, actions: Any, instance: Model
    ) -> bool:
        if not self.user_has_any_permission(user, actions):
            return False
        return is_board(user) or unit_of_object(instance) in units_where(
            user, *self._names(actions)
        )

    def instances_user_has_any_permission_for(self, user: Actor, actions: Any) -> QuerySet:
        rows = self.model._default_manager.all()
        if not self.user_has_any_permission(user, actions):
            return rows.none()
        return scoped(rows, user, units_where(user, *self._names(actions)))

    def instances_user_has_permission_for(self, user: Actor, action: str) -> QuerySet:
        return self.instances_user_has_any_permission_for(user, [action])

    def _names(self, actions: Any) -> list[str]:
        return [self._get_permission_name(action) for action in actions]


class _OwnObjects:
    """For the views of a chooser: rows of own units."""

    def get_object_list(self) -> QuerySet:
        return scoped(super().get_object_list(), self.request.user)  # type: ignore[misc,attr-defined]


class ScopedChooseView(_OwnObjects, ChooseView):
    pass


class ScopedChooseResultsView(_OwnObjects, ChooseResultsView):
    pass


class ScopedChosenView(SnippetChosenView):
    def get_object(self, pk: Any) -> Model:
        return scoped(self.model_class._default_manager.all(), self.request.user).get(pk=pk)


class ScopedChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks: list[Any]) -> QuerySet:
        return scoped(super().get_objects(pks), self.request.user)


class ScopedSnippetChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ScopedChooseView
    choose_results_view_class = ScopedChooseResultsView
    chosen_view_class = ScopedChosenView
    chosen_multiple_view_class = ScopedChosenMultipleView


class ScopedSnippetViewSet(SnippetViewSet):
    """Of a model with `scope_unit_path`."""

    chooser_viewset_class = ScopedSnippetChooserViewSet

    @property
    def permission_policy(self) -> UnitPermissionPolicy:
        return UnitPermissionPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        if rows is None:
            rows = self.model._default_manager.all()
        return scoped(rows, request.user)

    def on_register(self) -> None:
        if not hasattr(self.model, "base_form_class"):
            self.model.base_form_class = ScopedForm
        super().on_register()
