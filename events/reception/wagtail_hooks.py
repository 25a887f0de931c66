"""Registration only."""

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail_modeladmin.options import modeladmin_register

from events.reception import panels
from events.reception.admin import ReceptionGroup
from events.reception.services import units_to_manage
from events.reception.urls import urlpatterns

modeladmin_register(ReceptionGroup)
hooks.register("construct_homepage_panels", panels.add_panel)

# action → (name in filters, sentence in a history)
ACTIONS = {
    "reception.make_days": (
        _("Lập lịch tiếp công dân"),
        _("Lập các ngày tiếp công dân theo quy tắc"),
    ),
    "reception.announce": (_("Công bố ngày tiếp"), _("Công bố ngày tiếp công dân")),
    "reception.postpone": (_("Hoãn ngày tiếp"), _("Hoãn ngày tiếp công dân")),
    "reception.hold": (_("Ghi đã tiếp"), _("Ghi ngày tiếp công dân đã diễn ra")),
    "reception.result": (_("Ghi kết quả tiếp"), _("Ghi kết quả của ngày tiếp công dân")),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return urlpatterns


class _ManagersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(units_to_manage(request.user))


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    return _ManagersItem(
        _("Tiếp công dân"),
        reverse("reception_report"),
        name="reception-report",
        icon_name="group",
        order=810,
    )
