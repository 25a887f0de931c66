"""Units: half-configured ones give readable pages; the frame belongs to the innermost unit."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.models import Page, Site

from home.navigation.models import MenuItem
from tests.factories import browser, make_news, make_unit
from tests.fixtures import UNIT_HOST
from units.frame.frames import Units, frame_for_page, frame_for_request
from units.models import Unit
from units.organisation.maps import map_points

PATHS = ("/", "/tin-tuc/", "/thong-bao/", "/co-cau-to-chuc/", "/lien-he/", "/feed/", "/khong-co/")
EMPTY = {
    "hotline": "",
    "telephone": "",
    "address": "",
    "email": "",
    "map_url": "",
    "latitude": None,
    "longitude": None,
    "introduction": "",
    "service_area": "",
    "footer_text": "",
}


def statuses(host: str, prefix: str = "") -> set[int]:
    return {browser(host).get(prefix + path).status_code for path in PATHS}


@pytest.mark.parametrize("slug", ["tinh", "cao-loc", "bac-son"])
def test_unit_of_which_nothing_is_known_has_readable_pages(province: Unit, slug: str) -> None:
    Unit.objects.filter(slug=slug).update(**EMPTY)
    MenuItem.objects.filter(unit__slug=slug).delete()
    assert statuses("localhost") == statuses(UNIT_HOST) == {200, 404}
    assert statuses("localhost", "/don-vi/bac-son") == {200, 404}
    assert browser().get("/don-vi/").status_code == 200


@pytest.mark.parametrize("values", [{"home_page": None}, {"is_active": False}])
@pytest.mark.parametrize("slug", ["tinh", "cao-loc", "bac-son"])
def test_unit_cut_off_from_its_pages_breaks_nothing(
    province: Unit, slug: str, values: dict[str, Any]
) -> None:
    Unit.objects.filter(slug=slug).update(**values)
    for host, prefix in (("localhost", ""), (UNIT_HOST, ""), ("localhost", "/don-vi/bac-son")):
        assert max(statuses(host, prefix)) < 500
    assert browser().get("/don-vi/").status_code == 200


def test_unpublished_unit_home_page_is_not_found_and_no_longer_listed(
    bac_son: Unit, cao_loc: Unit
) -> None:
    for unit in (bac_son, cao_loc):
        unit.home_page.specific.unpublish()
    assert browser().get("/don-vi/bac-son/").status_code == 404
    assert browser(UNIT_HOST).get("/").status_code == 404
    for path in ("/", "/don-vi/", "/co-cau-to-chuc/"):
        html = browser().get(path).content.decode()
        assert bac_son.short_name not in html, path


def test_unpublished_province_home_page_is_a_readable_404(province: Unit) -> None:
    province.home_page.specific.unpublish()
    response = browser().get("/")
    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()
    assert browser(UNIT_HOST).get("/").status_code == 200


def test_deleted_home_page_leaves_the_unit_and_a_directory(bac_son: Unit) -> None:
    Page.objects.get(pk=bac_son.home_page_id).delete()
    bac_son.refresh_from_db()
    assert bac_son.home_page_id is None
    assert browser().get("/don-vi/").status_code == 200


def test_no_unit_at_all_still_gives_pages(province: Unit) -> None:
    MenuItem.objects.all().delete()
    Unit.objects.lower_level().delete()
    Unit.objects.all().delete()
    assert statuses("localhost") == {200, 404}


def test_site_on_a_deleted_pages_host_is_unknown(cao_loc: Unit) -> None:
    Page.objects.get(pk=cao_loc.home_page_id).delete()
    assert not Site.objects.filter(hostname=UNIT_HOST).exists()
    assert browser(UNIT_HOST).get("/").status_code == 404


def test_frame_belongs_to_the_innermost_unit(province: Unit, bac_son: Unit) -> None:
    request = RequestFactory().get("/", headers={"host": "localhost"})
    assert frame_for_page(make_news(bac_son), request).unit == bac_son
    assert frame_for_page(make_news(province), request).unit == province
    assert frame_for_request(request).unit == province
    assert Units().owner_of(Page.get_first_root_node()) is None


def test_search_of_a_unit_without_a_host_keeps_to_it(bac_son: Unit) -> None:
    html = browser().get("/don-vi/bac-son/").content.decode()
    assert '<input type="hidden" name="don-vi" value="bac-son">' in html
    assert "don-vi" not in browser(UNIT_HOST).get("/").content.decode().split("<main")[0]


def test_unit_leads_back_to_the_province(cao_loc: Unit, province: Unit) -> None:
    html = browser(UNIT_HOST).get("/").content.decode()
    assert 'href="http://localhost/"' in html
    assert province.name in html


def test_second_province_is_refused(province: Unit) -> None:
    other = Unit(kind=Unit.Kind.PROVINCE, name="B", short_name="B", slug="b", code="B")
    with pytest.raises(ValidationError) as caught:
        other.full_clean()
    assert "kind" in caught.value.message_dict


def test_lower_unit_belongs_to_the_province_by_itself(province: Unit) -> None:
    unit = Unit(kind=Unit.Kind.DISTRICT, name="B", short_name="B", slug="b", code="B")
    unit.full_clean()
    assert unit.parent == province


class TestMap:
    def test_nobody_with_coordinates_is_no_map(self, db: None) -> None:
        assert map_points([make_unit("a", latitude=None)], lambda _unit: "/") == []

    def test_one_unit_stands_in_the_middle(self, db: None) -> None:
        unit = Unit.objects.get(pk=make_unit("a").pk)
        (point,) = map_points([unit], lambda _unit: "/")
        assert (point.x, point.y) == (50, 40)

    def test_north_is_up_and_all_stand_inside(self, db: None) -> None:
        places = [(21.0, 106.0), (22.5, 106.4), (21.7, 107.3), (21.7, 107.3)]
        made = [make_unit(f"u{n}", latitude=a, longitude=b) for n, (a, b) in enumerate(places)]
        units = [Unit.objects.get(pk=unit.pk) for unit in made]
        points = map_points(units, lambda unit: f"/{unit.slug}/")
        by_url = {point.url: point for point in points}
        assert by_url["/u1/"].y < by_url["/u0/"].y
        assert by_url["/u2/"].x > by_url["/u0/"].x
        assert all(0 <= point.x <= 100 and 0 <= point.y <= 80 for point in points)


def test_map_link_is_the_one_given_or_made_from_coordinates() -> None:
    unit = Unit(latitude="21.85", longitude="106.76")
    assert "mlat=21.85&mlon=106.76" in unit.map_link
    unit.map_url = "https://maps.example/x"
    assert unit.map_link == "https://maps.example/x"
    assert Unit().map_link == ""
