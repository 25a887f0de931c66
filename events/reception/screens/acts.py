"""Announce, postpone, record: what is done with reception days that were ticked in the list.

Authority and state are asked anew by `events.reception.services` when the form is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from events.reception import services
from events.reception.judging import calendar_for, warnings_of
from events.reception.models.records import ReceptionDay
from events.reception.rules.law import State, announce_by
from events.reception.words import finding_text
from portal.core.text import format_date
from portal.seam.register_addresses import address_of_register
from units.scope.actors import actor_of
from units.scope.refusals import note_refused
from units.scope.rows import scoped

LIST = address_of_register(ReceptionDay)
MOST = 200


def day_input() -> forms.DateInput:
    """The browser's own calendar; it shows the day in the reader's way and sends an ISO date."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]


class PostponeForm(forms.Form):
    """Reason and new date of one day."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do hoãn (được công bố)"),
        max_length=300,
        error_messages={"required": gettext_lazy("Hãy ghi lý do hoãn.")},
    )
    new_day = forms.DateField(
        label=gettext_lazy("Ngày tiếp thay thế"),
        input_formats=DATE_FORMATS,
        widget=day_input(),
        error_messages={"required": gettext_lazy("Hãy chọn ngày tiếp thay thế.")},
    )


class OutcomeForm(forms.Form):
    """What came of one day."""

    nobody_came = forms.BooleanField(label=gettext_lazy("Không có công dân đến"), required=False)
    told_on = forms.DateField(
        label=gettext_lazy("Ngày thông báo kết quả xử lý"),
        required=False,
        input_formats=DATE_FORMATS,
        widget=day_input(),
        help_text=gettext_lazy("Để trống nếu chưa thông báo; điền sau cũng được."),
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi nhận kết quả (nội bộ, không công bố)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def chosen(request: HttpRequest) -> list[ReceptionDay]:
    """The ticked rows of the person's own units, by date. Raises Http404 for anybody else's."""
    user = actor_of(request)
    units = services.units_to_manage(user)
    if not units:
        raise PermissionDenied
    sent = {*request.GET.getlist("id"), *request.POST.getlist("id")}
    numbers = {int(value) for value in sent if value.isdecimal() and len(value) < 18}
    if len(numbers) < len(sent) or len(numbers) > MOST:
        raise Http404
    own = scoped(ReceptionDay.objects.filter(pk__in=numbers), user, units)
    rows = list(own.select_related("unit", "official", "successor").in_order())  # type: ignore[attr-defined]
    for number in numbers - {row.pk for row in rows}:
        note_refused(user, ReceptionDay, number)
        raise Http404
    return rows


def _only(request: HttpRequest, rows: Iterable[ReceptionDay], *states: State) -> list[ReceptionDay]:
    """The rows in one of the states; says which were left out."""
    rows = list(rows)
    fitting = [row for row in rows if row.state in states]
    left = [format_date(row.day) for row in rows if row not in fitting]
    if left and request.method == "GET":
        messages.warning(
            request, _("Bỏ qua các ngày không ở trạng thái phù hợp: %s.") % ", ".join(left)
        )
    return fitting


def _none_left(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("Hãy đánh dấu ít nhất một ngày ở trạng thái phù hợp."))
    return redirect(LIST)


def _fail(request: HttpRequest, error: ValidationError) -> None:
    for text in error.messages:
        messages.error(request, text)


@require_http_methods(["GET", "POST"])
def announce(request: HttpRequest) -> HttpResponse:
    rows = _only(request, chosen(request), State.PLANNED)
    if not rows:
        return _none_left(request)
    if request.method == "POST":
        try:
            made = services.announce(rows, actor_of(request))
        except ValidationError as error:
            _fail(request, error)
        else:
            messages.success(request, _("Đã công bố %d ngày tiếp công dân.") % len(made))
            _warn(request, made)
            return redirect(LIST)
    calendar = calendar_for(row.day for row in rows)
    today = timezone.localdate()
    limits = [(row, announce_by(row.day, calendar)) for row in rows]
    context = {
        "heading": _("Công bố ngày tiếp công dân"),
        "rows": [(row, limit, limit < today) for row, limit in limits],
    }
    return TemplateResponse(request, "reception/admin/announce.html", context)


def _warn(request: HttpRequest, rows: list[ReceptionDay]) -> None:
    for findings in warnings_of(rows).values():
        for finding in findings:
            messages.warning(request, finding_text(finding))


def _postpone_forms(
    request: HttpRequest, rows: list[ReceptionDay]
) -> list[tuple[ReceptionDay, PostponeForm]]:
    """A form for each row, which proposes the working day after it, or after today if that is later."""
    calendar = calendar_for(row.day for row in rows)
    pairs = []
    for row in rows:
        later = max(row.day, timezone.localdate())
        first = {"new_day": calendar.shift(later, 1)}
        pairs.append((row, PostponeForm(request.POST or None, prefix=str(row.pk), initial=first)))
    return pairs


@require_http_methods(["GET", "POST"])
def postpone(request: HttpRequest) -> HttpResponse:
    rows = _only(request, chosen(request), State.ANNOUNCED)
    if not rows:
        return _none_left(request)
    pairs = _postpone_forms(request, rows)
    if request.method == "POST" and _all_valid(pairs):
        wanted = [services.Postponement(row, **form.cleaned_data) for row, form in pairs]
        try:
            made = services.postpone(wanted, actor_of(request))
        except ValidationError as error:
            _fail(request, error)
        else:
            text = _("Đã hoãn %d ngày tiếp công dân và công bố ngày thay thế.")
            messages.success(request, text % len(made))
            _warn(request, [row.successor for row in made if row.successor])
            return redirect(LIST)
    context = {"pairs": pairs, "heading": _("Hoãn ngày tiếp công dân")}
    return TemplateResponse(request, "reception/admin/postpone.html", context)


def _outcome_forms(
    request: HttpRequest, rows: list[ReceptionDay]
) -> list[tuple[ReceptionDay, OutcomeForm]]:
    """A form for each row, with what has been recorded of it before."""
    pairs = []
    for row in rows:
        known = {"note": row.result_note, "told_on": row.told_on, "nobody_came": row.nobody_came}
        pairs.append((row, OutcomeForm(request.POST or None, prefix=str(row.pk), initial=known)))
    return pairs


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest) -> HttpResponse:
    rows = _only(request, chosen(request), State.ANNOUNCED, State.HELD)
    if not rows:
        return _none_left(request)
    pairs = _outcome_forms(request, rows)
    if request.method == "POST" and _all_valid(pairs):
        outcomes = [services.Outcome(row, **form.cleaned_data) for row, form in pairs]
        try:
            made = services.hold(outcomes, actor_of(request))
        except ValidationError as error:
            _fail(request, error)
        else:
            messages.success(request, _("Đã ghi kết quả của %d ngày tiếp công dân.") % len(made))
            _warn(request, made)
            return redirect(LIST)
    context = {"pairs": pairs, "heading": _("Ghi kết quả tiếp công dân")}
    return TemplateResponse(request, "reception/admin/hold.html", context)


def _all_valid(pairs: Sequence[tuple[ReceptionDay, forms.Form]]) -> bool:
    """Every form is asked, so that all mistakes are shown at once."""
    answers = [form.is_valid() for _row, form in pairs]
    return all(answers)
