"""Reception days and hours for machines (schema.org)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.reception.display import public_day
from events.reception.models.records import ReceptionDay, RegularHours
from events.reception.rules.law import State
from events.reception.views import loaded
from portal.core.addresses import absolute_url
from portal.core.text import phone_dialled
from units.frame.frames import frame_for_page
from units.models import Unit

if TYPE_CHECKING:
    from events.reception.models import ReceptionIndexPage

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MOST = 10
DAY_OF_WEEK = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


def events_of_page(page: ReceptionIndexPage, request: HttpRequest) -> list[dict[str, Any]]:
    unit = frame_for_page(page, request).unit
    if unit is None:
        return []
    url = absolute_url(page, request)
    known = loaded(unit, request)
    rows = [row for row in known.rows if row.state == State.ANNOUNCED][:MOST]
    return [_office(unit, known.hours, url), *(_event(row, unit, url) for row in rows)]


def _office(unit: Unit, rows: Sequence[RegularHours], url: str) -> dict[str, Any]:
    hours = [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAY_OF_WEEK[row.weekday]}",
            "opens": f"{row.opens:%H:%M}",
            "closes": f"{row.closes:%H:%M}",
        }
        for row in rows
    ]
    known = {
        "name": _("Nơi tiếp công dân – %s") % unit.short_name,
        "url": url,
        "telephone": phone_dialled(unit.telephone or unit.hotline),
        "address": unit.address,
        "hasMap": unit.map_link,
        "openingHoursSpecification": hours,
    }
    return {"@type": "GovernmentOffice", **{key: value for key, value in known.items() if value}}


def _event(row: ReceptionDay, unit: Unit, url: str) -> dict[str, Any]:
    day = public_day(row, unit)
    data: dict[str, Any] = {
        "@type": "Event",
        "name": _("%(who)s tiếp công dân") % {"who": day.who},
        "startDate": datetime.combine(row.day, row.opens, VIETNAM).isoformat(),
        "endDate": datetime.combine(row.day, row.last_hour, VIETNAM).isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "location": {"@type": "Place", "name": unit.short_name, "address": day.place},
        "organizer": {"@type": "GovernmentOrganization", "name": unit.name, "url": url},
        "url": url,
    }
    if day.instead_of:
        data["eventStatus"] = "https://schema.org/EventRescheduled"
        data["previousStartDate"] = day.instead_of[-1].isoformat()
    return data
