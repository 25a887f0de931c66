"""What a snippet of units inherits: list, rows, chooser and form know the unit."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from tests.factories import make_user
from units.isolation.access import Asked, check
from units.isolation.guard import rule_for
from units.models import Official, Role, Unit
from units.people.memberships import grant
from units.scope.snippets import ScopedSnippetViewSet, UnitPermissionPolicy


@pytest.fixture
def officials(cao_loc: Unit, bac_son: Unit) -> list[Official]:
    values = {"post": "Viện trưởng", "telephone": "02053.716.910"}
    return [
        Official.objects.create(unit=unit, name=f"Người của {unit.slug}", **values)
        for unit in (cao_loc, bac_son)
    ]


class Officials(ScopedSnippetViewSet):
    model = Official


def test_the_list_holds_own_rows(officials: list[Official], cao_loc: Unit) -> None:
    request: Any = RequestFactory().get("/")
    request.user = make_user(Role.UNIT_ADMIN, cao_loc)
    assert list(Officials().get_queryset(request)) == [officials[0]]
    request.user = make_user(Role.BOARD)
    assert list(Officials().get_queryset(request)) == officials


@pytest.mark.parametrize("action", ["change", "delete", "view"])
def test_the_policy_asks_for_the_role_in_the_rows_unit(
    officials: list[Official], cao_loc: Unit, bac_son: Unit, action: str
) -> None:
    """Admin of one unit and writer for another: the permission of the first does not carry over."""
    user = make_user(Role.UNIT_ADMIN, cao_loc)
    grant(user, bac_son, Role.CONTRIBUTOR)
    policy = UnitPermissionPolicy(Official)
    assert policy.user_has_permission_for_instance(user, action, officials[0])
    assert not policy.user_has_permission_for_instance(user, action, officials[1])
    assert list(policy.instances_user_has_permission_for(user, action)) == [officials[0]]


@pytest.mark.parametrize(
    "name",
    [
        "wagtailsnippets_units_official:edit",
        "wagtailsnippets_units_official:usage",
        "wagtailsnippets_units_official:history",
        "wagtailsnippetchoosers_units_official:chosen",
        "units_official_modeladmin_edit",
    ],
)
def test_the_guard_knows_the_row_in_the_address(
    officials: list[Official], cao_loc: Unit, name: str
) -> None:
    from django.http import Http404

    request: Any = RequestFactory().get("/")
    request.user = make_user(Role.UNIT_ADMIN, cao_loc)
    rule = rule_for(name)
    assert rule is not None
    check(rule, Asked(request, name, (), {"pk": str(officials[0].pk)}))
    with pytest.raises(Http404):
        check(rule, Asked(request, name, (), {"pk": str(officials[1].pk)}))


def test_a_snippet_without_unit_is_closed(cao_loc: Unit) -> None:
    from django.core.exceptions import PermissionDenied

    request: Any = RequestFactory().get("/")
    request.user = make_user(Role.UNIT_ADMIN, cao_loc)
    name = "wagtailsnippets_news_promotion:list"
    with pytest.raises(PermissionDenied):
        check(rule_for(name), Asked(request, name, (), {}))
