"""Menus and linked sites in the administration."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import ModelAdminGroup

from home.navigation.models import LinkedSite, MenuItem
from units.scope.registers import ScopedModelAdmin


class MenuItemAdmin(ScopedModelAdmin):
    model = MenuItem
    menu_label = _("Trình đơn")
    menu_icon = "bars"
    list_display = ("text", "unit", "place", "parent", "sort_order")
    list_filter = ("unit", "place")
    list_select_related = ("unit", "parent", "link_page")
    search_fields = ("label", "link_url")


class LinkedSiteAdmin(ScopedModelAdmin):
    model = LinkedSite
    menu_label = _("Trang liên kết")
    menu_icon = "link-external"
    list_display = ("title", "unit", "group", "url", "sort_order")
    list_filter = ("unit", "group")
    list_select_related = ("unit",)
    search_fields = ("title", "url")
    panels = [
        FieldPanel("unit"),
        FieldRowPanel([FieldPanel("group"), FieldPanel("sort_order")]),
        FieldPanel("title"),
        FieldPanel("url"),
        FieldPanel("description"),
    ]


class NavigationGroup(ModelAdminGroup):
    menu_label = _("Trình đơn và liên kết")
    menu_icon = "bars"
    menu_order = 310
    items = (MenuItemAdmin, LinkedSiteAdmin)
