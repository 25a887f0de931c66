"""The board's list of units whose leaders publish schedules alone."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from events.schedules.models import LeaderPublication
from units.scope.registers import ScopedModelAdmin


class LeaderPublicationAdmin(ScopedModelAdmin):
    model = LeaderPublication
    menu_label = _("Đơn vị tự đăng lịch")
    menu_icon = "date"
    menu_order = 330
    list_display = ("unit",)
    panels = [FieldPanel("unit")]
