"""What a person fills in on the way from a file to a draft week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from events.schedules.forms import number_is_taken, taken_numbers
from events.schedules.imports.drafts import ChosenWeek
from events.schedules.imports.limits import MAX_FILE, MEGABYTE
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.models.pages import HEADER_FIELDS
from portal.core.text import compose
from portal.seam.form_checks import LeavesRowAlone

NEW = "new"
NUMBERS = (1, 9999)


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp Word (.docx) hoặc Excel (.xlsx)"),
        help_text=_(
            "Nhiều nhất %(limit)d MB. Chưa có gì được lưu: bạn xem trước từng dòng rồi mới tạo bản nháp."
        )
        % {"limit": MAX_FILE // MEGABYTE},
        error_messages={
            "required": _("Hãy chọn một tệp Word (.docx) hoặc Excel (.xlsx) trên máy."),
            "empty": _("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
        },
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx"}),
    )


class ConfirmForm(LeavesRowAlone, forms.ModelForm):
    """The head and foot of the week as they were read, to be put right; and where it all goes."""

    packed = forms.CharField(widget=forms.HiddenInput)
    # What the lines below the form were read for; another week has to be looked at first.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    moves = forms.BooleanField(
        label=_("Chuyển mọi việc sang tuần này, giữ nguyên thứ trong tuần"),
        required=False,
        help_text=_("Dùng khi ngày ghi trong tệp sai cả tuần, chẳng hạn còn ngày của tuần trước."),
    )
    target = forms.ChoiceField(label=_("Đưa vào"), widget=forms.RadioSelect)

    class Meta:
        model = WorkSchedulePage
        fields = ["first", "last", *HEADER_FIELDS]
        widgets = {
            "first": AdminDateInput,
            "last": AdminDateInput,
            "issued_on": AdminDateInput,
            "recipients": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(
        self,
        *args: Any,
        index: WorkScheduleIndexPage,
        drafts: Sequence[WorkSchedulePage],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.weeks = WorkSchedulePage.objects.child_of(index)
        self.drafts = {str(page.pk): page for page in drafts}
        drafts_in_words = [
            (
                str(page.pk),
                _("Bản nháp đã có: %s (thêm vào, không xóa gì)") % page.get_admin_display_title(),
            )
            for page in drafts
        ]
        target: Any = self.fields["target"]
        target.choices = [(NEW, _("Bản nháp mới")), *drafts_in_words]
        for name in ("first", "last"):
            self.fields[name].error_messages["required"] = _("Hãy ghi ngày, dạng 28/10/2024.")
        self.fields["number"].min_value, self.fields["number"].max_value = NUMBERS  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("place_of_issue", "signer", "signer_post", "recipients"):
            cleaned[name] = compose(cleaned.get(name) or "")
        first, number = cleaned.get("first"), cleaned.get("number")
        if first and not 2000 <= first.year <= 2090:
            self.add_error("first", _("Hãy kiểm tra lại năm của ngày này."))
        elif first and number and cleaned.get("target") == NEW:
            self._check_number(first, number)
        return cleaned

    def _check_number(self, first: date, number: int) -> None:
        taken = taken_numbers(self.weeks, first.year)
        if not NUMBERS[0] <= number <= NUMBERS[1]:
            self.add_error("number", _("Số vào sổ từ 1 đến 9999."))
        elif number in taken:
            self.add_error("number", number_is_taken(number, first.year, max(taken) + 1))

    def check_instead(self) -> None:
        """The page checks itself when it is saved; here it has neither place nor entries yet."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last:
            page = WorkSchedulePage(first=first, last=last)
            try:
                page.check_dates()
            except forms.ValidationError as error:
                self.add_error(None, error)

    @property
    def choice(self) -> ChosenWeek | None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first is None or last is None or self.has_error("first") or self.has_error("last"):
            return None
        return ChosenWeek((first, last), self.cleaned_data.get("moves", False))

    @property
    def page_values(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in self.Meta.fields}
