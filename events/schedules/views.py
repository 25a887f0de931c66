"""What readers see: a week, the register of a year, the weeks of all units, earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from events.schedules.audience import reads_internal
from events.schedules.display import ShownDay, days_of, shown_entries
from events.schedules.exports.paper import OfficialPaper, paper_of
from events.schedules.leaders import leaders_of
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.leaders import Leader, concerns
from events.schedules.rules.week import Entry
from events.schedules.versions import changes_after, header_of, version_label, version_of
from portal.calendar.days import holidays_between
from portal.core.addresses import absolute_url, canonical_url
from portal.core.text import format_date
from units.frame.frames import Frame, frame_for_page

WORKDAYS = 5


def asked_day(request: HttpRequest) -> tuple[date, bool]:
    """The day in the address, or today; and whether what stands there is no day."""
    value = request.GET.get("ngay", "")
    try:
        day = _typed_day(value) if value else timezone.localdate()
    except ValueError:
        return timezone.localdate(), True
    if not 2000 <= day.year <= 2090:
        return timezone.localdate(), True
    return day, False


def _typed_day(value: str) -> date:
    """2026-11-24, or 24/11/2026 from a browser without a field for days. Raises ValueError."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.strptime(value.strip(), "%d/%m/%Y").date()


def index(page: WorkScheduleIndexPage, request: HttpRequest) -> HttpResponseBase:
    """The week of the day that is asked for, or of today."""
    context = page.get_context(request)
    day, is_mangled = asked_day(request)
    context |= {"asked_day": day, "is_mangled": is_mangled, "index": page}
    context["index_url"] = canonical_url(page, request)
    weeks = page.weeks()
    shown = weeks.holding(day).first()
    if shown is None:
        context |= _way(*weeks.neighbours(day, day), request)
        context["week"] = None
    else:
        context |= _shown_week(shown, page, request)
    return page.answer(request, context)


def week(page: WorkSchedulePage, request: HttpRequest) -> HttpResponseBase:
    """A week at its own address."""
    context = page.get_context(request)
    index = page.get_trail()[-1]
    context |= {"index": index, "index_url": canonical_url(index, request)}
    context |= _shown_week(page, index, request)
    return page.answer(request, context)


def _shown_week(page: WorkSchedulePage, index: Any, request: HttpRequest) -> dict[str, Any]:
    """The week itself, the way to others, and what can be done with it."""
    frame = frame_for_page(page, request)
    internal = reads_internal(request, frame.unit)
    leaders = leaders_of(frame.unit)
    leader = _asked_leader(request, leaders)
    entries = shown_entries(page.lines, internal)
    if leader is not None:
        entries = [entry for entry in entries if concerns(entry, leader)]
    weeks = WorkSchedulePage.objects.shown().child_of(index)
    older, newer = weeks.neighbours(page.first, page.first)
    versions = list(page.versions.order_by("number").values_list("number", "published_at"))
    index_url, week_url = canonical_url(index, request), canonical_url(page, request)
    all_units_url = f"{index_url}cac-don-vi/?ngay={page.first.isoformat()}"
    whose = f"lanh-dao/{leader.pk}/" if leader else ""
    return {
        "week": page,
        "week_url": week_url,
        "files_url": f"{week_url}tai-ve/",
        "paper": official(page, frame),
        "days": shown_days(page.first, page.last, entries),
        "has_entries": bool(entries),
        "is_internal": internal,
        "leaders": [(row.pk, f"{row.name} – {row.post}", row == leader) for row in leaders],
        "leader": leader,
        "amendments": versions[1:],
        "earlier": [number for number, _at in versions[:-1]],
        "calendar_url": f"{absolute_url(index, request)}{whose}ics/",
        "all_units_url": all_units_url if frame.is_province else "",
        "register_url": f"{index_url}nam/{page.year}/",
        **_way(older, newer, request),
    }


def official(page: WorkSchedulePage, frame: Frame) -> OfficialPaper:
    """Head and foot of the printed page; its entries are those of the page itself."""
    return paper_of(replace(page.as_week([], frame.unit), issuer=frame.parent_name))


def shown_days(first: date, last: date, entries: Sequence[Entry]) -> list[ShownDay]:
    days = [first, last, *(entry.day for entry in entries)]
    holidays = holidays_between(min(days), max(days))
    return days_of(first, last, entries, timezone.localdate(), holidays)


def _asked_leader(request: HttpRequest, leaders: Sequence[Leader]) -> Leader | None:
    wanted = request.GET.get("lanh-dao", "")
    return next((leader for leader in leaders if str(leader.pk) == wanted), None)


def _way(older: Any, newer: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "older": older,
        "older_url": canonical_url(older, request) if older else "",
        "newer": newer,
        "newer_url": canonical_url(newer, request) if newer else "",
    }


