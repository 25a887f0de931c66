"""Registration only."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def session_scripts() -> SafeString:
    return format_html(
        '<script type="module" src="{}" data-state="{}" data-login="{}" data-logout="{}"></script>'
        '<script type="module" src="{}"></script>',
        static("users/js/session.js"),
        reverse("session_state"),
        reverse("account_login"),
        reverse("account_logout"),
        static("users/js/typed.js"),
    )


@hooks.register("insert_global_admin_css")
def session_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("users/css/accounts.css"))


@hooks.register("register_account_menu_item")
def password_and_security(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Mật khẩu và xác thực hai lớp"),
        "help_text": _("Đổi mật khẩu, đổi thiết bị xác thực, tạo lại mã dự phòng."),
    }
