"""Registers of hours and reception days, of one's own units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_modeladmin.options import ModelAdminGroup
from wagtail_modeladmin.views import CreateView, EditView

from events.reception.judging import warnings_of
from events.reception.models import ReceptionDay, RegularHours
from events.reception.models.records import SHOWN_FIELDS
from events.reception.rules.law import State
from events.reception.words import finding_text
from units.scope.forms import ScopedForm
from units.scope.registers import ScopedIndexView, ScopedModelAdmin, ScopedPermissionHelper


class ReceptionDayForm(ScopedForm):
    """A public day keeps its date and unit: it is postponed, with a reason, and not moved."""

    instance: ReceptionDay

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.is_public:
            self.fields["unit"].disabled = True
            self.fields["day"].disabled = True
            self.fields["day"].help_text = _(
                "Ngày đã công bố thì không sửa: hãy hoãn và nêu lý do."
            )

    def save(self, commit: bool = True) -> Any:
        if self.instance.is_public and SHOWN_FIELDS & set(self.changed_data):
            self.instance.note_change()
        return super().save(commit)


class ReceptionDayPermissionHelper(ScopedPermissionHelper):
    """What is public is not deleted, and what is over or postponed is not rewritten."""

    def user_can_edit_obj(self, user: Any, obj: Model) -> bool:
        is_open = getattr(obj, "state", "") in (State.PLANNED, State.ANNOUNCED)
        return is_open and super().user_can_edit_obj(user, obj)

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        is_planned = getattr(obj, "state", "") == State.PLANNED
        return is_planned and super().user_can_delete_obj(user, obj)


class ReceptionIndexView(ScopedIndexView):
    """The list with boxes to tick, and the warnings of the law beside each day."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = list(context["object_list"])
        warnings = warnings_of(rows)
        helper, user = self.permission_helper, self.request.user
        context["rows"] = [
            {
                "day": row,
                "may_edit": helper.user_can_edit_obj(user, row),
                "may_delete": helper.user_can_delete_obj(user, row),
                "warnings": [(found.is_broken, finding_text(found)) for found in warnings[row.pk]],
            }
            for row in rows
        ]
        context["names_units"] = len(self.model_admin.units_of(self.request)) > 1
        return context


class _WarningMixin:
    """After saving, say what the law will object to; it is saved all the same."""

    request: HttpRequest
    instance: Any

    def form_valid(self, form: forms.Form) -> HttpResponse:
        response = super().form_valid(form)  # type: ignore[misc]
        for found in warnings_of([self.instance])[self.instance.pk]:
            messages.warning(self.request, finding_text(found))
        return response


class ReceptionCreateView(_WarningMixin, CreateView):
    pass


class ReceptionEditView(_WarningMixin, EditView):
    pass


class ReceptionDayAdmin(ScopedModelAdmin):
    model = ReceptionDay
    form_class = ReceptionDayForm
    permission_helper_class = ReceptionDayPermissionHelper
    index_view_class = ReceptionIndexView
    create_view_class = ReceptionCreateView
    edit_view_class = ReceptionEditView
    index_template_name = "reception/admin/index.html"
    index_view_extra_css = ["reception/css/reception.css"]
    menu_label = _("Ngày tiếp công dân")
    menu_icon = "date"
    list_display = ("day", "unit", "state")
    list_filter = ("state", "head_in_person", "unit")
    list_select_related = ("unit", "official", "successor")
    list_per_page = 50
    ordering = ("-day", "opens")
    search_fields = ("receiver", "matter", "place")
    panels = [
        FieldPanel("unit"),
        MultiFieldPanel(
            [
                FieldPanel("day"),
                FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
                FieldRowPanel([FieldPanel("afternoon_opens"), FieldPanel("afternoon_closes")]),
                FieldPanel("place"),
            ],
            heading=_("Ngày, giờ và nơi tiếp"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("head_in_person"),
                FieldPanel("official"),
                FieldPanel("receiver"),
                FieldPanel("participants"),
                FieldPanel("matter"),
            ],
            heading=_("Người tiếp và nội dung"),
        ),
    ]


class RegularHoursAdmin(ScopedModelAdmin):
    model = RegularHours
    menu_label = _("Giờ tiếp thường xuyên")
    menu_icon = "time"
    list_display = ("unit", "weekday", "opens", "closes", "place")
    list_filter = ("unit",)
    list_select_related = ("unit",)
    list_per_page = 100
    panels = [
        FieldPanel("unit"),
        FieldPanel("weekday"),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("place"),
    ]


class ReceptionGroup(ModelAdminGroup):
    menu_label = _("Tiếp công dân")
    menu_icon = "group"
    menu_order = 290
    items = (ReceptionDayAdmin, RegularHoursAdmin)
