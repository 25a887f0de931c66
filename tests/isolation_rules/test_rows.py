"""Lists of pages cost the same for many rows as for few, whoever looks at them."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import Portal, add_bare_units, make_news, make_user, news_index
from tests.isolation_rules.conftest import signed_in
from units.models import Role, Unit
from units.rights.roles import UNIT_ROLES
from units.subsites.models import UnitDirectoryPage

pytestmark = pytest.mark.django_db
BUDGET = 40


def lists(unit: Unit) -> dict[str, str]:
    index, menu = (
        news_index(unit).pk,
        "/admin/api/main/pages/?child_of={}&for_explorer=1&fields=parent",
    )
    directory = UnitDirectoryPage.objects.get().pk
    return {
        "explorer": reverse("wagtailadmin_explore", args=[index]),
        "explorer of units": reverse("wagtailadmin_explore", args=[directory]),
        "chooser": reverse("wagtailadmin_choose_page_child", args=[index]),
        "search": reverse("wagtailadmin_pages:search") + "?q=tin",
        "page menu": menu.format(index),
        "page menu of units": menu.format(directory),
        "members": reverse("members_index"),
    }


def queries(client: Client, url: str) -> list[str]:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        status = client.get(url).status_code
    # Contributors have no members screen, and no unit but their own.
    assert status in (200, 302, 403, 404), url
    return [query["sql"] for query in captured]


def fill(unit: Unit, amount: int) -> None:
    """Every state that a row may tell: draft, published, changed since, scheduled for nothing."""
    for number in range(amount):
        page = make_news(unit, live=number % 2 == 0, owner=make_user(Role.CONTRIBUTOR, unit))
        page.save_revision()


@pytest.mark.parametrize("role", [*UNIT_ROLES, Role.BOARD])
def test_rows_and_units_add_no_queries(portal: Portal, cao_loc: Unit, role: Role) -> None:
    client = signed_in(make_user(role, None if role == Role.BOARD else cao_loc))
    fill(cao_loc, 4)
    few = {name: queries(client, url) for name, url in lists(cao_loc).items()}
    fill(cao_loc, 6)
    add_bare_units(portal, 8)
    many = {name: queries(client, url) for name, url in lists(cao_loc).items()}
    told = {}
    for name, after in many.items():
        grown = len(after) - len(few[name])
        if grown > 1 or len(after) > BUDGET:
            repeated = Counter(sql.partition(" FROM ")[2][:150] for sql in after).most_common(4)
            told[name] = (len(few[name]), len(after), repeated)
    assert not told, told
