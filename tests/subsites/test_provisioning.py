"""A unit's site is opened whole or not at all, and mended by running again."""

import unicodedata

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.images.permissions import permission_policy
from wagtail.models import Collection, ModelLogEntry, Page, Site, WorkflowPage

from home.navigation.models import MenuItem
from tests.factories import Portal, browser, make_image, make_user
from units.models import Role, Unit
from units.rights.roles import UNIT_ROLES, group_name
from units.subsites.forms import UnitForm, clean_host
from units.subsites.opening import provision
from units.subsites.provisioning import STANDARD_PAGES, open_province

pytestmark = pytest.mark.django_db

NEW = {
    "kind": "region",
    "name": "Viện kiểm sát nhân dân khu vực 1",
    "short_name": "VKSND khu vực 1",
    "slug": "khu-vuc-1",
    "code": "KV1",
    "hostname": "kv1.localhost",
}


def counts() -> tuple[int, ...]:
    models = (Unit, Page, Collection, Group, Site, MenuItem, WorkflowPage, ModelLogEntry)
    return tuple(model.objects.count() for model in models)


def opened(**values: str) -> Unit:
    form = UnitForm({**NEW, **values})
    assert form.is_valid(), form.errors
    return provision(form).unit


def test_everything_of_a_site_is_made(portal: Portal) -> None:
    unit = opened()
    home = unit.home_page
    children = {type(page)._meta.label for page in home.get_children().specific()}
    assert children == {spec.model for spec in STANDARD_PAGES}
    assert all(page.live for page in home.get_descendants(inclusive=True))
    assert unit.collection.name == "VKSND khu vực 1"
    names = {group_name(role, unit) for role in UNIT_ROLES}
    assert Group.objects.filter(name__in=names).count() == len(UNIT_ROLES)
    assert Site.objects.get(hostname="kv1.localhost").root_page_id == home.pk
    assert WorkflowPage.objects.filter(page=home).exists()
    assert MenuItem.objects.filter(unit=unit).count() == len(STANDARD_PAGES) + 1


def test_the_new_site_answers(portal: Portal, client: Client) -> None:
    opened()
    assert client.get("/", headers={"host": "kv1.localhost"}).status_code == 200
    assert client.get("/tin-tuc/", headers={"host": "kv1.localhost"}).status_code == 200


def test_running_again_changes_nothing(portal: Portal) -> None:
    unit, before = opened(), counts()
    form = UnitForm(NEW, unit=unit)
    assert form.is_valid(), form.errors
    assert provision(form).changes == []
    assert counts() == before


def test_running_again_mends_what_is_missing(portal: Portal) -> None:
    unit = opened()
    unit.home_page.get_children().get(slug="thong-bao").delete()
    Group.objects.get(name=group_name(Role.LEADER, unit)).permissions.clear()
    WorkflowPage.objects.filter(page=unit.home_page).delete()
    Site.objects.get(hostname="kv1.localhost").delete()
    unit.refresh_from_db()
    form = UnitForm(NEW, unit=Unit.objects.get(pk=unit.pk))
    assert form.is_valid(), form.errors
    changes = provision(form).changes
    assert {change.kind for change in changes} == {
        "Trang",
        "Nhóm và quyền",
        "Quy trình duyệt",
        "Tên miền",
        "Trình đơn",
    }
    assert unit.home_page.get_children().filter(slug="thong-bao").exists()


def test_a_home_page_that_lost_its_unit_is_taken_up_again(portal: Portal) -> None:
    unit = opened()
    home_pk = unit.home_page_id
    Unit.objects.filter(pk=unit.pk).update(home_page=None)
    form = UnitForm(NEW, unit=Unit.objects.get(pk=unit.pk))
    assert form.is_valid(), form.errors
    assert provision(form).unit.home_page_id == home_pk


def test_a_dry_run_tells_the_whole_plan_and_writes_nothing(portal: Portal) -> None:
    before = counts()
    form = UnitForm(NEW)
    assert form.is_valid()
    plan = provision(form, dry_run=True).changes
    assert counts() == before
    assert "kv1.localhost" not in {root.root_url for root in Site.get_site_root_paths()}
    form = UnitForm(NEW)
    assert form.is_valid()
    assert provision(form).changes == plan


