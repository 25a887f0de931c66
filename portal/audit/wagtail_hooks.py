"""Registration only."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from portal.audit.actions import ACTIONS
from portal.audit.report import SecurityLogView, may_read


class SecurityLogMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)  # type: ignore[arg-type]


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(str(action), label, message)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("nhat-ky-an-ninh/", SecurityLogView.as_view(), name="security_log"),
        path(
            "nhat-ky-an-ninh/results/",
            SecurityLogView.as_view(results_only=True),
            name="security_log_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> SecurityLogMenuItem:
    return SecurityLogMenuItem(
        _("Nhật ký an ninh"),
        reverse("security_log"),
        name="security-log",
        icon_name="history",
        order=900,
    )
