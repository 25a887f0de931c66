"""Many days at once from a rule: a form, a preview that explains each date, and only then rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from events.reception import services
from events.reception.display import weekday_name
from events.reception.models.records import ReceptionDay
from events.reception.rules.law import announce_by
from events.reception.rules.recurrence import (
    Occurrence,
    months_between,
    occurrences,
)
from events.reception.screens.acts import LIST
from events.reception.screens.plan_form import PlanForm
from events.reception.words import rule_words, why_passed
from portal.calendar.days import holidays_between, lunar_words, working_calendar
from portal.calendar.rules.working import Calendar
from portal.core.text import format_date
from units.scope.actors import actor_of

MARGIN = timedelta(days=62)
HEADING = gettext_lazy("Lập lịch tiếp công dân theo quy tắc")


@dataclass(frozen=True)
class Proposal:
    """A line of the preview. `trouble` says why the day will not be made; "" when it can be."""

    found: Occurrence
    row: ReceptionDay | None
    moved: str
    trouble: str
    limit: date | None = None
    is_late: bool = False

    @property
    def key(self) -> str:
        return self.found.nominal.isoformat()

    @property
    def nominal_words(self) -> str:
        return f"{weekday_name(self.found.nominal)}, {format_date(self.found.nominal)}"

    @property
    def day_words(self) -> str:
        day = self.found.day
        return f"{weekday_name(day)}, {format_date(day)}" if day else ""

    @property
    def lunar(self) -> str:
        return lunar_words(self.found.day) if self.found.day else ""


@dataclass(frozen=True)
class Preview:
    proposals: list[Proposal]
    bare_months: list[str]
    signature: str
    rule: str

    @property
    def count(self) -> int:
        return sum(not one.trouble for one in self.proposals)


def preview_of(form: PlanForm) -> Preview:
    """What the rule would make, day by day; nothing is saved."""
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    calendar = working_calendar(first - MARGIN, last + MARGIN)
    holidays = holidays_between(first - MARGIN, last + MARGIN)
    found = occurrences(form.rule, first, last, calendar)
    pairs = [(one, form.day_for(one)) for one in found]
    unit = form.cleaned_data["unit"]
    made = ReceptionDay.objects.filter(unit=unit, rule=form.rule.key)
    known = set(made.values_list("rule_day", flat=True))
    clashes = services.clashing(unit.pk, [row for _one, row in pairs if row is not None])
    seen: set[date] = set()
    proposals = []
    for one, row in pairs:
        trouble = _trouble(one, row, known, clashes, seen)
        if one.day and not trouble:
            seen.add(one.day)
        proposals.append(_proposal(one, row, why_passed(one.passed, holidays), trouble, calendar))
    bare = _bare_months(first, last, proposals)
    return Preview(proposals, bare, _signature(form, proposals), rule_words(form.rule))


def _bare_months(first: date, last: date, proposals: list[Proposal]) -> list[str]:
    """Months of the period in which the rule gives no day."""
    shown = [one.found.day for one in proposals if one.row is not None]
    filled = {day.replace(day=1) for day in shown if day is not None}
    return [f"{month:%m/%Y}" for month in months_between(first, last) if month not in filled]


def _signature(form: PlanForm, proposals: list[Proposal]) -> str:
    """Another one for other answers in the form, and for other days that follow from them."""
    days = [(one.key, one.day_words) for one in proposals]
    text = repr((sorted(form.cleaned_data.items()), days))
    return sha256(text.encode()).hexdigest()[:32]


def _trouble(
    one: Occurrence,
    row: ReceptionDay | None,
    known: set[Any],
    clashes: set[tuple[date, Any]],
    seen: set[date],
) -> str:
    if row is None or one.day is None:
        return _("Bỏ qua vì là ngày nghỉ")
    if one.nominal in known:
        return _("Đã lập từ trước theo quy tắc này")
    if one.day < timezone.localdate():
        return _("Ngày đã qua")
    if (row.day, row.opens) in clashes:
        return _("Trùng giờ với một buổi tiếp đã có")
    if one.day in seen:
        return _("Trùng với ngày ở dòng trên")
    return ""


def _proposal(
    one: Occurrence, row: ReceptionDay | None, moved: str, trouble: str, calendar: Calendar
) -> Proposal:
    limit = announce_by(one.day, calendar) if one.day else None
    is_late = limit is not None and limit < timezone.localdate()
    return Proposal(one, row, moved, trouble, limit, is_late)


def _period() -> dict[str, date]:
    """To the end of this year; in its last quarter the whole of the next."""
    today = timezone.localdate()
    if today.month >= 10:
        return {"first": date(today.year + 1, 1, 1), "last": date(today.year + 1, 12, 31)}
    return {"first": today + timedelta(days=1), "last": date(today.year, 12, 31)}


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    user = actor_of(request)
    if not services.units_to_manage(user):
        raise PermissionDenied
    form = PlanForm(request.POST or None, instance=ReceptionDay(), for_user=user, initial=_period())
    context: dict[str, Any] = {"form": form, "heading": HEADING}
    if request.method == "POST" and form.is_valid():
        preview = preview_of(form)
        if "confirm" in request.POST:
            if request.POST.get("signature") == preview.signature:
                return _make(request, form, preview)
            messages.warning(
                request, _("Quy tắc hoặc ngày nghỉ đã đổi sau khi xem trước: hãy xem lại các ngày.")
            )
        ticked = set(request.POST.getlist("pick"))
        is_again = request.POST.get("signature") == preview.signature
        context["preview"] = preview
        context["picked"] = ticked if is_again else {one.key for one in preview.proposals}
    return TemplateResponse(request, "reception/admin/plan.html", context)


def _make(request: HttpRequest, form: PlanForm, preview: Preview) -> HttpResponse:
    ticked = set(request.POST.getlist("pick"))
    rows = [
        one.row
        for one in preview.proposals
        if one.row is not None and not one.trouble and one.key in ticked
    ]
    try:
        made = services.make_days(rows, actor_of(request), preview.rule)
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        if made:
            text = _(
                "Đã lập %d ngày tiếp công dân dự kiến. Hãy công bố trước ít nhất 5 ngày làm việc."
            )
            messages.success(request, text % len(made))
            return redirect(LIST)
        messages.warning(request, _("Không có ngày mới nào được lập."))
    context = {"form": form, "heading": HEADING, "preview": preview, "picked": ticked}
    return TemplateResponse(request, "reception/admin/plan.html", context)
