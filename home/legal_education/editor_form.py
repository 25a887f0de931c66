"""The editor's form of an item: asks a finished page for what its form of presentation needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.legal_education import citations
from units.scope.forms import ScopedPageForm

ALT_NEEDED = _("Ảnh đại diện cần văn bản thay thế: hãy viết một câu mô tả ảnh.")


class LegalEducationForm(ScopedPageForm):
    """A draft may lack anything but a title; what is submitted or published may not.

    `found_citations` offers the laws that the saved text cites and the list below does not name: a tick
    puts them there. It needs no script, and nothing is added that nobody ticked.
    """

    instance: Any

    found_citations = forms.MultipleChoiceField(
        label=_("Tìm thấy trong bài"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Văn bản được viện dẫn trong phần đã lưu mà chưa có trong danh sách. Đánh dấu rồi lưu để đưa "
            "vào."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The editor saves by itself every few seconds: what was taken then is sent once more.
        self.suggestions = citations.suggestions_for(self.instance, listed_too=self.is_bound)
        field = self.fields.get("found_citations")
        if field is not None:
            field.choices = [(row.key, row.label) for row in self.suggestions]
            if not self.suggestions:
                field.help_text = _(
                    "Lưu bản nháp xong, các văn bản được viện dẫn trong bài sẽ được gợi ý ở đây."
                )

    def _post_clean(self) -> None:
        """Ask when the page holds what was sent: which parts it lacks depends on its form."""
        super()._post_clean()
        if self.is_deferred_validation:
            return
        missing = self.instance.missing_parts()
        if self.instance.lead_image and not self.instance.image_alt:
            missing.append(("lead_image_alt", str(ALT_NEEDED)))
        for name, message in missing:
            if name in self.fields and name not in self.errors:
                self.add_error(name, message)

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=commit)
        citations.take(page, self.suggestions, self.cleaned_data.get("found_citations") or [])
        if commit:
            page.save()
        return page
