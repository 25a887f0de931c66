"""Groups stay what the role table says, and somebody is told when they are not."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.checks import run_checks
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission

from tests.factories import Portal
from units.models import Role
from units.rights.role_sync import drift
from units.rights.roles import group_name

pytestmark = pytest.mark.django_db


def check() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("sync_roles", check=True, stdout=out)
    except SystemExit as stop:
        return int(str(stop.code)), out.getvalue()
    return 0, out.getvalue()


def leaders(portal: Portal) -> Group:
    return Group.objects.get(name=group_name(Role.LEADER, portal.units[0]))


def add_user_permission(portal: Portal) -> None:
    leaders(portal).permissions.add(Permission.objects.get(codename="change_user"))


def let_leaders_publish(portal: Portal) -> None:
    GroupPagePermission.objects.create(
        group=leaders(portal),
        page=portal.units[0].home_page,
        permission=Permission.objects.get(
            codename="publish_page", content_type__app_label="wagtailcore"
        ),
    )


def let_leaders_into_another_unit(portal: Portal) -> None:
    GroupPagePermission.objects.filter(group=leaders(portal)).update(page=portal.units[1].home_page)


def take_files_away(portal: Portal) -> None:
    leaders(portal).collection_permissions.all().delete()


def delete_group(portal: Portal) -> None:
    leaders(portal).delete()


@pytest.mark.parametrize(
    "spoil",
    [
        add_user_permission,
        let_leaders_publish,
        let_leaders_into_another_unit,
        take_files_away,
        delete_group,
    ],
)
def test_every_kind_of_drift_is_found_and_mended(portal: Portal, spoil: object) -> None:
    assert check()[0] == 0
    spoil(portal)
    code, said = check()
    assert code == 1
    assert "Lãnh đạo đơn vị" in said
    assert [
        message.id
        for message in run_checks(tags=["database"], databases=["default"])
        if message.id == "units.W001"
    ]
    call_command("sync_roles", stdout=StringIO())
    assert check()[0] == 0


def test_checking_writes_nothing(portal: Portal) -> None:
    add_user_permission(portal)
    check()
    assert leaders(portal).permissions.filter(codename="change_user").exists()


def test_the_check_costs_the_same_for_any_number_of_units(
    portal: Portal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        drift()


def test_the_check_keeps_quiet_without_a_database(portal: Portal) -> None:
    add_user_permission(portal)
    assert not [message for message in run_checks() if message.id == "units.W001"]
