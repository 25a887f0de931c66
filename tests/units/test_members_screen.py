"""The members screen: who sees whom, and who may do what to whom, by GET, POST and made-up ids."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ModelLogEntry

from portal.users.models import User
from tests.factories import Portal, make_unit, make_user
from tests.users.helpers import prove
from units.models import Invitation, Membership, Role, Unit
from units.people.memberships import grant
from units.rights.roles import UNIT_ROLES

pytestmark = pytest.mark.django_db

LIST = "/admin/thanh-vien/"


@pytest.fixture
def own(portal: Portal) -> Unit:
    return portal.unit("cao-loc")


@pytest.fixture
def other(portal: Portal) -> Unit:
    return portal.unit("bac-son")


@pytest.fixture
def admin(own: Unit) -> User:
    return make_user(Role.UNIT_ADMIN, own)


def member(unit: Unit, role: Role = Role.CONTRIBUTOR, name: str = "") -> Membership:
    user = make_user(role, unit, full_name=name)
    return user.memberships.get(unit=unit)


def as_user(client: Client, user: User) -> Client:
    client.force_login(user)
    prove(client, user)
    return client


def form(role: Role = Role.LEADER, **values: str) -> dict[str, str]:
    return {"role": role, "starts_on": "", "ends_on": "", **values}


def test_a_unit_admin_sees_his_own_members_and_no_one_elses(
    client: Client, admin: User, own: Unit, other: Unit
) -> None:
    member(own, name="Nông Văn Mình")
    member(other, name="Hoàng Thị Người")
    page = as_user(client, admin).get(f"{LIST}?state=tat-ca").content.decode()
    assert "Nông Văn Mình" in page
    assert "Hoàng Thị Người" not in page


def test_filters_with_foreign_or_odd_values_open_nothing(
    client: Client, admin: User, other: Unit
) -> None:
    member(other, name="Hoàng Thị Người")
    as_user(client, admin)
    for query in (f"unit={other.pk}", "q=Hoàng", "role=board", "state=x", "p=999", "unit=abc"):
        response = client.get(f"{LIST}?{query}")
        assert response.status_code == 200
        assert "Hoàng Thị Người" not in response.content.decode()


def test_the_board_sees_all_and_filters(
    client: Client, portal: Portal, own: Unit, other: Unit
) -> None:
    member(own, Role.LEADER, "Nông Văn Mình")
    ended = member(other, name="Hoàng Thị Người")
    as_user(client, make_user(Role.BOARD))
    assert "Hoàng Thị Người" in client.get(LIST).content.decode()
    page = client.get(f"{LIST}?unit={own.pk}&role=leader").content.decode()
    assert "Nông Văn Mình" in page
    assert "Hoàng Thị Người" not in page
    Membership.objects.filter(pk=ended.pk).update(ends_on=timezone.localdate() - timedelta(1))
    assert "Hoàng Thị Người" not in client.get(LIST).content.decode()
    assert "Hoàng Thị Người" in client.get(f"{LIST}?state=da-het").content.decode()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER])
def test_other_roles_have_no_such_screen(client: Client, own: Unit, role: Role) -> None:
    target = member(own)
    as_user(client, make_user(role, own))
    for path in ("", "moi/", f"{target.pk}/", f"{target.pk}/thu-hoi/", "loi-moi/"):
        for send in (client.get, client.post):
            assert send(f"{LIST}{path}", form()).status_code in (302, 403, 405)
    target.refresh_from_db()
    assert (target.role, target.revoked_at) == (Role.CONTRIBUTOR, None)
    assert Invitation.objects.count() == 0
    assert "Thành viên" not in client.get("/admin/").content.decode()


def test_nobody_is_led_to_sign_in(client: Client, portal: Portal) -> None:
    assert client.get(LIST).status_code == 302


def test_the_role_and_its_dates_are_changed_and_logged(
    client: Client, admin: User, own: Unit
) -> None:
    target = member(own)
    end = timezone.localdate() + timedelta(30)
    response = as_user(client, admin).post(
        f"{LIST}{target.pk}/", form(ends_on=end.strftime("%d/%m/%Y"))
    )
    assert response.status_code == 302
    target.refresh_from_db()
    assert (target.role, target.ends_on) == (Role.LEADER, end)
    entry = ModelLogEntry.objects.get(action="units.member_change")
    assert entry.user == admin
    assert entry.data["role_before"] == Role.CONTRIBUTOR


def test_a_role_is_taken_and_the_account_stays(client: Client, admin: User, own: Unit) -> None:
    target = member(own)
    as_user(client, admin)
    assert client.get(f"{LIST}{target.pk}/thu-hoi/").status_code == 200
    client.post(f"{LIST}{target.pk}/thu-hoi/")
    target.refresh_from_db()
    assert target.revoked_at is not None
    assert target.user.is_active
    assert not target.user.groups.exists()
    assert "đã thu hồi" in client.get(f"{LIST}?state=da-het").content.decode()


@pytest.mark.parametrize("path", ["", "thu-hoi/", "dat-lai-xac-thuc/"])
def test_ids_of_another_unit_are_answered_like_unknown_ones_and_logged(
    client: Client, admin: User, other: Unit, path: str
) -> None:
    target = member(other, name="Hoàng Thị Người")
    as_user(client, admin)
    for send in (client.get, client.post):
        response = send(f"{LIST}{target.pk}/{path}", form())
        assert response.status_code == 404
        assert "Hoàng Thị Người" not in response.content.decode()
        assert client.get(f"{LIST}999999/{path}").status_code == 404
    target.refresh_from_db()
    assert (target.role, target.revoked_at) == (Role.CONTRIBUTOR, None)
    entry = ModelLogEntry.objects.get(action="security.foreign_id", user=admin)
    assert entry.data["count"] == 2


def test_a_role_beyond_the_units_is_not_accepted(client: Client, admin: User, own: Unit) -> None:
    target = member(own)
    response = as_user(client, admin).post(f"{LIST}{target.pk}/", form(Role.BOARD))
    assert response.status_code == 200
    target.refresh_from_db()
    assert target.role == Role.CONTRIBUTOR


def test_fields_that_the_form_does_not_have_are_not_read(
    client: Client, admin: User, own: Unit, other: Unit
) -> None:
    target = member(own)
    extra = {"unit": str(other.pk), "user": str(admin.pk), "is_superuser": "on", "groups": "1"}
    as_user(client, admin).post(f"{LIST}{target.pk}/", form(**extra))
    target.refresh_from_db()
    assert target.unit_id == own.pk
    assert target.user_id != admin.pk
    assert not User.objects.get(pk=target.user_id).is_superuser


def test_nobody_changes_his_own_role(client: Client, admin: User, own: Unit) -> None:
    mine = admin.memberships.get()
    as_user(client, admin)
    assert "Không ai tự đổi" in client.get(f"{LIST}{mine.pk}/").content.decode()
    response = client.post(f"{LIST}{mine.pk}/", form(Role.UNIT_ADMIN, ends_on="2099-01-01"))
    assert response.status_code == 200
    mine.refresh_from_db()
    assert mine.ends_on is None


def test_the_last_admin_stays_until_the_board_confirms(
    client: Client, admin: User, own: Unit
) -> None:
    mine = admin.memberships.get()
    as_user(client, admin)
    assert "cuối cùng" in client.post(f"{LIST}{mine.pk}/thu-hoi/").content.decode()
    client.post(f"{LIST}{mine.pk}/thu-hoi/", {"confirm_last": "on"})
    mine.refresh_from_db()
    assert mine.revoked_at is None
    as_user(client, make_user(Role.BOARD))
    page = client.post(f"{LIST}{mine.pk}/", form(Role.LEADER)).content.decode()
    assert "Tôi xác nhận" in page
    client.post(f"{LIST}{mine.pk}/", form(Role.LEADER, confirm_last="on"))
    mine.refresh_from_db()
    assert mine.role == Role.LEADER


def test_a_second_role_of_the_same_days_is_explained(
    client: Client, admin: User, own: Unit
) -> None:
    today = timezone.localdate()
    user = make_user(Role.LEADER, own)
    Membership.objects.filter(user=user).update(ends_on=today)
    second = grant(user, own, Role.CONTRIBUTOR, starts_on=today + timedelta(1))
    page = as_user(client, admin).post(f"{LIST}{second.pk}/", form(Role.CONTRIBUTOR))
    assert "đã có một vai trò" in page.content.decode()


def test_the_board_does_not_manage_itself_but_a_system_administrator_does(
    client: Client, portal: Portal
) -> None:
    first, second = make_user(Role.BOARD), make_user(Role.BOARD)
    as_user(client, first)
    mine = first.memberships.get()
    client.post(f"{LIST}{mine.pk}/", form(Role.BOARD, ends_on="2099-01-01"))
    mine.refresh_from_db()
    assert mine.ends_on is None
    client.post(f"{LIST}{second.memberships.get().pk}/thu-hoi/")
    assert not Membership.objects.active().filter(user=second).exists()


class TestStockScreens:
    """Wagtail's own screens for users and groups."""

    PATHS = (
        "/admin/users/",
        "/admin/users/new/",
        "/admin/groups/",
        "/admin/groups/new/",
        "/admin/bulk/users/user/assign_role/?id=1",
    )

    @pytest.mark.parametrize("role", [*UNIT_ROLES, Role.BOARD])
    def test_no_role_opens_them_even_with_the_permissions(
        self, client: Client, portal: Portal, role: Role
    ) -> None:
        user = make_user(role, None if role == Role.BOARD else portal.units[0])
        everything = Group.objects.create(name="Quyền tài khoản")
        for codename in ("add_user", "change_user", "delete_user", "add_group", "change_group"):
            everything.permissions.add(*Permission.objects.filter(codename=codename))
        user.groups.add(everything)
        as_user(client, user)
        victim = make_user(Role.CONTRIBUTOR, portal.units[1])
        for path in (*self.PATHS, f"/admin/users/edit/{victim.pk}/"):
            for send in (client.get, client.post):
                assert send(path).status_code == 403, path

    def test_a_system_administrator_uses_them(self, client: Client, portal: Portal) -> None:
        as_user(client, make_user())
        for path in self.PATHS[:4]:
            assert client.get(path).status_code == 200


def _many(portal: Portal, units: int) -> None:
    """Units as they look to the list; their sites are of no account here."""
    page = portal.units[0].home_page
    for number in range(units):
        unit = make_unit(f"don-vi-{number}", portal.province)
        users = [
            User(username=f"u{number}-{i}", email=f"u{number}-{i}@vks.example") for i in range(4)
        ]
        User.objects.bulk_create(users)
        Membership.objects.bulk_create(
            [Membership(user=user, unit=unit, role=Role.CONTRIBUTOR) for user in users]
        )
    assert page is not None


@pytest.mark.parametrize("units", [5, 60])
def test_the_list_costs_the_same_for_any_number_of_units(
    client: Client,
    portal: Portal,
    units: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    _many(portal, units)
    as_user(client, make_user(Role.BOARD))
    client.get(LIST)
    with django_assert_max_num_queries(25):
        assert client.get(LIST).status_code == 200
