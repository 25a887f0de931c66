"""Registers of the organisation in the administration."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_modeladmin.options import ModelAdminGroup

from units.models import Official, Unit
from units.scope.registers import ScopedModelAdmin, ScopedPermissionHelper

# Who holds it may place units in the organisation; a unit admin keeps his own unit's record.
PLACE_UNITS = "units.add_unit"


class UnitPermissionHelper(ScopedPermissionHelper):
    """A unit with a site is closed, never deleted: its pages and files would be orphans."""

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        is_bare = isinstance(obj, Unit) and obj.home_page_id is None and not obj.is_province
        return is_bare and super().user_can_delete_obj(user, obj)


def _placing(name: str) -> FieldPanel:
    return FieldPanel(name, permission=PLACE_UNITS)


class UnitAdmin(ScopedModelAdmin):
    model = Unit
    permission_helper_class = UnitPermissionHelper
    menu_label = _("Đơn vị")
    menu_icon = "site"
    list_display = ("short_name", "kind", "hotline", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "short_name", "slug", "code")
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [
                _placing("kind"),
                _placing("name"),
                _placing("short_name"),
                FieldRowPanel([_placing("slug"), _placing("code")]),
                _placing("parent"),
                _placing("sort_order"),
            ],
            heading=_("Tên gọi và vị trí"),
            permission=PLACE_UNITS,
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


class OfficialAdmin(ScopedModelAdmin):
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
