"""The next reception on a home page, and where a unit's reception page is."""

from __future__ import annotations

from datetime import date

from events.reception.models import ReceptionDay, ReceptionIndexPage
from events.shapes import Reception
from portal.core.addresses import canonical_url
from units.models import Unit


def first_reception(unit: Unit | None, day: date) -> Reception | None:
    """The first announced day that is not over; None where the unit has no page to tell more of it."""
    url = page_url(unit)
    if unit is None or not url:
        return None
    row = ReceptionDay.objects.public().of_unit(unit).to_come(day).first()
    if row is None:
        return None
    place = row.place or unit.address
    return Reception(date=row.day, who=f"{row.who}, {row.hours}", place=place, url=url)


def page_url(unit: Unit | None) -> str:
    """The address of the unit's reception page; "" when it has none."""
    if unit is None or unit.home_page is None:
        return ""
    page = ReceptionIndexPage.objects.shown().child_of(unit.home_page).first()
    return canonical_url(page) if page else ""
