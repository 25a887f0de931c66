"""Forms that refuse ids of other units, wherever in the form they are hidden."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from wagtail.admin.forms import WagtailAdminPageForm

from units.admin_scope import FOREIGN_CHOICE, ScopedForm, note_refused
from units.isolation.references import Reference, in_field, of_instance, without
from units.isolation.sight import active_actor, may_refer_to
from units.scope import Actor, is_board


class ReferenceGuard:
    """For forms of pages, snippets and registers; also looks into their inline forms.

    A foreign id is taken out before the value is validated, so that neither the row nor the page that
    shows the error ever holds it; then the field gets its message, and the log its entry.
    """

    for_user: Any
    instance: Model

    def full_clean(self) -> None:
        form: Any = self
        refused = self._take_out_foreign() if form.is_bound else {}
        super().full_clean()  # type: ignore[misc]
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
                    refused[None] = set().union(*found.values())
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
            _read_as(form_field, without(field, form_field, value, foreign))
    return refused


def _read_as(form_field: forms.Field, value: Any) -> None:
    """The form's own copy of the widget reads this value from now on, also when it is shown again."""
    form_field.widget.value_from_datadict = lambda data, files, name: value


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


class ScopedModelForm(ReferenceGuard, ScopedForm):
    """Of snippets: choices narrowed to own rows, and no foreign id in texts."""
