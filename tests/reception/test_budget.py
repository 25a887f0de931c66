"""Sixty units that receive twice a month: few queries for the province's page and the board's report."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from events.reception.models import ReceptionDay, ReceptionIndexPage, RegularHours
from portal.users import idle
from tests.factories import add_bare_units, browser, make_portal, make_user
from tests.moderation.people import signed_in
from tests.reception.days import today
from units.models import Official, Unit
from units.rights.roles import Role

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
UNITS, PAGE, REPORT, KILOBYTES = 60, 15, 20, 60


def plant(unit: Unit) -> None:
    """The page, hours, a leader, and days of a year: held, announced and planned, one postponed."""
    home = Page.objects.get(pk=unit.home_page_id)
    if not ReceptionIndexPage.objects.child_of(home).exists():
        page = ReceptionIndexPage(title="Tiếp công dân", slug="tiep-cong-dan")
        home.add_child(instance=page)
    head = Official.objects.create(unit=unit, name="Lý Văn Mẫu", post="Viện trưởng")
    RegularHours.objects.create(unit=unit, weekday=1)
    days = []
    for number in range(-12, 12):
        state = "held" if number < 0 else "announced" if number < 8 else "planned"
        days.append(
            ReceptionDay(
                unit=unit,
                day=today() + timedelta(15 * number + 3),
                state=state,
                official=head,
                head_in_person=number % 2 == 0,
                announced_at=timezone.now() - timedelta(300) if state != "planned" else None,
            )
        )
    made = ReceptionDay.objects.bulk_create(days)
    off = made[13]
    off.state, off.reason, off.successor = "postponed", "Họp đột xuất", made[14]
    off.save()


def asked(client: Client, path: str) -> tuple[list[str], str]:
    for _warm_up in range(2):
        response = client.get(path)
        assert response.status_code == 200, path
    with CaptureQueriesContext(connection) as captured:
        html = client.get(path).content.decode()
    return [query["sql"] for query in captured.captured_queries], html


def test_pages_of_sixty_units_stay_within_their_budgets(monkeypatch: pytest.MonkeyPatch) -> None:
    # On a slow machine a request falls on the moment, once in ten seconds, when its session is written.
    monkeypatch.setattr(idle, "WRITE_INTERVAL", 3600)
    portal = make_portal(["don-vi-0"])
    add_bare_units(portal, UNITS - 1)
    for unit in Unit.objects.filter(home_page__isnull=False):
        plant(unit)
    visitor, month = browser(), f"{today() + timedelta(15):%Y-%m}"
    for path in (
        "/tiep-cong-dan/",
        "/tiep-cong-dan/?don-vi=don-vi-0",
        "/tiep-cong-dan/cac-don-vi/ics/",
        f"/tiep-cong-dan/thang/?thang={month}&don-vi=tat-ca",
        f"/tiep-cong-dan/nam/{today().year}/",
        "/don-vi/don-vi-0/tiep-cong-dan/",
    ):
        queries, html = asked(visitor, path)
        assert len(queries) <= PAGE, "\n".join([path, *queries])
        if not path.endswith("ics/"):
            assert len(html.encode()) <= KILOBYTES * 1024, path
    whole = visitor.get("/tiep-cong-dan/").content.decode()
    assert whole.count("Lý Văn Mẫu</p>") == UNITS

    board = signed_in(make_user(Role.BOARD))
    queries, html = asked(board, reverse("reception_report"))
    assert html.count('class="title"') == UNITS + 1
    assert len(queries) <= REPORT, "\n".join(queries)
