"""What a person fills in on the way from a Word file to a draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.validators import validate_alt_text
from portal.core.word.story import MAX_LEAD, MAX_TITLE


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp Word (.docx)"),
        help_text=_(
            "Nhiều nhất 20 MB. Chưa có gì được lưu: bạn xem trước kết quả rồi mới tạo bản nháp."
        ),
        error_messages={
            "required": _("Hãy chọn một tệp Word (.docx) trên máy."),
            "empty": _("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
        },
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


class ConfirmForm(forms.Form):
    """The parts that were guessed, to be put right, and a description for each picture."""

    token = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Tiêu đề"),
        max_length=MAX_TITLE,
        error_messages={"required": _("Hãy viết tiêu đề của tin.")},
    )
    lead = forms.CharField(
        label=_("Lời dẫn (sapô)"),
        max_length=MAX_LEAD,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Tóm tắt điều chính trong một, hai câu; nên dưới 60 từ."),
    )
    author = forms.CharField(label=_("Tác giả"), max_length=120, required=False)

    def __init__(self, *args: Any, pictures: list[int], passages: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.picture_numbers = pictures
        for position, number in enumerate(pictures, 1):
            self.fields[f"alt_{number}"] = forms.CharField(
                label=_("Mô tả ảnh %(number)d cho người không nhìn thấy") % {"number": position},
                max_length=255,
                required=False,
                validators=[validate_alt_text],
            )
        choices = [(str(number), str(number)) for number in range(passages)]
        self.fields["convert"] = forms.MultipleChoiceField(choices=choices, required=False)

    @property
    def alts(self) -> dict[int, str]:
        return {n: self.cleaned_data.get(f"alt_{n}", "") for n in self.picture_numbers}

    @property
    def chosen(self) -> set[int]:
        return {int(number) for number in self.cleaned_data["convert"]}
