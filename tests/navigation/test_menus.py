"""Menus: two levels, only living pages, only harmless addresses, one unit's own."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from home.models import StandardPage
from home.navigation.models import LinkedSite, MenuItem
from home.navigation.services import frame_parts, linked_groups
from tests.factories import browser
from tests.fixtures import UNIT_HOST
from units.frame.frames import Frame, MenuEntry
from units.models import Unit
from units.subsites.provisioning import publish_child


def menu_of(unit: Unit, path: str = "/") -> tuple[MenuEntry, ...]:
    request = RequestFactory().get(path, headers={"host": "localhost"})
    return frame_parts(Frame(Unit.objects.get(pk=unit.pk), request)).menu


@pytest.fixture
def page(province: Unit) -> StandardPage:
    return publish_child(
        province.home_page.specific, StandardPage(title="Giới thiệu", slug="gioi-thieu")
    )


@pytest.fixture
def item(province: Unit, page: StandardPage) -> MenuItem:
    return MenuItem.objects.create(unit=province, link_page=page, sort_order=50)


def labels(unit: Unit) -> list[str]:
    return [entry.label for entry in menu_of(unit)]


def test_first_menu_leads_to_the_standard_pages(province: Unit) -> None:
    assert labels(province)[0] == "Trang chủ"
    assert {"Tin tức", "Văn bản", "Liên hệ"} <= set(labels(province))
    (news,) = [entry for entry in menu_of(province) if entry.label == "Tin tức"]
    assert [entry.label for entry in news.children] == ["Thông báo"]


def test_entry_takes_the_title_of_its_page(item: MenuItem, page: StandardPage) -> None:
    assert labels(item.unit)[-1] == "Giới thiệu"
    page.title = "Giới thiệu chung"
    page.save_revision().publish()
    assert labels(item.unit)[-1] == "Giới thiệu chung"


def test_entry_of_a_deleted_page_disappears(item: MenuItem, page: StandardPage) -> None:
    page.delete()
    assert "Giới thiệu" not in labels(item.unit)
    assert browser().get("/").status_code == 200


def test_entry_of_an_unpublished_page_disappears(item: MenuItem, page: StandardPage) -> None:
    page.unpublish()
    assert "Giới thiệu" not in labels(item.unit)


def test_children_of_an_entry_whose_page_is_gone_stay_reachable(
    item: MenuItem, page: StandardPage
) -> None:
    item.label = "Về chúng tôi"
    item.save()
    MenuItem.objects.create(unit=item.unit, parent=item, label="Con", link_url="/tin-tuc/")
    page.unpublish()
    entry = menu_of(item.unit)[-1]
    assert (entry.label, entry.url, [child.label for child in entry.children]) == (
        "Về chúng tôi",
        "",
        ["Con"],
    )
    assert browser().get("/").status_code == 200


def test_title_of_a_page_never_published_is_not_told(item: MenuItem, province: Unit) -> None:
    draft = StandardPage(title="Chuyện chưa công bố", slug="chua", live=False)
    province.home_page.specific.add_child(instance=draft)
    top = MenuItem.objects.create(unit=province, link_page=draft)
    MenuItem.objects.create(unit=province, parent=top, label="Con", link_url="/tin-tuc/")
    assert "Chuyện chưa công bố" not in browser().get("/").content.decode()


def test_entry_of_this_page_is_marked(item: MenuItem) -> None:
    html = browser().get("/gioi-thieu/").content.decode()
    assert re.search(r'href="/gioi-thieu/" aria-current="page"', html)


def test_menu_of_a_unit_is_its_own(item: MenuItem, cao_loc: Unit) -> None:
    MenuItem.objects.create(unit=cao_loc, label="Của Cao Lộc", link_url="/lien-he/")
    assert "Của Cao Lộc" in browser(UNIT_HOST).get("/").content.decode()
    assert "Của Cao Lộc" not in browser().get("/").content.decode()
    assert "Giới thiệu" not in labels(cao_loc)


def test_unit_without_a_menu_shows_its_first_pages(bac_son: Unit) -> None:
    MenuItem.objects.filter(unit=bac_son).delete()
    entries = menu_of(bac_son)
    assert entries[0].url == "/don-vi/bac-son/"
    assert {"Tin tức", "Liên hệ"} <= {entry.label for entry in entries}


def refused(item: MenuItem) -> list[str]:
    try:
        item.full_clean()
    except ValidationError as error:
        return list(error.message_dict)
    return []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//casino.example",
        "/\\casino.example",
        "/\t/casino.example",
        "http://[casino",
        "https://",
        "tin-tuc/",
        "mailto:a@b.vn",
    ],
)
def test_harmful_or_broken_address_is_refused(province: Unit, url: str) -> None:
    assert refused(MenuItem(unit=province, label="X", link_url=url)) == ["link_url"]


@pytest.mark.parametrize(
    "url", ["/", "/tin-tuc/?chu-de=a#b", "https://vksndtc.gov.vn/", "http://a.vn"]
)
def test_path_and_web_address_are_taken(province: Unit, url: str) -> None:
    assert refused(MenuItem(unit=province, label="X", link_url=url)) == []


def test_page_and_address_together_or_neither_are_refused(
    province: Unit, page: StandardPage
) -> None:
    both = MenuItem(unit=province, label="X", link_page=page, link_url="/")
    assert refused(both) == refused(MenuItem(unit=province, label="X")) == ["__all__"]


def test_address_without_words_is_refused(province: Unit) -> None:
    assert refused(MenuItem(unit=province, link_url="/")) == ["label"]


def test_third_level_is_refused(item: MenuItem) -> None:
    child = MenuItem.objects.create(unit=item.unit, parent=item, label="Con", link_url="/")
    grandchild = MenuItem(unit=item.unit, parent=child, label="Cháu", link_url="/")
    assert refused(grandchild) == ["parent"]


def test_entry_with_children_cannot_move_below_another(item: MenuItem) -> None:
    MenuItem.objects.create(unit=item.unit, parent=item, label="Con", link_url="/")
    item.parent = MenuItem.objects.create(unit=item.unit, label="Khác", link_url="/")
    assert refused(item) == ["parent"]


def test_entry_below_itself_is_refused(item: MenuItem) -> None:
    item.parent = item
    assert refused(item) == ["parent"]


def test_parent_of_another_unit_is_refused(item: MenuItem, cao_loc: Unit) -> None:
    stranger = MenuItem(unit=cao_loc, parent=item, label="X", link_url="/")
    assert refused(stranger) == ["parent"]


def test_footer_is_the_sites_own(province: Unit, cao_loc: Unit) -> None:
    cao_loc.footer_text = "<p>Chân trang <b>Cao Lộc</b></p>"
    cao_loc.save()
    MenuItem.objects.create(unit=cao_loc, place="footer", label="Bảo mật", link_url="/bao-mat/")
    html = browser(UNIT_HOST).get("/").content.decode()
    assert "Chân trang <b>Cao Lộc</b>" in html
    assert 'href="/bao-mat/"' in html
    assert "Chân trang" not in browser().get("/").content.decode()


def test_footer_with_a_deleted_link_keeps_its_words(province: Unit) -> None:
    province.footer_text = '<p><a linktype="page" id="999999">Điều khoản</a></p>'
    province.save()
    assert "<a>Điều khoản</a>" in browser().get("/").content.decode()


def test_linked_sites_stand_in_groups_and_per_site(province: Unit, cao_loc: Unit) -> None:
    def link(unit: Unit, title: str, group: str) -> None:
        LinkedSite.objects.create(unit=unit, title=title, group=group, url="https://a.gov.vn/")

    link(province, "Trang A", "site")
    link(province, "Phần mềm B", "software")
    link(cao_loc, "Trang C", "site")
    groups = [(label, [row.title for row in rows]) for label, rows in linked_groups(province)]
    assert groups == [("Phần mềm nghiệp vụ", ["Phần mềm B"]), ("Trang liên kết", ["Trang A"])]
    assert "Trang C" not in browser().get("/").content.decode()
    assert "Trang C" in browser(UNIT_HOST).get("/").content.decode()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "khong-phai", "//a.vn"])
def test_linked_site_needs_a_web_address(province: Unit, url: str) -> None:
    with pytest.raises(ValidationError):
        LinkedSite(unit=province, title="X", url=url).full_clean()
