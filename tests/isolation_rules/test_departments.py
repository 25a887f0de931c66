"""A department's people write on the provincial site; its leader reviews and edits what they wrote."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Page

from home.news.models import NewsPage
from portal.users.models import User
from tests.factories import Portal, make_document, make_news, make_unit, make_user, news_index
from tests.isolation_rules.conftest import signed_in, words
from tests.isolation_rules.test_forms import news_form
from units.models import Role, Unit
from units.moderation.approvers import responsible_unit
from units.rights.departments import writing_places
from units.rights.roles import group_name

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(portal: Portal) -> Unit:
    return make_unit("phong-1", portal.province, kind=Unit.Kind.DEPARTMENT, short_name="Phòng 1")


@pytest.fixture
def author(room: Unit) -> User:
    return make_user(Role.CONTRIBUTOR, room)


@pytest.fixture
def leader(room: Unit) -> User:
    return make_user(Role.LEADER, room)


def add(client: Client, parent: Page) -> Any:
    return client.post(
        reverse("wagtailadmin_pages:add", args=["news", "newspage", parent.pk]),
        news_form(title="Bài của phòng", slug="bai-cua-phong"),
    )


def test_the_first_member_brings_folder_and_groups(room: Unit, author: User) -> None:
    room.refresh_from_db()
    assert room.collection is not None
    assert author.groups.get().name == group_name(Role.CONTRIBUTOR, room)
    places = {page.slug for page in writing_places()}
    assert {"tin-tuc", "thong-bao"} <= places
    assert not places & {"don-vi", "lien-he", "co-cau-to-chuc"}
    granted = GroupPagePermission.objects.filter(group__user=author)
    assert {row.page.slug for row in granted} == places
    assert {row.permission.codename for row in granted} == {"add_page"}


def test_contributor_writes_on_the_provincial_site_and_nowhere_else(
    portal: Portal, room: Unit, author: User
) -> None:
    client = signed_in(author)
    index = news_index(portal.province)
    assert client.get(reverse("wagtailadmin_explore", args=[index.pk])).status_code == 200
    assert add(client, index).status_code == 302
    page = NewsPage.objects.get(slug="bai-cua-phong")
    assert (page.owner, page.live, responsible_unit(page)) == (author, False, room)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    for parent in (news_index(portal.units[0]), portal.province.home_page):
        assert add(client, parent).status_code in (403, 404)
    assert NewsPage.objects.filter(slug="bai-cua-phong").count() == 1


def test_leader_edits_items_of_the_department_and_no_others(
    portal: Portal, room: Unit, author: User, leader: User
) -> None:
    index = news_index(portal.province)
    own = make_news(portal.province, "Nháp của phòng", live=False, owner=author)
    other_room = make_unit("phong-2", portal.province, kind=Unit.Kind.DEPARTMENT)
    foreign = [
        make_news(portal.province, "Nháp matkhau", live=False, owner=make_user(Role.BOARD)),
        make_news(
            portal.province,
            "Nháp hai matkhau",
            live=False,
            owner=make_user(Role.CONTRIBUTOR, other_room),
        ),
        make_news(portal.units[0], "Nháp ba matkhau", live=False, owner=author),
    ]
    client = signed_in(leader)
    assert own.permissions_for_user(leader).can_edit()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).status_code == 200
    listing = words(client.get(reverse("wagtailadmin_explore", args=[index.pk])))
    assert "Nháp của phòng" in listing
    assert "matkhau" not in listing
    for page in (*foreign, index):
        assert not page.permissions_for_user(leader).can_edit()
        for name in ("edit", "history", "usage", "delete", "view_draft", "revisions_index"):
            url = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
            assert client.get(url).status_code == 404, (name, page)
            assert client.post(url).status_code == 404, (name, page)


def test_files_of_the_department_are_its_own(portal: Portal, room: Unit, author: User) -> None:
    room.refresh_from_db()
    for folder, title in (
        (room.collection, "Tệp của phòng"),
        (portal.units[0].collection, "Tệp matkhau"),
        (Collection.get_first_root_node(), "Tệp tỉnh matkhau"),
    ):
        document = make_document(title)
        document.collection = folder
        document.save()
    listing = words(signed_in(author).get(reverse("wagtaildocs_chooser:choose")))
    assert "Tệp của phòng" in listing
    assert "matkhau" not in listing


def test_sync_and_setup_know_departments(portal: Portal, room: Unit, leader: User) -> None:
    GroupPagePermission.objects.filter(group__user=leader).delete()
    with pytest.raises(SystemExit):
        call_command("sync_roles", check=True, stdout=StringIO())
    call_command("sync_roles", stdout=StringIO())
    call_command("sync_roles", check=True, stdout=StringIO())
    second = make_unit("phong-2", portal.province, kind=Unit.Kind.DEPARTMENT, short_name="Phòng 2")
    command = {"name": portal.province.name, "short_name": portal.province.short_name}
    for _run in range(2):
        call_command("setup_province", host="tinh.example", stdout=StringIO(), **command)
    second.refresh_from_db()
    assert second.collection is not None
    assert Collection.objects.filter(name="Phòng 2").count() == 1


def test_provisioning_a_department_gives_it_no_site(portal: Portal) -> None:
    client = signed_in(make_user(Role.BOARD))
    data = {
        "kind": "department",
        "name": "Phòng 3",
        "short_name": "Phòng 3",
        "slug": "phong-3",
        "code": "P3",
        "hostname": "",
    }
    refused = client.post(reverse("subsites_open"), {**data, "hostname": "phong3.example"})
    assert "không có tên miền riêng" in words(refused)
    assert not Unit.objects.filter(slug="phong-3").exists()
    assert client.post(reverse("subsites_open"), data).status_code == 302
    room = Unit.objects.get(slug="phong-3")
    assert room.home_page is None
    assert room.collection is not None
    assert client.get(reverse("subsites_repair", args=[room.pk])).status_code == 200
