"""Where allauth asks the portal: no sign-up, one host, our addresses, Vietnamese words."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import login as django_login
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.addresses import leads_here
from portal.users import proof, second_factor
from portal.users.client import client_address
from portal.users.models import User

_WRONG_LOGIN = _("Tên đăng nhập hoặc mật khẩu không đúng.")
_TOO_MANY = _("Đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút.")
_WRONG_CODE = _("Mã không đúng hoặc đã được dùng. Hãy nhập mã mới đang hiện trên ứng dụng.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _WRONG_LOGIN,
        "email_password_mismatch": _WRONG_LOGIN,
        "invalid_login": _WRONG_LOGIN,
        "account_inactive": _WRONG_LOGIN,
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": _("Mật khẩu không đúng."),
        "enter_current_password": _("Mật khẩu hiện tại không đúng."),
        "invalid_password_reset": _("Đường dẫn đặt lại mật khẩu không còn dùng được."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses of the host that was asked; allauth would trust other origins as well."""
        host = context.request.get_host()
        if not url or not leads_here(url, host):
            return False
        return urlsplit(url).netloc in {"", host}

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def login(self, request: HttpRequest, user: User) -> None:
        """With the portal's backend: after the second step allauth no longer knows which it was."""
        django_login(request, user, backend="portal.users.backends.StaffBackend")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say themselves what was done; no messages pile up behind the sign-in."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in a moment ago need not do so again to enrol."""
        return not proof.is_fresh(context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict]:
        """With a second factor a password alone opens nothing: one page asks for both."""
        methods = super().get_reauthentication_methods(user)
        with_code = [method for method in methods if method["id"] == "mfa_reauthenticate"]
        return with_code or methods


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "cannot_delete_authenticator": _("Không tắt được xác thực hai lớp."),
        "cannot_generate_recovery_codes": _("Hãy bật xác thực hai lớp trước."),
    }

    def encrypt(self, text: str) -> str:
        return second_factor.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return second_factor.decrypt(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        return user.get_username()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """A new telephone: the old one goes, and another must be enrolled before anything else."""
        return True
