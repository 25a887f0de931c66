"""The next reception on a home page, and where a unit's reception page is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Subquery
from wagtail.models import Page

from events.reception.models import ReceptionDay, ReceptionIndexPage
from events.shapes import Reception
from portal.core.addresses import canonical_url
from units.models import Unit


def first_reception(unit: Unit | None, day: date) -> Reception | None:
    """The first announced day that is not over; None where the unit has no page to tell more of it.

    One query, the page's address included: home pages have few to spare.
    """
    if unit is None or unit.home_page is None:
        return None
    days: Any = ReceptionDay.objects.public().of_unit(unit).to_come(day)
    address = Subquery(_pages(unit.home_page).values("url_path")[:1])
    row = days.annotate(page_path=address).first()
    if row is None or not row.page_path:
        return None
    return Reception(
        date=row.day,
        who=f"{row.who}, {row.hours}",
        place=row.place or unit.address,
        # An address follows from the path alone.
        url=canonical_url(Page(url_path=row.page_path)),
    )


def page_url(unit: Unit | None) -> str:
    """The address of the unit's reception page; "" when it has none."""
    if unit is None or unit.home_page is None:
        return ""
    page = _pages(unit.home_page).first()
    return canonical_url(page) if page else ""


def _pages(home: Page) -> Any:
    return ReceptionIndexPage.objects.shown().child_of(home)
