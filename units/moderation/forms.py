"""What a decision needs besides the button."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from units.moderation.models.steps import ReturnReason


class ApproveForm(forms.Form):
    comment = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )


class ReturnForm(forms.Form):
    """Reason and text, both needed: who gets an item back must know what to mend."""

    reason = forms.ModelChoiceField(
        label=_("Lý do trả lại"),
        queryset=ReturnReason.objects.none(),
        empty_label=_("— Chọn lý do —"),
        error_messages={"required": _("Hãy chọn lý do trả lại.")},
    )
    comment = forms.CharField(
        label=_("Điều cần sửa"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Hãy ghi rõ điều cần sửa.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].queryset = ReturnReason.objects.filter(is_active=True)  # type: ignore[attr-defined]


def form_class_for(action: str) -> type[ApproveForm] | type[ReturnForm]:
    """What is asked before an action; `approve` and `reject` are Wagtail's names."""
    return ReturnForm if action == "reject" else ApproveForm
