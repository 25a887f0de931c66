"""Registers of the organisation in the administration."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from units.models import Official, Unit


class UnitAdmin(ModelAdmin):
    model = Unit
    menu_label = _("Đơn vị")
    menu_icon = "site"
    list_display = ("short_name", "kind", "hotline", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "short_name", "slug", "code")
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("name"),
                FieldPanel("short_name"),
                FieldRowPanel([FieldPanel("slug"), FieldPanel("code")]),
                FieldPanel("parent"),
                FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
            ],
            heading=_("Tên gọi và vị trí"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("hotline")]),
                FieldPanel("email"),
                FieldPanel("working_hours"),
                FieldPanel("map_url"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Liên hệ"),
        ),
        FieldPanel("introduction"),
        FieldPanel("service_area"),
        FieldPanel("footer_text"),
    ]


class OfficialAdmin(ModelAdmin):
    model = Official
    menu_label = _("Lãnh đạo, cán bộ")
    menu_icon = "group"
    list_display = ("name", "post", "unit", "sort_order")
    list_filter = ("unit", "is_leader")
    search_fields = ("name", "post")
    list_select_related = ("unit",)
    panels = [
        FieldPanel("unit"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("post"), FieldPanel("title")]),
        FieldPanel("duties"),
        FieldPanel("portrait"),
        FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("is_leader"), FieldPanel("sort_order")]),
    ]


class OrganisationGroup(ModelAdminGroup):
    menu_label = _("Tổ chức")
    menu_icon = "group"
    menu_order = 300
    items = (UnitAdmin, OfficialAdmin)
