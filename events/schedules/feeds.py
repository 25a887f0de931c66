"""Calendars to subscribe to, of a unit and of each of its leaders: what is public, for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from events.feeds import PAST_DAYS, calendar_response
from events.ical import VIETNAM, Event, calendar
from events.schedules.leaders import leaders_of
from events.schedules.models import ScheduleVersion, WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules import history
from events.schedules.rules.leaders import Leader, concerns
from events.schedules.rules.week import MARK_WORDS, Entry, Session
from portal.core.addresses import absolute_url
from units.frame.frames import Frame, frame_for_page

HOUR = timedelta(hours=1)
MORNING = (time(7, 30), time(11, 30))
AFTERNOON = (time(13, 30), time(17))


def unit_calendar(index: WorkScheduleIndexPage, request: HttpRequest) -> HttpResponseBase:
    frame = frame_for_page(index, request)
    if frame.unit is None:
        raise Http404
    name = _("Lịch công tác – %(unit)s") % {"unit": frame.unit.short_name}
    data = calendar(name, _events(frame, None))
    return calendar_response(request, data, f"lich-{frame.unit.slug}.ics")


def leader_calendar(
    index: WorkScheduleIndexPage, request: HttpRequest, official_id: int
) -> HttpResponseBase:
    """Of a present leader of this very unit; another's number leads nowhere."""
    frame = frame_for_page(index, request)
    leader = next((row for row in leaders_of(frame.unit) if row.pk == official_id), None)
    if leader is None or frame.unit is None:
        raise Http404
    name = _("Lịch công tác – %(name)s, %(post)s") % {"name": leader.name, "post": leader.post}
    data = calendar(name, _events(frame, leader))
    return calendar_response(request, data, f"lich-{frame.unit.slug}-{leader.pk}.ics")


def _events(frame: Frame, leader: Leader | None) -> Iterator[Event]:
    since = timezone.localdate() - timedelta(PAST_DAYS)
    versions = Prefetch("versions", ScheduleVersion.objects.order_by("number"))
    pages = WorkSchedulePage.objects.shown().of_unit(frame.unit).filter(last__gte=since)
    for page in pages.order_by("first", "pk").prefetch_related(versions):
        yield from _events_of(page, leader, frame.request)


def _events_of(
    page: WorkSchedulePage, leader: Leader | None, request: HttpRequest
) -> Iterator[Event]:
    kept = list(page.versions.all())
    changed_at = kept[-1].published_at if kept else page.last_published_at
    url = absolute_url(page, request)
    for told in history.public_history([row.lines for row in kept] or [page.lines]):
        if leader is not None and not _is_of(told, leader, kept):
            continue
        yield _event(told, leader, url, changed_at)


def _is_of(told: history.SubscribedEntry, leader: Leader, kept: list[ScheduleVersion]) -> bool:
    """Whether the entry is, or in public once was, in this leader's calendar."""
    if concerns(told.entry, leader):
        return True
    lines = (line for row in kept for line in row.lines if line.uid == told.uid)
    shown = (history.face(line) for line in lines)
    return any(concerns(entry, leader) for entry in shown if entry is not None)


def _event(
    told: history.SubscribedEntry, leader: Leader | None, url: str, changed_at: Any
) -> Event:
    """An entry that is no longer this leader's is cancelled in his calendar, and in no other."""
    gone = leader is not None and not told.cancelled and not concerns(told.entry, leader)
    entry = told.entry
    start, end, all_day = _span(entry)
    summary = _("Đã hủy") if gone or not entry.content else _summary(entry)
    return Event(
        uid=f"{told.uid}@lich-cong-tac",
        sequence=told.sequence,
        start=start,
        end=end,
        all_day=all_day,
        summary=summary,
        description="" if gone else _description(entry),
        location="" if gone else entry.place,
        url=url,
        cancelled=told.cancelled or gone,
        changed_at=changed_at,
    )


def _summary(entry: Entry) -> str:
    return history.with_mark_in_words(entry, MARK_WORDS).content  # type: ignore[arg-type]


def _description(entry: Entry) -> str:
    parts = (
        (_("Chủ trì"), ", ".join(entry.chairs)),
        (_("Thành phần"), ", ".join(entry.attendees)),
        (_("Đơn vị chuẩn bị"), entry.prepared_by),
    )
    return "\n".join(f"{label}: {text}" for label, text in parts if text)


def _span(entry: Entry) -> tuple[Any, Any, bool]:
    """Exact hours when they are known, else those of the session; an hour where no end is told."""
    if entry.start is None and entry.session is Session.ALL_DAY:
        return entry.day, entry.day, True
    opens, closes = AFTERNOON if entry.session is Session.AFTERNOON else MORNING
    start = datetime.combine(entry.day, entry.start or opens, VIETNAM)
    if entry.end is not None:
        end = datetime.combine(entry.day, entry.end, VIETNAM)
        return start, end if end > start else start + HOUR, False
    if entry.start is None:
        return start, datetime.combine(entry.day, closes, VIETNAM), False
    return start, start + HOUR, False
