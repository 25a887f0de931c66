"""The form in which a rule, a period and what all its days have in common are typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.reception.models.records import (
    DAY_FIELDS,
    FIRST_YEAR,
    LAST_YEAR,
    ReceptionDay,
    Weekday,
)
from events.reception.rules.recurrence import (
    LAST,
    LONGEST,
    Occurrence,
    OnDayOff,
    RecurrenceKind,
    RecurrenceRule,
)
from events.reception.screens.acts import DATE_FORMATS, day_input
from events.reception.words import DAYS_OFF, ORDER, RULE_KINDS
from units.scope.forms import ScopedForm

WORKING_DAYS = [(number, str(number)) for number in range(1, 16)]


class PlanForm(ScopedForm):
    """The rule and the period, and what all the days have in common."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Quy tắc"),
        choices=[(key.value, text) for key, text in RULE_KINDS.items()],
    )
    month_day = forms.IntegerField(
        label=gettext_lazy("Ngày trong tháng"),
        min_value=1,
        max_value=31,
        initial=15,
        help_text=gettext_lazy("Cho quy tắc ngày cố định; 31 là ngày cuối của tháng ngắn hơn."),
    )
    nth = forms.TypedChoiceField(
        label=gettext_lazy("Lần thứ mấy trong tháng"),
        coerce=int,
        choices=list(ORDER.items()),
        help_text=gettext_lazy("Cho quy tắc một thứ trong tháng."),
    )
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Thứ trong tuần"),
        coerce=int,
        choices=Weekday.choices,
        help_text=gettext_lazy("Cho quy tắc hằng tuần và một thứ trong tháng."),
    )
    nth_working = forms.TypedChoiceField(
        label=gettext_lazy("Ngày làm việc thứ"),
        coerce=int,
        choices=[*WORKING_DAYS, (LAST, gettext_lazy("cuối cùng"))],
        help_text=gettext_lazy("Cho quy tắc ngày làm việc của tháng."),
    )
    on_day_off = forms.ChoiceField(
        label=gettext_lazy("Nếu trùng ngày nghỉ"),
        choices=[(key.value, text) for key, text in DAYS_OFF.items()],
    )
    first = forms.DateField(
        label=gettext_lazy("Từ ngày"), input_formats=DATE_FORMATS, widget=day_input()
    )
    last = forms.DateField(
        label=gettext_lazy("Đến ngày"), input_formats=DATE_FORMATS, widget=day_input()
    )

    RULE_FIELDS = ("kind", "month_day", "nth", "weekday", "nth_working", "on_day_off")
    PERIOD_FIELDS = ("first", "last")

    class Meta:
        model = ReceptionDay
        fields = ("unit", *DAY_FIELDS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last:
            if last < first:
                self.add_error("last", _("Ngày cuối phải từ ngày đầu trở đi."))
            elif last - first > LONGEST:
                self.add_error("last", _("Khoảng thời gian dài nhất là hai năm."))
            elif not (first.year >= FIRST_YEAR and last.year < LAST_YEAR):
                self.add_error("first", _("Năm không đúng: hãy kiểm tra lại hai ngày."))
        return cleaned

    @property
    def rule(self) -> RecurrenceRule:
        """Of a valid form."""
        data = self.cleaned_data
        kind = RecurrenceKind(data["kind"])
        number = {
            RecurrenceKind.MONTH_DAY: data["month_day"],
            RecurrenceKind.NTH_WEEKDAY: data["nth"],
            RecurrenceKind.NTH_WORKING_DAY: data["nth_working"],
            RecurrenceKind.WEEKLY: 1,
        }[kind]
        return RecurrenceRule(kind, number, data["weekday"], OnDayOff(data["on_day_off"]))

    def day_for(self, found: Occurrence) -> ReceptionDay | None:
        """The row of one date, not saved; None for one that is left out."""
        if found.day is None:
            return None
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        rule = self.rule.key
        return ReceptionDay(day=found.day, rule=rule, rule_day=found.nominal, **values)

    def rows_of(self, *names: str) -> list[Any]:
        return [self[name] for name in names]

    @property
    def groups(self) -> list[tuple[str, list[Any]]]:
        """The form in parts, as it is shown."""
        return [
            (_("Đơn vị và quy tắc"), self.rows_of("unit", *self.RULE_FIELDS)),
            (_("Khoảng thời gian"), self.rows_of(*self.PERIOD_FIELDS)),
            (_("Giờ tiếp"), self.rows_of(*self.Meta.fields[1:5])),
            (_("Người tiếp và nội dung"), self.rows_of(*self.Meta.fields[5:])),
        ]