def version_of_week(page: WorkSchedulePage, request: HttpRequest, number: int) -> HttpResponseBase:
    """A week as it stood before an amendment, and what that amendment did, in words."""
    version = version_of(page, number)
    if not version.later:
        return redirect(canonical_url(page, request))
    frame = frame_for_page(page, request)
    internal = reads_internal(request, frame.unit)
    entries = shown_entries(version.lines, internal, version.present)
    url = canonical_url(page, request)
    label = version_label(number)
    context = page.get_context(request)
    context["meta"].robots = "noindex, follow"
    context["meta"].stand_below(f"{label} – {context['meta'].title}", f"lan/{number}/")
    context |= {
        "version": version.row,
        "version_label": label,
        "is_internal": internal,
        "days": shown_days(*version.span, entries),
        "has_entries": bool(entries),
        "week_url": url,
        "files_url": f"{url}lan/{number}/tai-ve/",
        "paper": official(page.with_header(header_of(version.row)), frame),
        "next_label": version_label(version.following.row.number),
        "changes": changes_after(version, internal),
        "replaced_on": version.later[0].published_at,
    }
    return page.answer(request, context, "schedules/version_page.html")


def register_of_year(
    index: WorkScheduleIndexPage, request: HttpRequest, year: int
) -> HttpResponseBase:
    weeks = index.weeks()
    years = weeks.years()
    rows = list(weeks.in_register(year))
    if not rows and year != timezone.localdate().year:
        raise Http404
    title = _("%(title)s năm %(year)d") % {"title": index.title, "year": year}
    context = index.get_context(request)
    context["meta"].stand_below(title, f"nam/{year}/")
    context |= {
        "year": year,
        "years": years,
        "rows": [(row.symbol, row, canonical_url(row, request)) for row in rows],
        "index_url": canonical_url(index, request),
        "page_title": title,
    }
    return index.answer(request, context, "schedules/register_page.html")


def all_units(index: WorkScheduleIndexPage, request: HttpRequest) -> HttpResponseBase:
    """The public weeks of every unit side by side; the same bytes for everybody."""
    frame = frame_for_page(index, request)
    if not frame.is_province:
        raise Http404
    day, is_mangled = asked_day(request)
    monday = day - timedelta(day.weekday())
    rows, entries = _weeks_of_units(frame, monday, request)
    sunday = monday + timedelta(6)
    last = max([monday + timedelta(WORKDAYS - 1), *(found.day for found in entries)])
    days = shown_days(monday, last, [])
    title = _("Lịch công tác của các đơn vị từ %(first)s đến %(last)s") % {
        "first": format_date(monday),
        "last": format_date(sunday),
    }
    context = index.get_context(request)
    context["meta"].stand_below(title, "cac-don-vi/")
    context |= {
        "days": days,
        "rows": [(name, url, _cells(days, found)) for name, url, found in rows],
        "monday": monday,
        "sunday": sunday,
        "older_day": monday - timedelta(7),
        "newer_day": monday + timedelta(7),
        "asked_day": day,
        "is_mangled": is_mangled,
        "index_url": canonical_url(index, request),
        "page_title": title,
    }
    return index.answer(request, context, "schedules/all_units_page.html")


UnitWeek = tuple[str, str, list[Entry] | None]


def _weeks_of_units(
    frame: Frame, monday: date, request: HttpRequest
) -> tuple[list[UnitWeek], list[Entry]]:
    """(name, address, public entries or None without a schedule) of each unit; one query for all."""
    sunday = monday + timedelta(6)
    pages = _pages_by_unit(monday, sunday)
    units = [*([frame.province] if frame.province else []), *frame.units.lower_level]
    rows: list[UnitWeek] = []
    every: list[Entry] = []
    for unit in units:
        own = pages.get(unit.pk, [])
        lines = [line for page in own for line in page.lines]
        found = [entry for entry in shown_entries(lines, False) if monday <= entry.day <= sunday]
        every += found
        url = canonical_url(own[-1], request) if own else frame.url_of(unit)
        rows.append((unit.short_name, url, found if own else None))
    return rows, every


def _pages_by_unit(first: date, last: date) -> dict[int | None, list[Any]]:
    pages: dict[int | None, list[Any]] = {}
    for page in WorkSchedulePage.objects.shown().within(first, last):
        pages.setdefault(page.owning_unit_id, []).append(page)
    return pages


def _cells(days: Sequence[ShownDay], entries: Sequence[Entry] | None) -> list[ShownDay] | None:
    if entries is None:
        return None
    first, last = days[0].day, days[-1].day
    return days_of(first, last, entries, timezone.localdate(), {})
