"""On the screen of one's own account: how one wants the mails of the reviews."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel

from portal.seam.lazy_users import unwrapped
from units.moderation.models import MailPreference


class MailPreferenceForm(forms.ModelForm):
    class Meta:
        model = MailPreference
        fields = ("digest",)
        labels = {"digest": _("Gộp thư về việc duyệt bài thành một thư mỗi ngày")}


class MailPreferencePanel(BaseSettingsPanel):
    """Each mail at once, or one a day."""

    name = "moderation_mail"
    title = _("Thông báo")
    order = 100

    def get_form(self) -> Any:
        user = unwrapped(self.user)
        row = MailPreference.objects.filter(user=user.pk).first() or MailPreference(user=user)
        data = self.request.POST if self.request.method == "POST" else None
        return MailPreferenceForm(data, instance=row, prefix=self.name)
