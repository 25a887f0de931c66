"""Calendars to subscribe to: a unit's reception days, and those of all units; public days alone.

A postponed day stays in as cancelled, so that it leaves the telephones of those who had it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from events.feeds import PAST_DAYS, calendar_response
from events.ical import VIETNAM, Event, calendar
from events.reception.display import PublicDay, public_day
from events.reception.models import ReceptionDay, ReceptionIndexPage
from portal.core.addresses import absolute_url
from units.frame.frames import Frame, frame_for_page
from units.models import Unit


def unit_calendar(index: ReceptionIndexPage, request: HttpRequest) -> HttpResponseBase:
    frame = frame_for_page(index, request)
    if frame.unit is None:
        raise Http404
    name = _("Tiếp công dân – %(unit)s") % {"unit": frame.unit.short_name}
    data = calendar(name, _events(frame, [frame.unit], with_names=False))
    return calendar_response(request, data, f"tiep-cong-dan-{frame.unit.slug}.ics")


def province_calendar(index: ReceptionIndexPage, request: HttpRequest) -> HttpResponseBase:
    """Of all units; the province's page alone has it."""
    frame = frame_for_page(index, request)
    if frame.unit is None or not frame.is_province:
        raise Http404
    name = _("Tiếp công dân – %(unit)s và các đơn vị") % {"unit": frame.unit.short_name}
    units = [frame.unit, *frame.units.lower_level]
    data = calendar(name, _events(frame, units, with_names=True))
    return calendar_response(request, data, f"tiep-cong-dan-{frame.unit.slug}-tat-ca.ics")


def _events(frame: Frame, units: Sequence[Unit], with_names: bool) -> Iterator[Event]:
    since = timezone.localdate() - timedelta(PAST_DAYS)
    pages = ReceptionIndexPage.objects.shown().by_unit(frame.units)
    # A unit whose page is closed to the public tells nothing here either.
    by_number = {unit.pk: unit for unit in units if unit.pk in pages or unit == frame.unit}
    addresses = {number: absolute_url(page, frame.request) for number, page in pages.items()}
    for row in (
        ReceptionDay.objects.for_readers().of_units(by_number.values()).from_day(since).in_order()
    ):
        unit = by_number[row.unit_id]
        name = unit.short_name if with_names else ""
        yield _event(row, public_day(row, unit), name, addresses.get(unit.pk, ""))


def _event(row: ReceptionDay, day: PublicDay, unit_name: str, url: str) -> Event:
    summary = _("Tiếp công dân: %(who)s") % {"who": day.who}
    if day.is_postponed:
        summary = f"[{_('Hoãn')}] {summary}"
    return Event(
        uid=f"{row.uid}@tiep-cong-dan",
        sequence=row.sequence,
        start=datetime.combine(row.day, row.opens, VIETNAM),
        end=datetime.combine(row.day, row.last_hour, VIETNAM),
        all_day=False,
        summary=f"{unit_name} – {summary}" if unit_name else summary,
        description=_description(day),
        location=day.place,
        url=url,
        cancelled=day.is_postponed,
        changed_at=row.changed_at,
    )


def _description(day: PublicDay) -> str:
    lines = [
        day.postponement,
        _("Người đứng đầu trực tiếp tiếp") if day.head_in_person else "",
        _("Giờ tiếp: %s") % day.hours,
        _("Thành phần tham gia: %s") % day.participants if day.participants else "",
        _("Nội dung dự kiến: %s") % day.matter if day.matter else "",
    ]
    return "\n".join(line for line in lines if line)
