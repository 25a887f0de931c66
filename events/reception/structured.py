"""Reception days and hours for machines (schema.org)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from events.ical import VIETNAM
from events.reception.display import public_day
from events.reception.models import ReceptionDay, RegularHours
from events.reception.rules.law import State
from portal.core.text import phone_dialled
from units.models import Unit

MOST = 10
DAY_OF_WEEK = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


def graph_of(
    unit: Unit, hours: Sequence[RegularHours], days: Sequence[ReceptionDay], url: str
) -> list[dict[str, Any]]:
    """The office with its hours, and the nearest of the announced days; `url` is that of their page."""
    announced = [row for row in days if row.state == State.ANNOUNCED][:MOST]
    return [_office(unit, hours, url), *(_event(row, unit, url) for row in announced)]


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
