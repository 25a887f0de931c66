"""The list of fields in the administration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import ModelAdmin

from home.registry.models import DocumentField
from units.scope.registers import ScopedIndexView


class DocumentFieldAdmin(ModelAdmin):
    model = DocumentField
    index_view_class = ScopedIndexView
    menu_label = _("Lĩnh vực văn bản")
    menu_icon = "folder-open-1"
    menu_order = 325
    list_display = ("name", "slug", "sort_order", "is_active")
    search_fields = ("name",)
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
    ]
