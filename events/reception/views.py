"""What readers see: the next days, the days of a year, a month in both calendars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from events.reception.display import (
    DayInWords,
    PublicDay,
    answer,
    public_day,
    public_days,
)
from events.reception.models import ReceptionDay, ReceptionIndexPage, RegularHours
from events.reception.rules.months import month_grid
from events.reception.structured import graph_of
from portal.calendar.days import holidays_between
from portal.core.addresses import absolute_url, canonical_url
from portal.core.months import Month
from units.frame.frames import Frame, frame_for_page
from units.models import Unit

MOST_DAYS = 40
ALL_UNITS = "tat-ca"
LINKED_MONTHS = 18


@dataclass(frozen=True)
class UnitRow:
    """A unit in the list of the province: its next day, and the next on which its head receives."""

    name: str
    url: str
    next_day: PublicDay | None
    head_day: PublicDay | None
    postponed: tuple[PublicDay, ...]


@dataclass(frozen=True)
class MonthDay(DayInWords):
    """A cell of the month: both calendars, the day off, and (unit, day) for each reception."""

    day: date
    in_month: bool
    is_today: bool
    holiday: str
    receptions: tuple[tuple[str, PublicDay], ...]

    @property
    def is_quiet(self) -> bool:
        """Left out where only a list has room."""
        return not (self.in_month and (self.receptions or self.holiday or self.is_today))


@dataclass(frozen=True)
class MonthWeek:
    """A row of the month."""

    cells: tuple[MonthDay, ...]

    @property
    def is_quiet(self) -> bool:
        return all(cell.is_quiet for cell in self.cells)


@dataclass(frozen=True)
class Coming:
    """A unit's public days from today on, and its regular hours."""

    unit: Unit
    rows: list[ReceptionDay]
    hours: list[RegularHours]


def _coming(unit: Unit) -> Coming:
    rows = ReceptionDay.objects.for_readers().of_unit(unit).from_day(timezone.localdate())
    hours = RegularHours.objects.of_unit(unit)
    return Coming(unit, list(rows.in_order()[:MOST_DAYS]), list(hours))


def index(page: ReceptionIndexPage, request: HttpRequest) -> HttpResponseBase:
    """When the unit receives: in one sentence, by the week, and day by day."""
    frame, unit = _frame_of(page, request)
    own = _coming(unit)
    coming = public_days(own.rows, unit)
    context = _context(page, request, frame, own)
    context |= {
        "unit": unit,
        "answer": answer(unit, coming),
        "hours": own.hours,
        "coming": coming,
        "years": ReceptionDay.objects.public().of_unit(unit).years(),
    }
    if frame.is_province:
        context |= _units_of_province(frame, request, timezone.localdate())
    return page.answer(request, context)


def _frame_of(page: ReceptionIndexPage, request: HttpRequest) -> tuple[Frame, Unit]:
    """The frame and its unit. Raises Http404 where there is none."""
    frame = frame_for_page(page, request)
    if frame.unit is None:
        raise Http404
    return frame, frame.unit


def _context(
    page: ReceptionIndexPage, request: HttpRequest, frame: Frame, own: Coming
) -> dict[str, Any]:
    """What all views of the page have in common; machines are told of the coming days on each."""
    context = page.get_context(request)
    address = absolute_url(page, request)
    context["meta"].graph += graph_of(own.unit, own.hours, own.rows, address)
    context |= {
        "index_url": canonical_url(page, request),
        "calendar_url": f"{address}ics/",
        "all_calendar_url": f"{address}cac-don-vi/ics/" if frame.is_province else "",
    }
    return context


def asked_unit(frame: Frame, request: HttpRequest) -> Unit | None:
    wanted = request.GET.get("don-vi", "")
    return next((unit for unit in frame.units.lower_level if unit.slug == wanted), None)


def _choices(frame: Frame, chosen: Unit | None) -> list[tuple[str, str, bool]]:
    return [(unit.slug, unit.short_name, unit == chosen) for unit in frame.units.lower_level]


def _units_of_province(frame: Frame, request: HttpRequest, today: date) -> dict[str, Any]:
    """Each lower unit's next days; with a filter, every coming day of one of them."""
    chosen = asked_unit(frame, request)
    units = [chosen] if chosen else list(frame.units.lower_level)
    pages = ReceptionIndexPage.objects.shown().by_unit(frame.units)
    days: dict[int, list[ReceptionDay]] = {}
    # A unit whose page is closed to the public tells nothing here either.
    open_units = [unit for unit in units if unit.pk in pages]
    for row in ReceptionDay.objects.for_readers().of_units(open_units).from_day(today).in_order():
        days.setdefault(row.unit_id, []).append(row)

    def url_of(unit: Unit) -> str:
        page = pages.get(unit.pk)
        return canonical_url(page, request) if page else frame.url_of(unit)

    context: dict[str, Any] = {"unit_choices": _choices(frame, chosen), "chosen_unit": chosen}
    if chosen is not None:
        context["chosen_url"] = url_of(chosen)
        context["chosen_days"] = public_days(days.get(chosen.pk, [])[:MOST_DAYS], chosen)
        return context
    context["unit_rows"] = [_unit_row(unit, url_of(unit), days.get(unit.pk, [])) for unit in units]
    return context


