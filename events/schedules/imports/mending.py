"""Lines that were not understood, finished by a person before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from events.schedules.display import WEEKDAYS, time_of
from events.schedules.rules.dates import Span, days_of
from events.schedules.rules.lines import MAX_TEXT
from events.schedules.rules.reading import Reading, ReadLine, Unfinished
from events.schedules.rules.times import When, read_digits, read_when
from events.schedules.rules.week import Entry, Session
from portal.core.text import compose, format_date

# More than a busy unit has in a week; each of them is three fields to send.
MOST: Final = 100


class LineForm(forms.Form):
    """A day, an hour or half-day, the content; people and place come along as they were read."""

    day = forms.ChoiceField(
        label=_("Ngày"),
        required=False,
        error_messages={
            "invalid_choice": _("Ngày này không thuộc tuần ở trên. Hãy chọn lại."),
        },
    )
    when = forms.CharField(
        label=_("Giờ hoặc buổi"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"placeholder": _("7h30, 14:00 – 16:00, sáng, cả ngày")}),
    )
    content = forms.CharField(
        label=_("Nội dung"),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any, *, prefix: str, unfinished: Unfinished, week: Span) -> None:
        self.unfinished = unfinished
        entry = unfinished.entry
        is_in_week = unfinished.knows_day and week[0] <= entry.day <= week[1]
        initial = {
            # Without a content there is nothing yet to take along.
            "day": entry.day.isoformat() if is_in_week and entry.content else "",
            "when": time_of(entry),
            "content": entry.content,
        }
        super().__init__(data, prefix=prefix, initial=initial, use_required_attribute=False)
        days = [
            (day.isoformat(), f"{WEEKDAYS[day.weekday()]} {format_date(day)}")
            for day in days_of(week)
        ]
        self.fields["day"].choices = [("", _("Bỏ qua dòng này")), *days]  # type: ignore[attr-defined]

    def clean_when(self) -> When:
        text = compose(self.cleaned_data["when"]).strip()
        found = (read_when(text) or read_digits(text)) if text else When(session=Session.ALL_DAY)
        if found is None:
            raise forms.ValidationError(
                _("Hãy ghi giờ hoặc buổi, chẳng hạn 7h30, 14:00 – 16:00, sáng, chiều, cả ngày.")
            )
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("day") and not cleaned.get("content") and "content" not in self.errors:
            self.add_error("content", _("Hãy ghi nội dung công việc, hoặc chọn “Bỏ qua dòng này”."))
        return cleaned

    def is_valid(self) -> bool:
        """A line that is passed over may hold anything."""
        return super().is_valid() or (self.is_bound and not self["day"].value())

    @property
    def entry(self) -> Entry | None:
        """After `is_valid`: the entry, or None for a line that is passed over."""
        if not self.cleaned_data.get("day"):
            return None
        when: When = self.cleaned_data["when"]
        return replace(
            self.unfinished.entry,
            day=date.fromisoformat(self.cleaned_data["day"]),
            session=when.session or Session.ALL_DAY,
            start=when.start,
            end=when.end,
            content=self.cleaned_data["content"],
        )


LineForms = Mapping[int, Sequence[LineForm]]


def forms_of(reading: Reading, week: Span, data: Any = None) -> LineForms:
    """By the number of the line. What `data` says nothing of is shown as it was read; after `MOST` of them
    no more are offered, as the file is hardly a schedule then.
    """
    found: dict[int, list[LineForm]] = {}
    for line, place, unfinished in islice(_unfinished(reading), MOST):
        form = _form(data, f"line-{line.number}-{place}", unfinished, week)
        found.setdefault(line.number, []).append(form)
    return found


def too_many(reading: Reading) -> list[str]:
    """What is to be said when not every line is offered."""
    if sum(1 for _each in _unfinished(reading)) <= MOST:
        return []
    return [
        _("Quá nhiều dòng không hiểu: chỉ sửa được %d dòng đầu ở đây. Hãy kiểm tra lại tệp.") % MOST
    ]


def _unfinished(reading: Reading) -> Iterator[tuple[ReadLine, int, Unfinished]]:
    for line in reading.lines:
        for place, unfinished in enumerate(line.unfinished):
            yield line, place, unfinished


def _form(data: Any, prefix: str, unfinished: Unfinished, week: Span) -> LineForm:
    known = data if data is not None and f"{prefix}-content" in data else None
    return LineForm(known, prefix=prefix, unfinished=unfinished, week=week)


def are_valid(line_forms: LineForms) -> bool:
    return all(form.is_valid() for forms in line_forms.values() for form in forms if form.is_bound)


def mended(line_forms: LineForms) -> tuple[Entry, ...]:
    entries = (form.entry for forms in line_forms.values() for form in forms if form.is_bound)
    return tuple(entry for entry in entries if entry is not None)
