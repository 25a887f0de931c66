"""What a person gives with a paper: name, unit, telephone, guess, and two separate consents."""

from __future__ import annotations

from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.text import compose, phone_e164

HIGHEST_GUESS = 1_000_000
# Four- and five-digit services have no owner who could take part.
_SERVICES = ("+841800", "+841900")


class EntryForm(forms.Form):
    """Keeps what was typed when something is wrong. `website` is a trap that people do not see."""

    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        error_messages={"required": _("Hãy nhập họ và tên.")},
    )
    organisation = forms.CharField(
        label=_("Đơn vị, trường học"),
        max_length=200,
        error_messages={
            "required": _("Hãy nhập đơn vị hoặc trường học, ví dụ: lớp 9A, Trường THCS …")
        },
    )
    telephone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=30,
        error_messages={
            "required": _("Hãy nhập số điện thoại để đơn vị tổ chức liên hệ trao giải.")
        },
    )
    guess = forms.IntegerField(
        label=_("Dự đoán số người trả lời đúng tất cả các câu"),
        min_value=0,
        max_value=HIGHEST_GUESS,
        error_messages={
            "required": _("Hãy nhập dự đoán; số này dùng để xếp hạng khi bằng điểm."),
            "invalid": _("Dự đoán là một số nguyên, ví dụ: 120."),
            "min_value": _("Dự đoán không nhỏ hơn 0."),
            "max_value": _("Dự đoán quá lớn: nhiều nhất là 1.000.000."),
        },
    )
    agrees = forms.BooleanField(
        label=_("Đồng ý xử lý thông tin cá nhân"),
        error_messages={
            "required": _(
                "Cần sự đồng ý này để nhận bài dự thi. Không đồng ý thì không gửi được bài."
            )
        },
    )
    agrees_to_publication = forms.BooleanField(
        label=_("Đồng ý công bố nếu đạt giải"), required=False
    )
    website = forms.CharField(label=_("Để trống ô này"), required=False)

    def clean_name(self) -> str:
        return self._line("name")

    def clean_organisation(self) -> str:
        return self._line("organisation")

    def clean_telephone(self) -> str:
        """In one form for all ways of writing: 0203…, +84 203…, 0084…"""
        try:
            number = phone_e164(self.cleaned_data["telephone"])
        except ValueError as error:
            raise forms.ValidationError(
                _("Số điện thoại không đúng. Hãy nhập như 0912 345 678 hoặc +84 912 345 678.")
            ) from error
        if number.startswith(_SERVICES):
            raise forms.ValidationError(
                _("Hãy nhập số điện thoại của bạn, không phải số tổng đài.")
            )
        return number

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Hãy xóa nội dung trong ô “Để trống ô này” rồi gửi lại."))
        return ""

    def _line(self, name: str) -> str:
        """One line of what can be seen: signs that turn the direction of writing would reach the lists."""
        seen = (sign for sign in compose(self.cleaned_data[name]) if category(sign) != "Cf")
        text = " ".join("".join(seen).split())
        if not any(sign.isalpha() for sign in text):
            raise forms.ValidationError(_("Hãy nhập bằng chữ."))
        return text

    def typed(self) -> list[tuple[str, str]]:
        """(label, what was typed) of the texts, to show them where they can no longer be sent."""
        data: Any = self.data
        names = ("name", "organisation", "telephone", "guess")
        return [(str(self.fields[name].label), str(data.get(name, ""))) for name in names]
