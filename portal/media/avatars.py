"""The picture of an account: judged like any other before Wagtail makes it small."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm

from portal.media.pictures import check_picture


class AvatarField(forms.ImageField):
    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values:
            check_picture(data)
        return super().to_python(data)


class CheckedAvatarForm(AvatarPreferencesForm):
    avatar = AvatarField(label=_("Tải ảnh đại diện lên"), required=False)
