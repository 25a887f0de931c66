"""Registration only."""

from collections.abc import Iterator
from typing import Any

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail_modeladmin.options import modeladmin_register

from home.legal_education import due, panels, views
from home.legal_education.admin import LegalEducationGroup
from home.legal_education.models import LegalEducationPage
from home.legal_education.rules.forms import FORMS, OF_ONE_FORM

modeladmin_register(LegalEducationGroup)
hooks.register("construct_homepage_panels", panels.add_panel)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path(
            "legal-education/<int:page_id>/reviewed/",
            views.mark_reviewed,
            name="legal_education_reviewed",
        )
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(due.ACTION, _("Xem lại bài"), _("Đã ghi nhận xem lại bài"))


@hooks.register("insert_editor_js")
def form_script() -> SafeString:
    """Hides the fields that the chosen form does not ask for; the table is the server's own."""
    table = {"asked": {form.key: form.asked for form in FORMS.values()}, "all": OF_ONE_FORM}
    return format_html(
        '{}<script src="{}" defer></script>',
        json_script(table, "legal-education-forms"),
        static("legal_education/js/form.js"),
    )


@hooks.register("register_page_header_buttons")
def reviewed_button(page: Page, user: Any, view_name: str, **_kwargs: Any) -> Iterator[Button]:
    if view_name == "edit" and isinstance(page, LegalEducationPage) and page.live:
        yield Button(
            _("Ghi nhận đã xem lại…"),
            reverse("legal_education_reviewed", args=[page.pk]),
            icon_name="tick-inverse",
            priority=60,
        )
