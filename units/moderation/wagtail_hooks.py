"""Registration only."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail_modeladmin.options import modeladmin_register

from portal.core.editing import before_editing
from units.moderation import edit_rules, ledger, panels
from units.moderation.account_panel import MailPreferencePanel
from units.moderation.admin import ModerationGroup
from units.moderation.ledger_filters import may_read
from units.moderation.sight import may_review
from units.moderation.urls import urlpatterns
from units.moderation.views.delegations import led_units
from units.scope.actors import is_board

modeladmin_register(ModerationGroup)
before_editing(Page, edit_rules.before_edit)
hooks.register("construct_homepage_panels", panels.add_panels)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    ledger.register_actions(actions)
    actions.register_action("moderation.delegate", _("Ủy quyền duyệt"), _("Ủy quyền duyệt bài"))
    actions.register_action(
        "moderation.delegate_end", _("Kết thúc ủy quyền"), _("Kết thúc ủy quyền duyệt bài")
    )


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return urlpatterns


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("moderation/queue.css"))


@hooks.register("register_page_header_buttons")
def editor_buttons(page: Page, user: Any, view_name: str, **_kwargs: Any) -> Iterator[Button]:
    """In the editor's menu: the check list of what is saved, and the item's history."""
    if view_name == "edit" and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Kiểm tra trước khi gửi"),
            reverse("moderation_checklist", args=[page.pk]),
            icon_name="tick-inverse",
            priority=11,
        )
        yield Button(
            _("Quá trình duyệt"),
            reverse("moderation_item", args=[page.pk]),
            icon_name="history",
            priority=12,
        )


class _ReviewersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_review(request.user)


class _LeadersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(led_units(request.user))


class _BoardItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_board(request.user)


class _LedgerItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


@hooks.register("register_admin_menu_item")
def ledger_item() -> MenuItem:
    return _LedgerItem(
        _("Sổ duyệt"),
        reverse("moderation_ledger"),
        name="moderation-ledger",
        icon_name="list-ul",
        order=91,
    )


@hooks.register("register_admin_menu_item")
def queue_item() -> MenuItem:
    return _ReviewersItem(
        _("Chờ duyệt"), reverse("moderation_queue"), name="moderation", icon_name="tasks", order=90
    )


@hooks.register("register_admin_menu_item")
def delegation_item() -> MenuItem:
    return _LeadersItem(
        _("Ủy quyền duyệt"),
        reverse("moderation_delegations"),
        name="moderation-delegations",
        icon_name="group",
        order=303,
    )


@hooks.register("register_reports_menu_item")
def exceptions_item() -> MenuItem:
    return _BoardItem(
        _("Đăng ngoài quy trình"),
        reverse("moderation_exceptions"),
        name="moderation-exceptions",
        icon_name="warning",
        order=800,
    )


hooks.register("register_account_settings_panel", MailPreferencePanel)
