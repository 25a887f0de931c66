"""The form in which the key of a question is corrected."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from home.quizzes.models.corrections import LONGEST_REASON
from home.quizzes.rules.paper import Question
from portal.core.text import compose


class KeyForm(forms.Form):
    """Which answers are right, or that every paper gets the mark; and why."""

    right = forms.MultipleChoiceField(
        label=_("Đáp án đúng"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Câu hỏi không có phương án này. Hãy tải lại trang.")},
    )
    everyone = forms.BooleanField(
        label=_("Câu hỏi có sai sót: mọi bài đều được tính điểm câu này"), required=False
    )
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=LONGEST_REASON,
        error_messages={
            "required": _("Hãy ghi lý do: người dự thi cần biết vì sao điểm thay đổi.")
        },
    )

    def __init__(
        self, question: Question, now_right: frozenset[str], data: QueryDict | None = None
    ) -> None:
        """`data` is None for a form that was not sent."""
        initial = {"right": sorted(now_right), "everyone": not now_right}
        super().__init__(data, initial=initial)
        self.now_right = now_right
        choices: Any = self.fields["right"]
        choices.choices = [(answer.key, answer.text) for answer in question.answers]

    def clean_reason(self) -> str:
        return " ".join(compose(self.cleaned_data["reason"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        right, everyone = set(cleaned["right"]), cleaned["everyone"]
        choices: Any = self.fields["right"]
        if not right and not everyone:
            self.add_error("right", _t("Hãy đánh dấu ít nhất một đáp án đúng."))
        elif everyone and right:
            text = _t("Khi mọi bài đều được tính điểm thì bỏ dấu ở các phương án.")
            self.add_error("everyone", text)
        elif len(right) == len(choices.choices):
            text = _t("Nếu phương án nào cũng đúng, hãy chọn tính điểm câu này cho mọi bài.")
            self.add_error("right", text)
        elif right == self.now_right:
            self.add_error(
                "right", _t("Đáp án không khác đáp án đang dùng: chưa có gì để chấm lại.")
            )
        return cleaned
