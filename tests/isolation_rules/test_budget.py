"""With 60 units and 5,000 pages: at most 40 queries each, and no more than with two units.

The explorer, the page chooser and the list of members, for every role.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import Portal, add_bare_units, bulk_news, make_user, news_index
from tests.isolation_rules.conftest import signed_in
from units.models import Unit
from units.rights.roles import UNIT_ROLES, Role
from units.subsites.models import UnitDirectoryPage

START = datetime(2026, 11, 1, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BUDGET = 40


def addresses(unit: Unit) -> list[str]:
    index = news_index(unit).pk
    return [
        reverse("wagtailadmin_explore", args=[index]),
        reverse("wagtailadmin_explore", args=[unit.home_page.pk]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page_child", args=[index]),
        reverse("wagtailadmin_explore", args=[UnitDirectoryPage.objects.get().pk]),
        reverse("members_index"),
    ]


def measure(clients: dict[str, Client], unit: Unit) -> dict[tuple[str, str], int]:
    counts = {}
    for role, client in clients.items():
        for url in addresses(unit):
            client.get(url, follow=True)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                # Contributors and leaders have no list of members.
                assert client.get(url).status_code in (200, 302, 403)
            counts[role, url] = len(queries)
    return counts


@pytest.mark.slow
def test_explorer_chooser_and_members_stay_within_the_budget(portal: Portal, cao_loc: Unit) -> None:
    clients = {role.value: signed_in(make_user(role, cao_loc)) for role in UNIT_ROLES}
    clients["board"] = signed_in(make_user(Role.BOARD))
    index = news_index(cao_loc)
    bulk_news(index, 60, START)
    few = measure(clients, cao_loc)
    add_bare_units(portal, 58)
    for unit in Unit.objects.exclude(pk=portal.province.pk):
        for role in UNIT_ROLES:
            make_user(role, unit)
    bulk_news(index, 1000, START)
    bulk_news(news_index(portal.unit("bac-son")), 4000, START)
    many = measure(clients, cao_loc)
    assert max(many.values()) <= BUDGET, many
    assert sum(many.values()) <= sum(few.values()) + 2 * len(many), (few, many)
