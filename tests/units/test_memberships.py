"""Roles begin and end on their days, and groups follow them without a job."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from portal.users.models import User
from tests.clock import at
from tests.factories import Portal, make_user
from units.models import Membership, Role
from units.organisation.closing import close, reopen
from units.people.member_rules import NeedsConfirmationError
from units.people.memberships import change_role, grant, revoke, sync_groups
from units.rights.roles import group_name, is_role_group
from units.scope.actors import memberships_of

pytestmark = pytest.mark.django_db


def group_names(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def plain_user(name: str = "an") -> User:
    return User.objects.create_user(name, f"{name}@vks.example")


def test_a_granted_role_gives_its_group(portal: Portal) -> None:
    user = plain_user()
    grant(user, portal.units[0], Role.LEADER)
    assert group_names(user) == {group_name(Role.LEADER, portal.units[0])}


def test_one_person_may_belong_to_several_units(portal: Portal) -> None:
    user, (first, second) = plain_user(), portal.units
    grant(user, first, Role.CONTRIBUTOR)
    grant(user, second, Role.UNIT_ADMIN)
    assert group_names(user) == {
        group_name(Role.CONTRIBUTOR, first),
        group_name(Role.UNIT_ADMIN, second),
    }


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_active"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + timedelta(1), None, False),
        (None, TODAY - timedelta(1), False),
        (TODAY - timedelta(9), TODAY + timedelta(9), True),
    ],
)
def test_both_days_belong_to_the_period(
    portal: Portal, starts_on: date | None, ends_on: date | None, is_active: bool
) -> None:
    membership = grant(
        plain_user(), portal.units[0], Role.LEADER, starts_on=starts_on, ends_on=ends_on
    )
    assert Membership.objects.active_on(TODAY).exists() is is_active
    assert membership.is_in_force(TODAY) is is_active


def test_the_day_changes_at_midnight_in_vietnam(portal: Portal) -> None:
    """18:00 UTC on the 24th is already the 25th in Lạng Sơn."""
    user = plain_user()
    grant(user, portal.units[0], Role.LEADER, ends_on=date(2099, 11, 24))
    with at(datetime(2099, 11, 24, 16, 59, tzinfo=UTC)):
        sync_groups(user)
        assert group_names(user)
    with at(datetime(2099, 11, 24, 17, 0, tzinfo=UTC)):
        assert sync_groups(user)
        assert not group_names(user)


def test_groups_that_are_no_role_are_left_alone(portal: Portal) -> None:
    user = plain_user()
    membership = grant(user, portal.units[0], Role.LEADER)
    user.groups.create(name="Nhóm thử nghiệm")
    revoke(membership)
    assert group_names(user) == {"Nhóm thử nghiệm"}


def test_a_group_put_in_by_hand_is_taken_away(portal: Portal) -> None:
    user = make_user(Role.CONTRIBUTOR, portal.units[0])
    user.groups.add(*user.groups.model.objects.filter(name=group_name(Role.BOARD)))
    assert sync_groups(user)
    assert group_names(user) == {group_name(Role.CONTRIBUTOR, portal.units[0])}


def test_unchanged_groups_cost_one_query_beside_the_memberships(
    portal: Portal, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = make_user(Role.LEADER, portal.units[0])
    grant(user, portal.units[1], Role.CONTRIBUTOR)
    with django_assert_num_queries(2):
        assert not sync_groups(user)
        assert len(memberships_of(user)) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cao-loc – Lãnh đạo đơn vị", True),
        ("Ban Biên tập", True),
        ("Lãnh đạo đơn vị", False),
        ("cao-loc – Tổ tin học", False),
        ("Hai từ – Lãnh đạo đơn vị", False),
    ],
)
def test_names_of_role_groups_are_recognised(name: str, expected: bool) -> None:
    assert is_role_group(name) is expected


def test_a_second_role_in_the_same_days_is_refused(portal: Portal) -> None:
    user, unit = plain_user(), portal.units[0]
    grant(user, unit, Role.LEADER, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30))
    with pytest.raises(ValidationError, match="đã có một vai trò"):
        grant(user, unit, Role.CONTRIBUTOR, starts_on=date(2026, 6, 30))
    grant(user, unit, Role.CONTRIBUTOR, starts_on=date(2026, 7, 1))


def test_the_database_refuses_a_duplicate_that_slipped_through(portal: Portal) -> None:
    user, unit = plain_user(), portal.units[0]
    grant(user, unit, Role.LEADER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, unit=unit, role=Role.CONTRIBUTOR)


def test_an_end_before_the_start_is_refused(portal: Portal) -> None:
    with pytest.raises(ValidationError, match="không được sớm hơn"):
        grant(
            plain_user(),
            portal.units[0],
            Role.LEADER,
            starts_on=date(2026, 7, 1),
            ends_on=date(2026, 6, 30),
        )


def test_the_board_belongs_to_the_province_and_unit_roles_do_not(portal: Portal) -> None:
    with pytest.raises(ValidationError, match="cấp tỉnh"):
        grant(plain_user(), portal.units[0], Role.BOARD)
    with pytest.raises(ValidationError, match="cấp tỉnh"):
        grant(plain_user("binh"), portal.province, Role.LEADER)


def test_a_revoked_role_can_be_given_again(portal: Portal) -> None:
    user, unit = plain_user(), portal.units[0]
    revoke(grant(user, unit, Role.LEADER))
    assert not group_names(user)
    grant(user, unit, Role.LEADER)
    assert Membership.objects.filter(user=user).count() == 2


def test_an_expired_member_is_shut_out_by_the_next_request(portal: Portal, client: Client) -> None:
    user = make_user(Role.LEADER, portal.units[0])
    client.force_login(user)
    assert client.get("/admin/").status_code == 200
    Membership.objects.update(ends_on=timezone.localdate() - timedelta(1))
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 403
    html = answer.content.decode()
    # Not back and forth between the first screen and the sign-in, and a way to another account.
    assert "Tài khoản chưa có vai trò nào đang hiệu lực" in html
    assert reverse("account_logout") in html
    assert client.get(reverse("account_login"), follow=True).status_code == 403
    script = client.post("/admin/pages/add/", headers={"accept": "application/json"})
    assert (script.status_code, script.json()["error_code"]) == (403, "no_role")
    assert not group_names(user)


def test_a_role_that_begins_today_works_without_a_job(portal: Portal, client: Client) -> None:
    user = plain_user()
    membership = grant(
        user, portal.units[0], Role.LEADER, starts_on=timezone.localdate() + timedelta(1)
    )
    client.force_login(user)
    assert client.get("/admin/").status_code == 403
    Membership.objects.filter(pk=membership.pk).update(starts_on=timezone.localdate())
    assert client.get("/admin/").status_code == 200


def test_public_pages_do_not_ask_who_is_there(portal: Portal, client: Client) -> None:
    response = client.get("/", headers={"host": "localhost"})
    assert "Cookie" not in response.headers.get("Vary", "")


def test_members_of_a_closed_unit_have_no_rights_until_it_opens_again(portal: Portal) -> None:
    board, user = make_user(Role.BOARD), make_user(Role.LEADER, portal.units[0])
    close(portal.units[0], board)
    assert sync_groups(user)
    assert not group_names(user)
    reopen(portal.units[0], board)
    assert sync_groups(user)
    assert group_names(user)


class TestWhoDecides:
    """Services refuse by themselves, whatever a view forgot."""

    def test_a_unit_admin_decides_in_his_unit_alone(self, portal: Portal) -> None:
        admin = make_user(Role.UNIT_ADMIN, portal.units[0])
        grant(plain_user(), portal.units[0], Role.LEADER, by=admin)
        with pytest.raises(PermissionDenied):
            grant(plain_user("binh"), portal.units[1], Role.LEADER, by=admin)

    @pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER])
    def test_other_members_decide_nothing(self, portal: Portal, role: Role) -> None:
        with pytest.raises(PermissionDenied):
            grant(
                plain_user(), portal.units[0], Role.CONTRIBUTOR, by=make_user(role, portal.units[0])
            )

    def test_a_unit_admin_cannot_make_board_members(self, portal: Portal) -> None:
        admin = make_user(Role.UNIT_ADMIN, portal.units[0])
        for unit in (portal.province, portal.units[0]):
            with pytest.raises(PermissionDenied):
                grant(plain_user(f"u{unit.pk}"), unit, Role.BOARD, by=admin)

    def test_nobody_gives_himself_a_role(self, portal: Portal) -> None:
        board = make_user(Role.BOARD)
        with pytest.raises(PermissionDenied, match="chính mình"):
            grant(board, portal.units[0], Role.UNIT_ADMIN, by=board)

    def test_nobody_prolongs_his_own_role(self, portal: Portal) -> None:
        admin = make_user(Role.UNIT_ADMIN, portal.units[0])
        with pytest.raises(PermissionDenied, match="chính mình"):
            change_role(admin.memberships.get(), Role.UNIT_ADMIN, by=admin)

    def test_an_admin_of_one_unit_who_writes_for_another_is_not_its_admin(
        self, portal: Portal
    ) -> None:
        first, second = portal.units
        user = make_user(Role.UNIT_ADMIN, first)
        grant(user, second, Role.CONTRIBUTOR)
        with pytest.raises(PermissionDenied):
            revoke(make_user(Role.LEADER, second).memberships.get(), by=user)

    def test_the_last_unit_admin_goes_only_by_the_board_and_only_when_confirmed(
        self, portal: Portal
    ) -> None:
        unit, board = portal.units[0], make_user(Role.BOARD)
        admin = make_user(Role.UNIT_ADMIN, unit)
        membership = admin.memberships.get()
        with pytest.raises(PermissionDenied, match="cuối cùng"):
            revoke(membership, by=admin)
        with pytest.raises(NeedsConfirmationError):
            revoke(membership, by=board)
        with pytest.raises(NeedsConfirmationError):
            change_role(membership, Role.LEADER, by=board)
        with pytest.raises(NeedsConfirmationError):
            change_role(membership, Role.UNIT_ADMIN, ends_on=date(2099, 1, 1), by=board)
        revoke(membership, by=board, confirmed=True)
        assert not Membership.objects.active().filter(unit=unit).exists()

    def test_with_a_second_admin_one_may_go(self, portal: Portal) -> None:
        unit = portal.units[0]
        first, second = (make_user(Role.UNIT_ADMIN, unit) for _ in range(2))
        revoke(first.memberships.get(), by=second)
        with pytest.raises(PermissionDenied, match="cuối cùng"):
            revoke(second.memberships.get(), by=second)

    def test_a_disabled_account_does_not_count_as_an_admin(self, portal: Portal) -> None:
        unit = portal.units[0]
        first = make_user(Role.UNIT_ADMIN, unit)
        make_user(Role.UNIT_ADMIN, unit, is_active=False)
        with pytest.raises(PermissionDenied, match="cuối cùng"):
            revoke(first.memberships.get(), by=first)

    def test_the_last_board_member_goes_by_a_system_administrator_alone(
        self, portal: Portal
    ) -> None:
        board = make_user(Role.BOARD)
        with pytest.raises(PermissionDenied, match="quản trị hệ thống"):
            revoke(board.memberships.get(), by=board)
        revoke(board.memberships.get(), by=make_user(), confirmed=True)
