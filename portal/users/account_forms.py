"""The forms of the own account, and those of accounts on Wagtail's screens for administrators."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from portal.core.text import compose
from portal.users.models import User

_REQUIRED = {"required": _("Hãy điền ô này.")}


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("full_name",)
        widgets = {"full_name": forms.TextInput(attrs={"autocomplete": "name"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True
        self.fields["full_name"].error_messages |= _REQUIRED

    def clean_full_name(self) -> str:
        return " ".join(compose(self.cleaned_data["full_name"]).split())


class MailForm(forms.Form):
    email = forms.EmailField(
        label=_("Địa chỉ thư mới"),
        max_length=254,
        error_messages={
            **_REQUIRED,
            "max_length": _("Địa chỉ thư dài nhất %(limit_value)d ký tự."),
            "invalid": _("Địa chỉ thư không đúng, ví dụ: ten@vks.example"),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class _AccountForm:
    """Names as Vietnamese people have them: in one field."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            del self.fields[name]


class NewAccountForm(_AccountForm, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = {*UserCreationForm.Meta.fields, "full_name"}


class AccountForm(_AccountForm, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = {*UserEditForm.Meta.fields, "full_name"}
