"""The weeks of all units side by side: a year of weeks for 60 units, and few queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import to_data
from tests.bulk import add_rows
from tests.factories import add_bare_units, browser, make_portal
from tests.schedules.weeks import MONDAY, line
from units.models import Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
UNITS, WEEKS, MOST = 60, 52, 15


def plant_year(unit: Unit) -> None:
    home = Page.objects.get(pk=unit.home_page_id)
    index = WorkScheduleIndexPage.objects.child_of(home).first()
    if index is None:
        index = home.add_child(
            instance=WorkScheduleIndexPage(title="Lịch công tác", slug="lich-cong-tac")
        )
    weeks = []
    for number in range(1, WEEKS + 1):
        first = MONDAY - timedelta(7 * (number - 1))
        week = WorkSchedulePage(
            title=f"Tuần {number}", slug=f"tuan-{number}", first=first, last=first + timedelta(4)
        )
        week.owning_unit, week.year = unit, first.year
        week.entries = to_data([line(f"Giao ban {unit.slug}", first, public=True)])
        weeks.append(week)
    add_rows(index, weeks)


def test_all_units_page_stays_within_its_budget() -> None:
    portal = make_portal(["don-vi-0"])
    add_bare_units(portal, UNITS - 1)
    units = list(Unit.objects.lower_level())
    assert len(units) == UNITS
    for unit in units:
        plant_year(unit)
    client, path = browser(), f"/lich-cong-tac/cac-don-vi/?ngay={MONDAY.isoformat()}"
    for _warm_up in range(2):
        html = client.get(path).content.decode()
    assert html.count("Giao ban don-vi") == UNITS
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    asked = [query["sql"] for query in captured.captured_queries]
    assert len(asked) <= MOST, "\n".join(asked)
