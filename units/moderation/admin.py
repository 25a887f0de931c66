"""The board's lists: reasons of return, holidays."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from portal.calendar.models import Holiday
from units.moderation.models import ReturnReason
from units.scope.registers import ScopedIndexView
from units.scope.rows import is_board


class BoardPermissionHelper(PermissionHelper):
    """Lists of the whole portal: the board and system administrators alone."""

    def user_can_list(self, user: Any) -> bool:
        return is_board(user)

    def user_can_create(self, user: Any) -> bool:
        return is_board(user)

    def user_can_edit_obj(self, user: Any, obj: Model) -> bool:
        return is_board(user)

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        return is_board(user)

    def user_can_inspect_obj(self, user: Any, obj: Model) -> bool:
        return False


class ReturnReasonAdmin(ModelAdmin):
    model = ReturnReason
    index_view_class = ScopedIndexView
    permission_helper_class = BoardPermissionHelper
    menu_label = _("Lý do trả lại")
    menu_icon = "undo"
    list_display = ("name", "code", "is_active", "sort_order")
    panels = [
        FieldPanel("name"),
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
    ]


class HolidayAdmin(ModelAdmin):
    model = Holiday
    index_view_class = ScopedIndexView
    permission_helper_class = BoardPermissionHelper
    menu_label = _("Ngày nghỉ, làm bù")
    menu_icon = "date"
    list_display = ("day", "name", "is_worked")
    list_per_page = 100
    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("is_worked")]), FieldPanel("name")]


class ModerationGroup(ModelAdminGroup):
    menu_label = _("Thiết lập duyệt bài")
    menu_icon = "tasks"
    menu_order = 310
    items = (ReturnReasonAdmin, HolidayAdmin)