def test_two_units_of_one_name_have_folders_of_their_own(portal: Portal) -> None:
    first = opened()
    second = opened(slug="khu-vuc-1b", code="KV1B", hostname="")
    assert first.collection_id != second.collection_id


def test_a_renamed_unit_keeps_its_folder_and_groups(portal: Portal) -> None:
    unit = opened()
    form = UnitForm({**NEW, "short_name": "VKSND khu vực Một"}, unit=unit)
    assert form.is_valid(), form.errors
    changes = provision(form).changes
    assert [change.kind for change in changes] == ["Sửa thông tin đơn vị"]


BAD = {
    "taken slug": ({"slug": "cao-loc"}, "slug", "đã dùng cho"),
    "taken slug from the name": ({"slug": "", "short_name": "Cao Lộc"}, "slug", "đã dùng cho"),
    "slug of the province": ({"slug": "tinh"}, "slug", "dành riêng"),
    "reserved slug": ({"slug": "admin"}, "slug", "dành riêng"),
    "marks in the slug": ({"slug": "khu-vực-1"}, "slug", "không dấu"),
    "spaces in the slug": ({"slug": "khu vuc 1"}, "slug", "không dấu"),
    "scheme": ({"hostname": "https://kv1.localhost"}, "hostname", "https://"),
    "port": ({"hostname": "kv1.localhost:8000"}, "hostname", "số cổng"),
    "path": ({"hostname": "kv1.localhost/tin"}, "hostname", "đường dẫn"),
    "marks in the host": ({"hostname": "khuvực.localhost"}, "hostname", "Tên miền chỉ gồm"),
    "no dot": ({"hostname": "kv1"}, "hostname", "Tên miền chỉ gồm"),
    "taken host": ({"hostname": "cao-loc.localhost"}, "hostname", "đã dùng"),
    "taken host in capitals": ({"hostname": "Cao-Loc.LOCALHOST"}, "hostname", "đã dùng"),
    "code with marks": ({"code": "KHU VỰC 1"}, "code", "in hoa không dấu"),
    "no name": ({"name": "  "}, "name", ""),
    "kind of the province": ({"kind": "province"}, "kind", ""),
}


@pytest.mark.parametrize(("values", "field", "text"), BAD.values(), ids=BAD)
def test_a_bad_value_is_named_at_its_field_and_nothing_is_made(
    portal: Portal, client: Client, values: dict[str, str], field: str, text: str
) -> None:
    client.force_login(make_user(Role.BOARD))
    before = counts()
    response = client.post("/admin/trang-don-vi/mo/", {**NEW, **values}, follow=True)
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert text in str(errors[field][0])
    assert counts() == before
    # What was typed is kept.
    assert (
        'value="Viện kiểm sát nhân dân khu vực 1"' in response.content.decode() or field == "name"
    )


def test_a_taken_code_names_who_has_it(portal: Portal) -> None:
    taken = portal.unit("bac-son").code
    form = UnitForm({**NEW, "code": taken.lower()})
    assert not form.is_valid()
    assert "bac-son" in str(form.errors["code"])


def test_a_page_of_another_kind_on_the_address_is_not_taken_over(portal: Portal) -> None:
    opened()
    Unit.objects.filter(slug="khu-vuc-1").update(slug="doi-ten")
    form = UnitForm({**NEW, "code": "KV2", "hostname": ""})
    assert not form.is_valid()
    assert "đã có trang" in str(form.errors["slug"])


def test_a_decomposed_name_is_composed_and_told(portal: Portal, client: Client) -> None:
    client.force_login(make_user(Role.BOARD))
    name = unicodedata.normalize("NFD", NEW["name"])
    response = client.post("/admin/trang-don-vi/mo/", {**NEW, "name": name}, follow=True)
    assert "Unicode dựng sẵn" in response.content.decode()
    assert Unit.objects.get(slug="khu-vuc-1").name == NEW["name"]


def test_a_host_is_written_in_small_letters() -> None:
    assert clean_host("  KV1.VKSLangSon.gov.vn ") == "kv1.vkslangson.gov.vn"


