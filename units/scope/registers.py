"""Registers (wagtail-modeladmin) in which everybody sees and changes the rows of his own units alone.

A register is scoped by inheriting `ScopedModelAdmin`; its model says by `scope_unit_path` which unit a
row belongs to. modeladmin's own `get_queryset` covers the list only, and Django adds up the
permissions of all groups; so every object view asks `ScopedPermissionHelper`, and every choice that
is sent in is compared with what the person may choose.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.filters import RelatedFieldListFilter
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest
from django_stubs_ext import StrOrPromise
from wagtail.admin.panels import ObjectList, Panel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView, IndexView

from units.models import Unit
from units.scope.actors import Actor, is_board, units_where
from units.scope.forms import ScopedForm
from units.scope.rows import scoped, unit_of_object


class ScopedPermissionHelper(PermissionHelper):
    """The model's permissions, and the row's unit: the role in that very unit must grant them."""

    actions = ("add", "change", "delete", "view")

    def units_with(self, user: Actor, *actions: str) -> list[Unit]:
        app = self.opts.app_label
        return units_where(user, *(f"{app}.{self.get_perm_codename(name)}" for name in actions))

    def _may(self, user: Actor, action: str, obj: Model) -> bool:
        codename = self.get_perm_codename(action)
        if not self.user_has_specific_permission(user, codename):
            return False
        unit = unit_of_object(obj)
        return is_board(user) or unit in self.units_with(user, action)

    def user_can_edit_obj(self, user: Actor, obj: Model) -> bool:
        return self._may(user, "change", obj)

    def user_can_delete_obj(self, user: Actor, obj: Model) -> bool:
        return self._may(user, "delete", obj)

    def user_can_inspect_obj(self, user: Actor, obj: Model) -> bool:
        return self.inspect_view_enabled and self.user_can_see_obj(user, obj)

    def user_can_see_obj(self, user: Actor, obj: Model) -> bool:
        """Its history, and its line in the list."""
        if not self.user_has_any_permissions(user):
            return False
        return is_board(user) or unit_of_object(obj) in self.units_with(user, *self.actions)


class UnitFilter(RelatedFieldListFilter):
    """A filter by unit that names the person's own units.

    Django's own asks `django.contrib.admin` for the order of the choices, which the portal does not
    install.
    """

    def field_admin_ordering(self, *_args: Any) -> tuple[str, ...]:
        return ()

    def field_choices(
        self, field: Field, request: HttpRequest, model_admin: Any
    ) -> list[tuple[str, StrOrPromise]]:
        units = model_admin.units_of(request)
        return [(str(unit.pk), str(unit)) for unit in units]


class ScopedIndexView(IndexView):
    """A list whose address can ask for the declared filters only.

    modeladmin passes any lookup of the address to the database: `?unit__memberships__user__email=…`
    would tell by the number of rows what is in other tables.
    """

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet[Any]:
        # modeladmin's template walks through `params.items`: a parameter of that name would come first.
        self.params.pop("items", None)
        return super().get_queryset(request)

    def get_filters(self, request: HttpRequest) -> tuple[Any, ...]:
        filters, has_filters, remaining, distinct = super().get_filters(request)
        declared = {name if isinstance(name, str) else name[0] for name in self.list_filter}
        allowed = {
            key: value
            for key, value in remaining.items()
            if key.partition("__")[0] in declared and key.count("__") <= 1
        }
        return filters, has_filters, allowed, distinct


class ScopedHistoryView(HistoryView):
    """modeladmin asks nobody who may read a history."""

    def check_action_permitted(self, user: Actor) -> bool:
        return self.permission_helper.user_can_see_obj(user, self.instance)


class ScopedModelAdmin(ModelAdmin):
    """A register of rows that belong to units."""

    permission_helper_class = ScopedPermissionHelper
    index_view_class = ScopedIndexView
    history_view_class = ScopedHistoryView
    form_class: type[ScopedForm] = ScopedForm
    panels: list[Panel]

    def get_edit_handler(self) -> Panel:
        panels = getattr(self, "panels", None) or self.model.panels
        return ObjectList(panels, base_form_class=self.form_class)

    def units_of(self, request: HttpRequest) -> list[Unit]:
        """Units whose rows the list shows to this person."""
        helper = self.permission_helper
        return helper.units_with(request.user, *helper.actions)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return scoped(super().get_queryset(request), request.user, self.units_of(request))

    def get_list_filter(self, request: HttpRequest) -> tuple[Any, ...]:
        """Who has one unit needs no filter by unit."""
        filters = super().get_list_filter(request)
        if not is_board(request.user) and len(self.units_of(request)) < 2:
            return tuple(name for name in filters if name != "unit")
        return tuple(("unit", UnitFilter) if name == "unit" else name for name in filters)
