"""The board's lists: fields of law, audiences, themes of the month."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from home.legal_education.models import Audience, LegalField, MonthlyTheme
from units.scope.registers import ScopedIndexView

_LIST_PANELS = [
    FieldPanel("name"),
    FieldPanel("slug"),
    FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
]


class LegalFieldAdmin(ModelAdmin):
    model = LegalField
    index_view_class = ScopedIndexView
    menu_label = _("Lĩnh vực pháp luật")
    menu_icon = "list-ul"
    list_display = ("name", "slug", "sort_order", "is_active")
    search_fields = ("name",)
    panels = _LIST_PANELS


class AudienceAdmin(ModelAdmin):
    model = Audience
    index_view_class = ScopedIndexView
    menu_label = _("Đối tượng")
    menu_icon = "group"
    list_display = ("name", "slug", "sort_order", "is_active")
    search_fields = ("name",)
    panels = _LIST_PANELS


class MonthlyThemeAdmin(ModelAdmin):
    model = MonthlyTheme
    index_view_class = ScopedIndexView
    menu_label = _("Chủ đề tháng")
    menu_icon = "calendar"
    list_display = ("title", "starts_on", "ends_on", "field")
    list_select_related = ("field",)
    search_fields = ("title",)
    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("field"),
    ]


class LegalEducationGroup(ModelAdminGroup):
    menu_label = _("Giáo dục pháp luật")
    menu_icon = "openquote"
    menu_order = 325
    items = (MonthlyThemeAdmin, LegalFieldAdmin, AudienceAdmin)
