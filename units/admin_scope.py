"""Registers (wagtail-modeladmin) in which everybody sees and changes the rows of his own units alone.

A register is scoped by inheriting `ScopedModelAdmin`; its model says by `scope_unit_path` which unit a
row belongs to. modeladmin's own `get_queryset` covers the list only, and Django adds up the
permissions of all groups; so every object view asks `ScopedPermissionHelper`, and every choice that
is sent in is compared with what the person may choose.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.filters import RelatedFieldListFilter
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList, Panel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView, IndexView

from units.audit_trail import record_refused_id
from units.models import Unit
from units.scope import (
    Actor,
    has_scope,
    is_board,
    memberships_of,
    scoped,
    unit_of_object,
    units_where,
)

FOREIGN_CHOICE = _("Lựa chọn này không thuộc đơn vị của bạn.")


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


class ScopedForm(WagtailAdminModelForm):
    """Offers, and accepts, only rows of the person's own units in every choice.

    What a row refers to already stays valid: the board may have put it there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and not is_board(self.for_user):
            for name, field in self.fields.items():
                if isinstance(field, forms.ModelChoiceField):
                    self._narrow(name, field)

    def _narrow(self, name: str, field: forms.ModelChoiceField) -> None:
        queryset = field.queryset
        if queryset is None or not has_scope(queryset.model):
            return
        own = scoped(queryset, self.for_user, self._units())
        current = self._current(name)
        field.queryset = own | queryset.filter(pk__in=current) if current else own
        field.error_messages["invalid_choice"] = FOREIGN_CHOICE
        if issubclass(queryset.model, Unit) and name == "unit" and len(self._units()) == 1:
            field.empty_label = None
            field.initial = self._units()[0].pk

    def _units(self) -> list[Unit]:
        """Units in which the role allows this very form."""
        action = "change" if self.instance.pk else "add"
        opts = self._meta.model._meta
        return units_where(self.for_user, f"{opts.app_label}.{action}_{opts.model_name}")

    def _current(self, name: str) -> list[Any]:
        if not self.instance.pk:
            return []
        value = self.initial.get(name)
        values = value if isinstance(value, (list, tuple)) else [value]
        return [getattr(row, "pk", row) for row in values if row]

    def full_clean(self) -> None:
        """Note refused ids: somebody who sends them did not get them from this form."""
        super().full_clean()
        for name, errors in (self.errors.as_data() if self.is_bound else {}).items():
            field = self.fields.get(name)
            is_refused = any(error.code == "invalid_choice" for error in errors)
            if (
                is_refused
                and isinstance(field, forms.ModelChoiceField)
                and field.queryset is not None
            ):
                note_refused(self.for_user, field.queryset.model, self.data.get(name))


def note_refused(user: Actor, model: type[Model], value: Any) -> None:
    """Write a refused id into the log, under the first of the person's own units."""
    if user is not None and user.is_authenticated:
        unit = next((m.unit for m in memberships_of(user)), None)
        record_refused_id(user, unit, model, value)  # type: ignore[arg-type]


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
