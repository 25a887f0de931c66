"""The forms of signing in, in Vietnamese, with limits kept in the database."""

from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.text import compose
from portal.seam.reset_links import AskingTokenForm
from portal.seam.sign_in_records import note_means
from portal.users import limits, second_factor, services
from portal.users.client import client_network
from portal.users.events import Action, announce
from portal.users.models import User

CODE_WINDOW = 15 * 60
REQUIRED = {"required": gettext_lazy("Hãy điền ô này.")}


def _say(form: forms.BaseForm, **labels: Any) -> None:
    """Our labels; no placeholders, which vanish as soon as one types."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.error_messages = {**field.error_messages, **REQUIRED}
    for name, label in labels.items():
        form.fields[name].label = label


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, login=_("Tên đăng nhập hoặc thư điện tử"), password=_("Mật khẩu"))
        self.fields["login"].widget.attrs.update(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        )
        self.fields["login"].max_length = 254
        self.fields["password"].help_text = ""

    def user_credentials(self) -> dict[str, Any]:
        """One name for both ways, so that lock, check and log count the same account."""
        return {
            "username": self.cleaned_data["login"],
            "password": self.cleaned_data.get("password"),
        }


class PasswordResetRequestForm(ResetPasswordForm):
    """Answers the same for every address, and does the same work before answering."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, email=_("Thư điện tử của tài khoản"))
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self) -> str:
        return compose(self.cleaned_data["email"]).strip()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email = self.cleaned_data["email"]
        per_mail, per_address = settings.PASSWORD_RESET_LIMITS
        allowed = [
            limits.take("reset-address", client_network(request), per_address, 3600) >= 0,
            limits.take("reset-mail", email.casefold(), per_mail, 3600) >= 0,
        ]
        if all(allowed):
            services.ask_password_reset(email, request)
        return email


class ResetTokenForm(AskingTokenForm):
    """allauth's check of the link, refusing accounts that are switched off."""

    def accepts(self, user: User) -> bool:
        return user.is_active


class NewPasswordForm(ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, password1=_("Mật khẩu mới"), password2=_("Nhập lại mật khẩu mới"))

    def clean(self) -> dict[str, Any] | None:
        return _same_twice(self, super().clean())


class PasswordChangeForm(ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            oldpassword=_("Mật khẩu hiện tại"),
            password1=_("Mật khẩu mới"),
            password2=_("Nhập lại mật khẩu mới"),
        )
        # The page says them above the form.
        self.fields["password1"].help_text = ""

    def clean_oldpassword(self) -> str:
        if limits.take("old-password", str(self.user.pk), 5, CODE_WINDOW) < 0:
            raise ValidationError(_("Đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút."))
        value = super().clean_oldpassword()
        limits.clear("old-password", str(self.user.pk))
        return value

    def clean(self) -> dict[str, Any] | None:
        return _same_twice(self, super().clean())


def _same_twice(form: forms.Form, data: dict[str, Any] | None) -> dict[str, Any] | None:
    """The parent says this in its own words; ours replace them."""
    if "password2" in form.errors and form.cleaned_data.get("password1"):
        form.errors["password2"] = form.error_class([_("Hai lần nhập chưa giống nhau.")])
    return data


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, password=_("Mật khẩu"))
        self.fields["password"].help_text = ""  # a link in English


class _CodeCheck:
    """Codes of the app and recovery codes, at most five wrong ones in a quarter of an hour.

    Per account and not per address: whoever gets here knows the password already.
    """

    user: User
    cleaned_data: dict[str, Any]
    fields: dict[str, forms.Field]

    def clean_code(self) -> str:
        left = limits.take(
            "code", str(self.user.pk), settings.SECOND_FACTOR_FAILURE_LIMIT, CODE_WINDOW
        )
        if left < 0:
            raise get_account_adapter().validation_error("too_many_login_attempts")
        code = self.cleaned_data["code"]
        for authenticator in Authenticator.objects.filter(user=self.user):
            if self._accepts(authenticator, code):
                authenticator.user = self.user
                self.authenticator = authenticator
                limits.clear("code", str(self.user.pk))
                return code
        self._announce(Action.CODE_FAILED)
        if left == 0:
            self._announce(Action.CODE_LOCKED)
        raise get_mfa_adapter().validation_error("incorrect_code")

    def _accepts(self, authenticator: Authenticator, code: str) -> bool:
        if authenticator.type == Authenticator.Type.TOTP:
            return second_factor.accept_totp(authenticator, code)
        try:
            return authenticator.wrap().validate_code(code)
        except Authenticator.DoesNotExist:
            return False  # new recovery codes were made a moment ago

    def _announce(self, action: Action) -> None:
        announce(action, account=self.user, request=context.request)

    def _prepare(self) -> None:
        _say(self, code=_("Mã xác thực"))  # type: ignore[arg-type]
        self.fields["code"].widget.attrs.update(
            {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "12"}
        )


class CodeForm(_CodeCheck, AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare()


class CodeAgainForm(_CodeCheck, CodeReauthenticateForm):
    """Password and code on one page; a wrong password uses no code up."""

    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("password", "code")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare()

    def clean_password(self) -> str:
        """As at the sign-in, so that the lock counts what is guessed here."""
        password = self.cleaned_data["password"]
        if not get_account_adapter().reauthenticate(self.user, password):
            raise get_account_adapter().validation_error("incorrect_password")
        return password

    def clean_code(self) -> str:
        return super().clean_code() if "password" in self.cleaned_data else ""

    def save(self) -> None:
        note_means(context.request, self.user, "password", reauthenticated=True)
        super().save()


class EnrolmentForm(ActivateTOTPForm):
    """`used_step` says which code proved the device, so that it opens nothing a second time."""

    used_step: int

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=_("Mã 6 số đang hiện trên ứng dụng"))
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "maxlength": "8"})

    def clean_code(self) -> str:
        if limits.take("enrol", str(self.user.pk), 20, CODE_WINDOW) < 0:
            raise get_account_adapter().validation_error("too_many_login_attempts")
        code = "".join(self.cleaned_data["code"].split())
        step = second_factor.step_of(self.secret, code)
        if step is None:
            raise get_mfa_adapter().validation_error("incorrect_code")
        self.used_step = step
        return code