def _unit_row(unit: Unit, url: str, rows: Sequence[ReceptionDay]) -> UnitRow:
    days = public_days(rows, unit)
    open_days = [day for day in days if not day.is_postponed]
    return UnitRow(
        name=unit.short_name,
        url=url,
        next_day=next(iter(open_days), None),
        head_day=next((day for day in open_days if day.head_in_person), None),
        postponed=tuple(day for day in days if day.is_postponed)[:2],
    )


def year_page(page: ReceptionIndexPage, request: HttpRequest, year: int) -> HttpResponseBase:
    """All days of a year, the newest first."""
    frame, unit = _frame_of(page, request)
    if not 2000 <= year <= 2100:
        raise Http404
    rows = ReceptionDay.objects.for_readers().of_unit(unit)
    days = rows.between(date(year, 1, 1), date(year, 12, 31)).newest_first()
    shown = public_days(days, unit)
    if not shown and year != timezone.localdate().year:
        raise Http404
    title = _("Các ngày tiếp công dân năm %(year)d") % {"year": year}
    context = _context(page, request, frame, _coming(unit))
    context["meta"].stand_below(title, f"nam/{year}/")
    context |= {
        "unit": unit,
        "year": year,
        "years": ReceptionDay.objects.public().of_unit(unit).years(),
        "days": shown,
        "page_title": title,
    }
    return page.answer(request, context, "reception/year_page.html")


def asked_month(request: HttpRequest) -> tuple[Month, bool]:
    """The month in the address, or this one; and whether what stands there is no month."""
    value = request.GET.get("thang", "")
    month = Month.parse(value)
    if month is not None and 2000 <= month.year <= 2090:
        return month, False
    today = timezone.localdate()
    return Month(today.year, today.month), bool(value)


def month_page(page: ReceptionIndexPage, request: HttpRequest) -> HttpResponseBase:
    """A month in both calendars; on the province's page of any unit, or of all."""
    frame, own_unit = _frame_of(page, request)
    month, is_mangled = asked_month(request)
    first = date(month.year, month.month, 1)
    units, chosen = _units_of_month(frame, request)
    of_all = len(units) > 1
    weeks = _weeks(first, units, of_all)
    older, newer = _neighbours(month)
    title = _("Lịch tiếp công dân tháng %(month)s") % {"month": month}
    whose = _("Mọi đơn vị") if of_all else units[0].name
    own_title = title if units == [own_unit] else f"{title} – {whose}"
    context = _context(page, request, frame, _coming(own_unit))
    context["meta"].stand_below(own_title, "thang/")
    context |= {
        "whose": whose,
        "province_name": frame.province_short_name,
        "of_all": of_all,
        "month": month,
        "older": older,
        "newer": newer,
        "is_mangled": is_mangled,
        "weeks": weeks,
        "has_days": any(cell.in_month and cell.receptions for week in weeks for cell in week.cells),
        "unit_choices": _choices(frame, chosen) if frame.is_province else [],
        "all_units": ALL_UNITS,
        "page_title": title,
    }
    return page.answer(request, context, "reception/month_page.html")


def _neighbours(month: Month) -> tuple[Month | None, Month | None]:
    """Links lead a year and a half each way; beyond it a robot would follow them for ever."""
    today = timezone.localdate()
    here = today.year * 12 + today.month

    def near(other: Month) -> Month | None:
        return other if abs(other.year * 12 + other.month - here) <= LINKED_MONTHS else None

    return near(month.previous()), near(month.following())


def _units_of_month(frame: Frame, request: HttpRequest) -> tuple[list[Unit], Unit | None]:
    """The page's own unit; on the province's page one of the others, or all of them."""
    own = [frame.unit] if frame.unit else []
    chosen = asked_unit(frame, request)
    if not frame.is_province or not (chosen or request.GET.get("don-vi") == ALL_UNITS):
        return own, None
    pages = ReceptionIndexPage.objects.shown().by_unit(frame.units)
    if chosen is not None:
        return ([chosen] if chosen.pk in pages else own), chosen
    return [*own, *(unit for unit in frame.units.lower_level if unit.pk in pages)], None


def _weeks(first: date, units: Sequence[Unit], of_all: bool) -> list[MonthWeek]:
    grid = month_grid(first)
    start, end = grid[0][0], grid[-1][-1]
    by_number = {unit.pk: unit for unit in units}
    shown: dict[date, list[tuple[str, PublicDay]]] = {}
    for row in ReceptionDay.objects.for_readers().of_units(units).between(start, end).in_order():
        unit = by_number[row.unit_id]
        name = unit.short_name if of_all else ""
        shown.setdefault(row.day, []).append((name, public_day(row, unit)))
    holidays, today = holidays_between(start, end), timezone.localdate()

    def cell(day: date) -> MonthDay:
        return MonthDay(
            day=day,
            in_month=day.month == first.month,
            is_today=day == today,
            holiday=holidays.get(day, ""),
            receptions=tuple(shown.get(day, [])),
        )

    return [MonthWeek(tuple(map(cell, week))) for week in grid]
