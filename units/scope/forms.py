"""Forms that refuse ids of other units, wherever in the form they are hidden."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from units.models import Unit
from units.scope.actors import Actor, is_board, units_where
from units.scope.references import Reference, in_field, of_instance, without
from units.scope.refusals import FOREIGN_CHOICE, note_refused
from units.scope.rows import has_scope
from units.scope.sight import active_actor, may_refer_to, usable
from units.scope.unreadable import UNREADABLE, read_as, set_aside


class ReferenceGuard:
    """For forms of pages, snippets and registers; also looks into their inline forms.

    A foreign id is taken out before the value is validated, so that neither the row nor the page that
    shows the error ever holds it; then the field gets its message, and the log its entry.
    """

    for_user: Any
    instance: Model

    def full_clean(self) -> None:
        form: Any = self
        unreadable = set_aside(form) if form.is_bound else []
        refused = self._take_out_foreign() if form.is_bound else {}
        super().full_clean()  # type: ignore[misc]
        for broken in unreadable:
            form.add_error(broken, UNREADABLE)
        for name in refused:
            form.add_error(name, FOREIGN_CHOICE)
            # First of all: a StreamField shows one message only.
            messages = form.errors[name or "__all__"].data
            messages.insert(0, messages.pop())

    def _take_out_foreign(self) -> dict[str | None, set[Reference]]:
        """Names of the fields that held foreign ids; None stands for inline forms."""
        user = self.for_user or active_actor()
        if user is None or is_board(user):
            return {}
        known = of_instance(self.instance)
        refused: dict[str | None, set[Reference]] = {}
        refused.update(take_out(self, user, known).items())
        for name, formset in getattr(self, "formsets", {}).items():
            # Comments hold text and people, and their form knows who may change which.
            for inner in formset.forms if name != "comments" else ():
                found = take_out(inner, user, known | of_instance(inner.instance))
                if found:
                    refused[None] = refused.get(None, set()).union(*found.values())
        for references in refused.values():
            for model, key in references:
                note_refused(user, model, key)
        return refused


def take_out(form: Any, user: Actor, known: set[Reference]) -> dict[str, set[Reference]]:
    """Make the form read its fields without foreign ids; tells in which it found some."""
    refused = {}
    for name, form_field in form.fields.items():
        field = _model_field(form, name)
        value = form_field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        found = set(in_field(field, form_field, value)) - known
        foreign = {reference for reference in found if not _may_refer_to(user, reference)}
        if foreign:
            refused[name] = foreign
            read_as(form_field, without(field, form_field, value, foreign))
    return refused


def _model_field(form: Any, name: str) -> Field | None:
    try:
        field = form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def _may_refer_to(user: Actor, reference: Reference) -> bool:
    model, key = reference
    try:
        row = model._default_manager.filter(pk=key).first()
    except (TypeError, ValueError, OverflowError):
        # No id at all: the field's own validation says so.
        return True
    return row is None or may_refer_to(user, row)


class ScopedPageForm(ReferenceGuard, WagtailAdminPageForm):
    """Of every page type; a page type's own form inherits it."""


class ScopedForm(ReferenceGuard, WagtailAdminModelForm):
    """Of registers and snippets: offers, and accepts, only own rows and shared files in every choice.

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
        own = usable(queryset, self.for_user, self._units())
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
        """Note as well what is in sight but not this form's to choose: the form did not offer it."""
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