def test_an_error_in_the_middle_leaves_nothing_behind(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("units.subsites.provisioning.ensure_menu", fail)
    before = counts()
    form = UnitForm(NEW)
    assert form.is_valid()
    with pytest.raises(RuntimeError):
        provision(form)
    assert counts() == before


class TestTheFormInTheAdministration:
    def test_the_board_opens_a_unit_and_it_is_logged(self, portal: Portal, client: Client) -> None:
        board = make_user(Role.BOARD)
        client.force_login(board)
        assert client.get("/admin/trang-don-vi/mo/").status_code == 200
        response = client.post("/admin/trang-don-vi/mo/", {**NEW, "open": "1"})
        assert response.status_code == 302
        unit = Unit.objects.get(slug="khu-vuc-1")
        entry = ModelLogEntry.objects.get(action="units.provision")
        assert (entry.user, entry.object_id) == (board, str(unit.pk))

    def test_the_plan_is_shown_without_writing(self, portal: Portal, client: Client) -> None:
        client.force_login(make_user(Role.BOARD))
        before = counts()
        response = client.post("/admin/trang-don-vi/mo/", {**NEW, "plan": "1"})
        assert "Tên miền: <strong>kv1.localhost" in response.content.decode()
        assert counts()[:-1] == before[:-1]

    @pytest.mark.parametrize("role", UNIT_ROLES)
    def test_nobody_else_reaches_any_of_it(
        self, portal: Portal, client: Client, role: Role
    ) -> None:
        unit = portal.unit("cao-loc")
        client.force_login(make_user(role, unit))
        before = counts()
        for path in ("", "mo/", f"{unit.pk}/bo-sung/", f"{unit.pk}/dong/", f"{unit.pk}/mo-lai/"):
            for send in (client.get, client.post):
                response = send(f"/admin/trang-don-vi/{path}", NEW)
                assert response.status_code in (302, 403, 405)
        assert counts() == before
        unit.refresh_from_db()
        assert unit.closed_on is None
        assert "Trang đơn vị" not in client.get("/admin/").content.decode()

    def test_the_menu_leads_the_board_there(self, portal: Portal, client: Client) -> None:
        client.force_login(make_user(Role.BOARD))
        page = client.get("/admin/trang-don-vi/").content.decode()
        assert "VKSND huyện cao-loc" in page
        assert "cao-loc.localhost" in page

    def test_a_units_site_is_mended_from_the_list(self, portal: Portal, client: Client) -> None:
        client.force_login(make_user(Role.BOARD))
        unit = portal.unit("bac-son")
        unit.home_page.get_children().get(slug="thong-bao").delete()
        url = f"/admin/trang-don-vi/{unit.pk}/bo-sung/"
        assert "Thông báo" in client.get(url).content.decode()
        assert not unit.home_page.get_children().filter(slug="thong-bao").exists()
        client.post(url)
        assert unit.home_page.get_children().filter(slug="thong-bao").exists()


def test_no_screen_says_root_and_the_shared_folder_is_there_once(portal: Portal) -> None:
    for _run in range(2):
        open_province(portal.province, "localhost")
    assert Collection.get_first_root_node().name == "Gốc"
    assert Page.get_first_root_node().get_admin_display_title() == "Gốc"
    shared = Collection.objects.get(name="Dùng chung")
    unit_folders = Collection.objects.filter(unit__isnull=False)
    assert not unit_folders.filter(path__startswith=shared.path).exists()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.UNIT_ADMIN, Role.BOARD])
def test_the_board_fills_the_shared_folder_and_units_only_use_it(
    portal: Portal, role: Role
) -> None:
    user = make_user(role, None if role == Role.BOARD else portal.units[0])
    image = make_image("Ảnh chung")
    image.collection = Collection.objects.get(name="Dùng chung")
    image.save()
    client = browser()
    client.force_login(user)
    chooser = client.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert "Ảnh chung" in chooser
    edit = reverse("wagtailimages:edit", args=[image.pk])
    assert (client.get(edit).status_code == 200) is (role == Role.BOARD)
    fills = permission_policy.collections_user_has_permission_for(user, "add")
    assert (image.collection in fills) is (role == Role.BOARD)
