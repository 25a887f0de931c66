"""Forms of the members screen. What one may choose in them is already one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.core.text import compose
from portal.seam.form_checks import LeavesRowAlone
from portal.users.models import User
from portal.users.rules.mail_addresses import normal_address
from units.models import Invitation, Membership, Role, RolePeriod, Unit
from units.people.member_rules import grantable_roles
from units.rights.roles import UNIT_ROLES
from units.scope.actors import administered_units, is_board
from units.scope.refusals import FOREIGN_CHOICE, note_refused

STATES = [
    ("", _("Đang hiệu lực")),
    ("sap-toi", _("Chưa đến ngày")),
    ("da-het", _("Đã kết thúc")),
    ("tat-ca", _("Tất cả")),
]


def _day() -> forms.DateInput:
    """The browser's own calendar; it shows the day in the reader's way and sends an ISO date."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def choosable_units(user: User) -> Any:
    """Units in operation whose members the user manages, as a queryset for a choice."""
    has_a_place = Q(home_page__isnull=False) | Q(kind=Unit.Kind.DEPARTMENT)
    units = Unit.objects.active().filter(has_a_place)
    return (
        units if is_board(user) else units.filter(pk__in=[u.pk for u in administered_units(user)])
    )


class FilterForm(forms.Form):
    """What the list shows; unknown values narrow nothing."""

    q = forms.CharField(label=_("Tên hoặc thư điện tử"), required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị"), required=False, empty_label=_("Tất cả")
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), required=False, choices=[("", _("Tất cả")), *Role.choices]
    )
    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=STATES)

    def __init__(self, *args: Any, user: User, with_state: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = choosable_units(user)  # type: ignore[attr-defined]
        if not is_board(user) and len(administered_units(user)) < 2:
            del self.fields["unit"]
        if not with_state:
            del self.fields["state"]

    @property
    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data


class _RoleForm(forms.ModelForm):
    """Role and dates; `user` is who decides."""

    # Shown only when the unit would be left without an administrator.
    confirm_last = forms.BooleanField(
        label=_("Tôi xác nhận: đơn vị sẽ không còn người quản trị"), required=False
    )

    class Meta:
        model: type[RolePeriod] = Membership
        fields: tuple[str, ...] = ("role", "starts_on", "ends_on")
        widgets = {"starts_on": _day(), "ends_on": _day()}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["role"].choices = Role.choices  # type: ignore[attr-defined]
        self.fields["confirm_last"].widget = forms.HiddenInput()

    def ask_to_confirm(self) -> None:
        field = self.fields["confirm_last"]
        field.widget = forms.CheckboxInput()
        self.add_error(
            "confirm_last", _("Đây là quản trị cuối cùng của đơn vị. Hãy xác nhận để tiếp tục.")
        )


class MembershipForm(LeavesRowAlone, _RoleForm):
    """Change the role or the dates of a member; the service checks the change on a fresh row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = grantable_roles(self.user, self.instance.unit)
        self.fields["role"].choices = [(role.value, role.label) for role in allowed]  # type: ignore[attr-defined]


class InviteForm(LeavesRowAlone, _RoleForm):
    """Offer a role to a mail address; the service validates the row that it makes."""

    class Meta(_RoleForm.Meta):
        model = Invitation
        fields = ("email", "unit", "role", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["confirm_last"]
        units: Any = self.fields["unit"]
        units.queryset = choosable_units(self.user)
        units.error_messages["invalid_choice"] = FOREIGN_CHOICE
        if not is_board(self.user):
            roles = [("", "---------"), *((role.value, role.label) for role in UNIT_ROLES)]
            self.fields["role"].choices = roles  # type: ignore[attr-defined]
            if len(units.queryset) == 1:
                units.initial, units.empty_label = units.queryset[0].pk, None

    def clean_email(self) -> str:
        return normal_address(self.cleaned_data["email"]).lower()

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.errors.as_data().get("unit", [None])[0] is not None:
            error = self.errors.as_data()["unit"][0]
            if error.code == "invalid_choice":
                note_refused(self.user, Unit, self.data.get("unit"))


class AcceptForm(forms.Form):
    """Name and password of somebody who has no account yet."""

    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password1 = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Nhập lại mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_full_name(self) -> str:
        return " ".join(compose(self.cleaned_data["full_name"]).split())

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Hai lần nhập mật khẩu không giống nhau."))
        elif first:
            person = User(
                username=self.email, email=self.email, full_name=data.get("full_name", "")
            )
            try:
                validate_password(first, person)
            except ValidationError as error:
                self.add_error("password1", error)
        return data
