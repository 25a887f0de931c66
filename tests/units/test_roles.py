"""Registers: a unit admin works on the rows of his unit, by list, form and made-up ids alike."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from wagtail.models import ModelLogEntry

from home.navigation.models import LinkedSite, MenuItem
from portal.users.models import User
from tests.factories import Portal, make_image, make_user
from units.models import Official, Role, Unit
from units.people.memberships import grant
from units.rights.roles import ROLES, UNIT_ROLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(portal: Portal) -> Unit:
    return portal.unit("cao-loc")


@pytest.fixture
def other(portal: Portal) -> Unit:
    return portal.unit("bac-son")


@pytest.fixture
def admin(client: Client, own: Unit) -> User:
    user = make_user(Role.UNIT_ADMIN, own)
    client.force_login(user)
    return user


def official(unit: Unit) -> Official:
    return Official.objects.create(unit=unit, name=f"Cán bộ {unit.slug}", post="Viện trưởng")


def menu_item(unit: Unit) -> MenuItem:
    return MenuItem.objects.create(unit=unit, label=f"Mục {unit.slug}", link_url="/tin/")


def linked_site(unit: Unit) -> LinkedSite:
    return LinkedSite.objects.create(unit=unit, title=f"Trang {unit.slug}", url="https://a.vn")


REGISTERS: dict[str, tuple[Callable[[Unit], Model], dict[str, str]]] = {
    "units/official": (official, {"name": "Tên mới", "post": "Viện trưởng", "sort_order": "1"}),
    "navigation/menuitem": (
        menu_item,
        {"label": "Tên mới", "link_url": "/tin/", "place": "main", "sort_order": "1"},
    ),
    "navigation/linkedsite": (
        linked_site,
        {"title": "Tên mới", "url": "https://b.vn", "group": "site", "sort_order": "1"},
    ),
}
register = pytest.mark.parametrize(
    ("path", "make", "data"),
    [(path, make, data) for path, (make, data) in REGISTERS.items()],
    ids=REGISTERS,
)


@register
def test_the_list_holds_the_own_unit_alone(
    client: Client, admin: User, own: Unit, other: Unit, path: str, make: Any, data: Any
) -> None:
    mine, foreign = make(own), make(other)
    for query in ("", "?q=bac-son", f"?unit__id__exact={other.pk}"):
        page = client.get(f"/admin/{path}/{query}").content.decode()
        assert f">{foreign}<" not in page
        assert str(foreign) not in page
    assert str(mine).split(" –")[0] in client.get(f"/admin/{path}/").content.decode()


@register
def test_own_rows_are_added_changed_and_deleted(
    client: Client, admin: User, own: Unit, path: str, make: Any, data: dict[str, str]
) -> None:
    row = make(own)
    model = type(row)
    assert client.get(f"/admin/{path}/edit/{row.pk}/").status_code == 200
    response = client.post(f"/admin/{path}/edit/{row.pk}/", {**data, "unit": own.pk})
    assert response.status_code == 302
    row.refresh_from_db()
    assert "Tên mới" in str(row)
    before = model.objects.count()
    assert client.post(f"/admin/{path}/create/", {**data, "unit": own.pk}).status_code == 302
    assert model.objects.count() == before + 1
    assert client.post(f"/admin/{path}/delete/{row.pk}/").status_code == 302
    assert model.objects.count() == before


@register
def test_rows_of_another_unit_are_out_of_reach(
    client: Client, admin: User, own: Unit, other: Unit, path: str, make: Any, data: dict[str, str]
) -> None:
    row = make(other)
    text = str(row)
    for view in ("edit", "delete", "history"):
        for send in (client.get, client.post):
            response = send(f"/admin/{path}/{view}/{row.pk}/", {**data, "unit": own.pk})
            assert response.status_code in (302, 403, 404, 405), view
            assert text not in response.content.decode()
    fresh = type(row).objects.get(pk=row.pk)
    assert (str(fresh), fresh.unit_id) == (text, other.pk)


@register
def test_a_foreign_unit_sent_in_is_refused_at_its_field_and_logged(
    client: Client, admin: User, own: Unit, other: Unit, path: str, make: Any, data: dict[str, str]
) -> None:
    row = make(own)
    count = type(row).objects.count()
    for view in ("create", f"edit/{row.pk}"):
        response = client.post(f"/admin/{path}/{view}/", {**data, "unit": other.pk})
        assert "không thuộc đơn vị của bạn" in response.content.decode()
    assert type(row).objects.count() == count
    row.refresh_from_db()
    assert row.unit_id == own.pk
    entry = ModelLogEntry.objects.get(action="security.foreign_id", user=admin)
    assert (entry.data["model"], entry.data["count"]) == ("units.unit", 2)


@register
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER])
def test_other_roles_have_no_registers(
    client: Client, own: Unit, role: Role, path: str, make: Any, data: dict[str, str]
) -> None:
    row = make(own)
    client.force_login(make_user(role, own))
    for view in ("", "create/", f"edit/{row.pk}/", f"delete/{row.pk}/", f"history/{row.pk}/"):
        for send in (client.get, client.post):
            assert send(f"/admin/{path}/{view}", {**data, "unit": own.pk}).status_code in (302, 403)
    assert type(row).objects.filter(pk=row.pk).exists()
    assert "Tên mới" not in str(type(row).objects.get(pk=row.pk))


@register
def test_the_board_works_on_every_unit(
    client: Client, other: Unit, path: str, make: Any, data: dict[str, str]
) -> None:
    row = make(other)
    client.force_login(make_user(Role.BOARD))
    assert (
        client.post(f"/admin/{path}/edit/{row.pk}/", {**data, "unit": other.pk}).status_code == 302
    )
    assert client.get(f"/admin/{path}/history/{row.pk}/").status_code == 200
    page = client.get(f"/admin/{path}/?unit__id__exact={other.pk}")
    assert page.context["result_count"] == type(row).objects.filter(unit=other).count()


def test_an_admin_who_writes_elsewhere_is_no_admin_there(
    client: Client, admin: User, other: Unit
) -> None:
    grant(admin, other, Role.CONTRIBUTOR)
    row = official(other)
    assert client.get(f"/admin/units/official/edit/{row.pk}/").status_code in (302, 403)
    assert str(row.name) not in client.get("/admin/units/official/").content.decode()


def test_a_foreign_page_parent_and_picture_are_refused(
    client: Client, admin: User, own: Unit, other: Unit
) -> None:
    foreign_page = other.home_page
    data = {"label": "X", "place": "main", "sort_order": "1", "unit": own.pk}
    url = "/admin/navigation/menuitem/create/"
    for field, value in (("link_page", foreign_page.pk), ("parent", menu_item(other).pk)):
        page = client.post(url, {**data, field: value}).content.decode()
        assert "không thuộc đơn vị của bạn" in page, field
    picture = make_image()
    picture.collection = other.collection
    picture.save()
    data = {"name": "A", "post": "B", "sort_order": "1", "unit": own.pk, "portrait": picture.pk}
    page = client.post("/admin/units/official/create/", data).content.decode()
    assert "không thuộc đơn vị của bạn" in page
    assert not Official.objects.filter(name="A").exists()


def test_what_the_board_chose_stays_valid(client: Client, admin: User, own: Unit) -> None:
    """A portrait from the province's folder does not hinder the unit from mending a name."""
    row = official(own)
    row.portrait = make_image()
    row.save()
    data = {"name": "Tên mới", "post": "B", "sort_order": "1", "unit": own.pk}
    response = client.post(
        f"/admin/units/official/edit/{row.pk}/", {**data, "portrait": row.portrait_id}
    )
    assert response.status_code == 302


