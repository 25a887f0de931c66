"""What the grid asks while a week is being written; nothing is saved here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import MAX_LINES, moved, readable, to_data
from events.schedules.rules.week import Week, warnings
from portal.calendar.days import holidays_between
from portal.core.sent_json import read_json
from units.scope.actors import actor_of
from units.scope.rows import may_see

WEEK = 7


@require_GET
def copy_week(request: HttpRequest, index_id: int) -> JsonResponse:
    """The entries of the unit's last week before this one, moved to the same weekdays of this one.

    The newest text of that week is taken, published or not: its reader writes for the same unit.
    """
    index = get_object_or_404(WorkScheduleIndexPage, pk=index_id)
    user = actor_of(request)
    permissions = index.permissions_for_user(user)
    if not may_see(user, index) or not (permissions.can_add_subpage() or permissions.can_edit()):
        raise PermissionDenied
    first = _day(request.GET.get("first"))
    if first is None:
        return _refusal(_("Hãy chọn ngày đầu tuần trước khi chép."))
    page = WorkSchedulePage.objects.child_of(index).before(first).first()
    if page is None:
        return JsonResponse({"entries": [], "from": ""})
    week: Any = page.get_latest_revision_as_object()
    monday, target = _monday(week.first), _monday(first)
    entries = to_data(moved(week.lines, (target - monday).days))
    return JsonResponse({"entries": entries, "from": week.title})


@require_POST
def check_week(request: HttpRequest) -> JsonResponse:
    """Warnings about what stands in the grid now; reads no row of anybody."""
    actor_of(request)
    try:
        sent = read_json(request.body)
        first, last = date.fromisoformat(sent["first"]), date.fromisoformat(sent["last"])
        lines = readable(sent["entries"])[:MAX_LINES]
    except (ValueError, KeyError, TypeError):
        return _refusal(_("Không đọc được nội dung đang soạn."))
    week = Week(first, last, entries=tuple(line.entry for line in lines))
    return JsonResponse({"warnings": warnings_of(week)})


def warnings_of(week: Week) -> list[str]:
    """What somebody should look at in a week, as sentences."""
    days = [week.first, week.last, *(entry.day for entry in week.entries)]
    holidays = holidays_between(min(days), max(days)) if _is_sane(days) else {}
    return [warning.text for warning in warnings(week, holidays, timezone.localdate())]


def _is_sane(days: list[date]) -> bool:
    """Whether the days lie within the calendar; a slip of the finger must not ask for centuries."""
    return min(days).year >= 2000 and max(days).year <= 2090 and (max(days) - min(days)).days < 400


def _monday(day: date) -> date:
    return date.fromordinal(day.toordinal() - day.weekday())


def _day(value: str | None) -> date | None:
    """Within the calendar, so that a week may be reckoned from it."""
    try:
        day = date.fromisoformat(value or "")
    except ValueError:
        return None
    return day if _is_sane([day]) else None


def _refusal(text: str) -> JsonResponse:
    return JsonResponse({"error": text}, status=400)
