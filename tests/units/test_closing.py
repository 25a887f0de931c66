"""A closed unit can be read and not worked in; nothing of it is lost."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from tests.factories import Portal, make_news, make_user
from units.models import Membership, Role, Unit
from units.organisation.closing import close, reopen
from units.people.memberships import grant
from units.rights.roles import UNIT_ROLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(portal: Portal) -> Unit:
    return portal.unit("bac-son")


def test_its_pages_stay_readable_under_a_banner_and_in_its_own_frame(
    client: Client, unit: Unit
) -> None:
    news = make_news(unit, "Tin của Bắc Sơn")
    close(unit, make_user(Role.BOARD))
    for path in ("/don-vi/bac-son/", f"/don-vi/bac-son/tin-tuc/{news.slug}/"):
        response = client.get(path, headers={"host": "localhost"})
        page = response.content.decode()
        assert response.status_code == 200
        assert f"ngừng hoạt động từ ngày {timezone.localdate():%d/%m/%Y}" in page
        assert response.context["frame"].unit == unit


def test_a_working_units_pages_have_no_banner(client: Client, unit: Unit) -> None:
    page = client.get("/don-vi/bac-son/", headers={"host": "localhost"}).content.decode()
    assert "ngừng hoạt động" not in page


def test_directories_no_longer_name_it(client: Client, unit: Unit) -> None:
    page = client.get("/don-vi/", headers={"host": "localhost"}).content.decode()
    assert unit.short_name in page
    close(unit, make_user(Role.BOARD))
    page = client.get("/don-vi/", headers={"host": "localhost"}).content.decode()
    assert unit.short_name not in page


def test_nothing_is_deleted(unit: Unit) -> None:
    make_user(Role.LEADER, unit)
    before = (Page.objects.count(), Membership.objects.count(), unit.collection_id)
    close(unit, make_user(Role.BOARD))
    unit.refresh_from_db()
    after = (Page.objects.count(), Membership.objects.exclude(role="board").count())
    assert (*after, unit.collection_id) == before


def test_its_members_are_shut_out_and_let_in_again(client: Client, unit: Unit) -> None:
    board, member = make_user(Role.BOARD), make_user(Role.LEADER, unit)
    client.force_login(member)
    assert client.get("/admin/").status_code == 200
    close(unit, board)
    assert client.get("/admin/").status_code == 403
    assert client.get(f"/admin/pages/{unit.home_page_id}/edit/").status_code == 403
    reopen(unit, board)
    assert client.get("/admin/").status_code == 200


def test_somebody_with_a_second_unit_keeps_that_one(
    client: Client, portal: Portal, unit: Unit
) -> None:
    member = make_user(Role.LEADER, unit)
    grant(member, portal.unit("cao-loc"), Role.LEADER)
    close(unit, make_user(Role.BOARD))
    client.force_login(member)
    assert client.get("/admin/").status_code == 200
    assert (
        client.get(f"/admin/pages/{portal.unit('cao-loc').home_page_id}/edit/").status_code == 200
    )
    assert client.get(f"/admin/pages/{unit.home_page_id}/edit/").status_code in (302, 404)


@pytest.mark.parametrize("role", UNIT_ROLES)
def test_the_board_alone_closes_and_opens(unit: Unit, role: Role) -> None:
    member = make_user(role, unit)
    for verb in (close, reopen):
        with pytest.raises(PermissionDenied):
            verb(unit, member)


def test_the_province_is_not_closed(portal: Portal) -> None:
    with pytest.raises(ValidationError):
        close(portal.province, make_user(Role.BOARD))


def test_both_are_asked_in_the_administration_and_logged(client: Client, unit: Unit) -> None:
    board = make_user(Role.BOARD)
    client.force_login(board)
    url = f"/admin/trang-don-vi/{unit.pk}/dong/"
    assert "Không có gì bị xóa" in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    unit.refresh_from_db()
    assert unit.closed_on == timezone.localdate()
    assert client.get(url).status_code == 404
    assert client.get(f"/admin/trang-don-vi/{unit.pk}/mo-lai/").status_code == 405
    client.post(f"/admin/trang-don-vi/{unit.pk}/mo-lai/")
    unit.refresh_from_db()
    assert (unit.closed_on, unit.is_active) == (None, True)
    actions = ModelLogEntry.objects.filter(user=board).values_list("action", flat=True)
    assert {"units.close", "units.reopen"} <= set(actions)