class TestTheOwnUnitsRecord:
    CONTACTS = {"address": "Số 9, đường Mới", "telephone": "02053.716.911", "footer_text": "null"}

    def test_contacts_are_changed_and_the_place_is_not(
        self, client: Client, admin: User, own: Unit
    ) -> None:
        url = f"/admin/units/unit/edit/{own.pk}/"
        page = client.get(url).content.decode()
        assert 'name="address"' in page
        for name in ("slug", "code", "kind", "parent", "is_active", "sort_order"):
            assert f'name="{name}"' not in page
        forged = {"slug": "khac", "code": "KHAC", "kind": "province", "is_active": ""}
        assert client.post(url, {**self.CONTACTS, **forged}).status_code == 302
        fresh = Unit.objects.get(pk=own.pk)
        assert fresh.address == "Số 9, đường Mới"
        assert (fresh.slug, fresh.code, fresh.kind, fresh.is_active) == (
            own.slug,
            own.code,
            own.kind,
            True,
        )

    def test_no_unit_is_added_or_deleted(
        self, client: Client, admin: User, own: Unit, other: Unit
    ) -> None:
        for path in ("create/", f"delete/{own.pk}/", f"delete/{other.pk}/", f"edit/{other.pk}/"):
            for send in (client.get, client.post):
                response = send(f"/admin/units/unit/{path}", self.CONTACTS)
                assert response.status_code in (302, 403, 404)
        assert Unit.objects.filter(pk__in=[own.pk, other.pk]).count() == 2
        assert Unit.objects.get(pk=other.pk).address != "Số 9, đường Mới"

    def test_the_address_of_the_list_cannot_ask_other_tables(
        self, client: Client, admin: User, own: Unit, other: Unit
    ) -> None:
        """A lookup through relations would tell by the number of rows what a colleague's mail is."""
        make_user(Role.LEADER, other, email="bi.mat@vks.example")
        for guess in ("bi.mat", "khong.phai"):
            query = f"parent__children__memberships__user__email__startswith={guess}"
            page = client.get(f"/admin/units/unit/?{query}")
            assert page.context["result_count"] == 1

    def test_even_the_board_deletes_no_unit_with_a_site(self, client: Client, own: Unit) -> None:
        client.force_login(make_user(Role.BOARD))
        assert client.post(f"/admin/units/unit/delete/{own.pk}/").status_code in (302, 403)
        assert Unit.objects.filter(pk=own.pk).exists()


def test_no_role_of_the_table_may_touch_accounts_or_groups() -> None:
    granted = {name for spec in ROLES.values() for name in spec.models}
    assert not [name for name in granted if name.startswith(("users.", "auth."))]


@pytest.mark.parametrize("role", UNIT_ROLES)
def test_no_role_of_a_unit_publishes(role: Role) -> None:
    """Wagtail lets a publisher skip the workflow."""
    assert "publish" not in ROLES[role].page
