"""Whose pages are searched on which host, and the filters."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.search.conftest import UNIT_HOST, Search, World


@pytest.fixture(autouse=True)
def _pages(world: World) -> None:
    world.news("Họp tỉnh")
    world.news("Họp Cao Lộc", unit=world.cao_loc)
    world.news("Họp Văn Lãng", unit=world.van_lang)
    world.notice("Họp báo", unit=world.cao_loc)
    world.page("Họp trực tuyến")


EVERYTHING = {"Họp tỉnh", "Họp Cao Lộc", "Họp Văn Lãng", "Họp báo", "Họp trực tuyến"}
OF_CAO_LOC = {"Họp Cao Lộc", "Họp báo"}


def choice(context, name: str):
    return next((item for item in context["filters"] if item.name == name), None)


def test_the_province_finds_every_page(search: Search):
    answer = search("họp")
    assert set(answer.titles) == EVERYTHING
    assert answer.context["scope_switch"] is None
    assert answer.context["frame"].is_province


def test_a_unit_finds_its_own_with_a_switch_to_all_and_back(world: World, search: Search, client):
    own = search("họp", host=UNIT_HOST, loai="tin-bai")
    assert own.titles == ["Họp Cao Lộc"]
    assert choice(own.context, "don-vi") is None
    assert own.context["frame"].unit == world.cao_loc
    switch = own.context["scope_switch"]
    everywhere = client.get(switch.url, headers={"host": UNIT_HOST})
    assert everywhere.context["total"] == 3
    assert everywhere.context["frame"].unit == world.cao_loc
    assert everywhere.context["kept"] == [("pham-vi", "tat-ca")]
    back = everywhere.context["scope_switch"]
    assert "VKSND huyện Cao Lộc" in back.label
    again = client.get(back.url, headers={"host": UNIT_HOST})
    assert again.context["total"] == 1
    assert again.context["scope_switch"] == switch


def test_a_unit_host_ignores_another_unit_unless_all_are_asked_for(search: Search):
    assert set(search("họp", host=UNIT_HOST, don_vi="van-lang").titles) == OF_CAO_LOC
    answer = search("họp", host=UNIT_HOST, don_vi="van-lang", pham_vi="tat-ca")
    assert answer.titles == ["Họp Văn Lãng"]


def test_the_province_narrows_to_a_unit_with_its_own_host_in_its_own_frame(search: Search):
    answer = search("họp", don_vi="cao-loc")
    assert set(answer.titles) == OF_CAO_LOC
    assert answer.context["frame"].is_province
    assert answer.context["scope_switch"] is None
    assert choice(answer.context, "don-vi").selected_label == "VKSND huyện Cao Lộc"


def test_a_unit_without_a_host_has_its_search_on_the_provinces(
    world: World, search: Search, client: Client
):
    answer = search("họp", don_vi="van-lang")
    assert answer.titles == ["Họp Văn Lãng"]
    assert answer.context["frame"].unit == world.van_lang
    assert answer.context["frame"].search_url.endswith("?don-vi=van-lang")
    switched = client.get(answer.context["scope_switch"].url, headers={"host": "localhost"})
    assert switched.context["total"] == len(EVERYTHING)


def test_the_province_itself_can_be_chosen(search: Search):
    assert set(search("họp", don_vi="tinh").titles) == {"Họp tỉnh", "Họp trực tuyến"}


def test_a_kind_can_be_chosen(search: Search):
    answer = search("họp", loai="thong-bao")
    assert answer.titles == ["Họp báo"]
    assert choice(answer.context, "loai").selected_label == "Thông báo"
    assert search("họp", loai="trang").titles == ["Họp trực tuyến"]
    assert search("họp", loai="tin-bai", don_vi="cao-loc").titles == ["Họp Cao Lộc"]
    assert search("cao lộc", loai="don-vi").titles == ["VKSND huyện Cao Lộc"]


@pytest.mark.parametrize("name", ["loai", "don_vi", "pham_vi"])
def test_an_unknown_value_narrows_nothing(search: Search, name: str):
    assert set(search("họp", **{name: "khong-co"}).titles) == EVERYTHING


def test_a_result_leads_to_the_canonical_address(world: World, search: Search, client: Client):
    answer = search("họp cao lộc", don_vi="cao-loc")
    address = urlsplit(answer.context["results"].object_list[0].url)
    assert address.netloc == UNIT_HOST
    assert client.get(address.path, headers={"host": UNIT_HOST}).status_code == 200
    own = search("họp cao lộc", host=UNIT_HOST).context["results"].object_list[0]
    assert own.url == address.path


def test_a_result_says_what_it_is_and_whose(search: Search):
    results = search("họp").context["results"].object_list
    said = {
        "".join(text for text, _ in item.title_segments): (
            str(item.kind_label), item.unit_label, item.date is not None,
        )
        for item in results
    }  # fmt: skip
    assert said == {
        "Họp tỉnh": ("Tin bài", "", True),
        "Họp Cao Lộc": ("Tin bài", "VKSND huyện Cao Lộc", True),
        "Họp Văn Lãng": ("Tin bài", "VKSND huyện Văn Lãng", True),
        "Họp báo": ("Thông báo", "VKSND huyện Cao Lộc", True),
        "Họp trực tuyến": ("Trang nội dung", "", False),
    }


def test_results_are_not_for_crawlers(search: Search):
    meta = search("họp").context["meta"]
    assert meta.robots == "noindex, follow"
    assert meta.canonical_url.endswith("/tim-kiem/")
