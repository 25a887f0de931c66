"""The weeks of all units side by side: a year of weeks for 60 units, and few queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.lines import to_data
from tests.factories import add_bare_units, browser, make_portal
from tests.schedules.weeks import MONDAY, line
from units.models import Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
UNITS, WEEKS, MOST = 60, 52, 15


def plant_year(unit: Unit) -> None:
    """Rows alone, as `bulk_news` makes them: thousands of pages in seconds."""
    home = Page.objects.get(pk=unit.home_page_id)
    index = WorkScheduleIndexPage.objects.child_of(home).first()
    if index is None:
        index = home.add_child(
            instance=WorkScheduleIndexPage(title="Lịch công tác", slug="lich-cong-tac")
        )
    kind, locale = ContentType.objects.get_for_model(WorkSchedulePage), Locale.objects.get()
    pages = [
        Page(
            path=Page._get_path(index.path, index.depth + 1, number),
            depth=index.depth + 1,
            title=f"Tuần {number}",
            draft_title=f"Tuần {number}",
            slug=f"tuan-{number}",
            url_path=f"{index.url_path}tuan-{number}/",
            content_type=kind,
            locale=locale,
            live=True,
        )
        for number in range(1, WEEKS + 1)
    ]
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=index.pk).update(numchild=WEEKS)
    made = Page.objects.filter(path__in=[page.path for page in pages]).order_by("path")
    for number, page in enumerate(made):
        first = MONDAY - timedelta(7 * number)
        week = WorkSchedulePage(page_ptr_id=page.pk, first=first, last=first + timedelta(4))
        values = {key: value for key, value in vars(page).items() if key != "_state"}
        vars(week).update(values, page_ptr_id=page.pk)
        week.owning_unit, week.year = unit, first.year
        week.entries = to_data([line(f"Giao ban {unit.slug}", first, public=True)])
        week.save_base(raw=True, force_insert=True)


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
