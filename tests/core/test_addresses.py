"""Every page has one address, and every other way to it leads there."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Page, Site

from home.models import StandardPage
from home.news.models import NewsPage, Promotion
from portal.core.addresses import absolute_url, canonical_url, redirect_to_sent
from tests.factories import Portal, browser, make_news, make_topic, news_index
from tests.fixtures import PROVINCE_HOST, UNIT_HOST
from units.models import Unit
from units.subsites.provisioning import publish_child


@pytest.mark.parametrize(
    "rest",
    ["", "tin-tuc/", "tin-tuc/?trang=2&chu-de=a", "lien-he/", "feed/", "thong-bao/?x=%C4%91"],
)
def test_unit_with_a_host_moves_there_and_keeps_path_and_query(cao_loc: Unit, rest: str) -> None:
    response = browser(PROVINCE_HOST).get(f"/don-vi/cao-loc/{rest}")
    assert response.status_code == 301
    assert response["Location"] == f"http://{UNIT_HOST}/{rest}"


def test_topic_feed_of_a_unit_moves_to_its_host(cao_loc: Unit) -> None:
    topic = make_topic()
    rest = f"tin-tuc/chu-de/{topic.slug}/feed/"
    response = browser(PROVINCE_HOST).get(f"/don-vi/cao-loc/{rest}")
    assert (response.status_code, response["Location"]) == (301, f"http://{UNIT_HOST}/{rest}")
    assert browser(UNIT_HOST).get(f"/{rest}").status_code == 200


def test_item_of_a_unit_moves_to_its_host(cao_loc: Unit) -> None:
    item = make_news(cao_loc)
    response = browser(PROVINCE_HOST).get(f"/don-vi/cao-loc/tin-tuc/{item.slug}/?in=1")
    assert response["Location"] == f"http://{UNIT_HOST}/tin-tuc/{item.slug}/?in=1"


def test_following_the_redirect_ends_at_a_page(cao_loc: Unit) -> None:
    response = browser(PROVINCE_HOST).get("/don-vi/cao-loc/tin-tuc/", follow=True)
    assert len(response.redirect_chain) == 1
    assert response.status_code == 200


def test_unit_without_a_host_lives_below_the_directory(bac_son: Unit) -> None:
    item = make_news(bac_son)
    visitor = browser(PROVINCE_HOST)
    for path in ("", "tin-tuc/", f"tin-tuc/{item.slug}/", "lien-he/", "feed/"):
        assert visitor.get(f"/don-vi/bac-son/{path}").status_code == 200, path


def test_unit_host_does_not_show_the_province_nor_other_units(portal: Portal) -> None:
    visitor = browser(UNIT_HOST)
    for path in ("/don-vi/", "/don-vi/bac-son/", "/don-vi/cao-loc/", "/cao-loc/"):
        assert visitor.get(path).status_code == 404, path


def test_province_links_lead_straight_to_the_canonical_host(province: Unit, cao_loc: Unit) -> None:
    item = make_news(cao_loc)
    Promotion.objects.create(page=item)
    for path in ("/", "/tin-tuc/", "/don-vi/"):
        html = browser(PROVINCE_HOST).get(path).content.decode()
        assert "/don-vi/cao-loc" not in html, path
        assert f'href="http://{UNIT_HOST}/"' in html, path
    html = browser(PROVINCE_HOST).get("/").content.decode()
    assert f'href="http://{UNIT_HOST}/tin-tuc/{item.slug}/"' in html


def test_links_within_running_text_lead_to_the_canonical_host(
    province: Unit, cao_loc: Unit
) -> None:
    item = make_news(cao_loc)
    text = f'<p><a linktype="page" id="{item.pk}">tin</a></p>'
    page = make_news(province, body=[("paragraph", text)])
    html = browser(PROVINCE_HOST).get(f"/tin-tuc/{page.slug}/").content.decode()
    assert f'href="http://{UNIT_HOST}/tin-tuc/{item.slug}/"' in html


def test_second_host_of_the_same_site_moves_to_the_first(province: Unit) -> None:
    root = Page.objects.get(pk=province.home_page_id)
    Site.objects.create(hostname="www.localhost", root_page=root)
    response = browser("www.localhost").get("/tin-tuc/?trang=2")
    assert (response.status_code, response["Location"]) == (
        301,
        "http://localhost/tin-tuc/?trang=2",
    )
    assert browser(PROVINCE_HOST).get("/tin-tuc/").status_code == 200


def test_no_address_loops_whatever_the_ports_of_the_sites(portal: Portal) -> None:
    Site.objects.filter(hostname=UNIT_HOST).update(port=8000)
    Site.objects.filter(hostname=PROVINCE_HOST).update(port=8000)
    Site.clear_site_root_paths_cache()
    for host in (f"{UNIT_HOST}:8000", UNIT_HOST, f"{UNIT_HOST.upper()}:8000"):
        assert browser(host).get("/").status_code == 200, host
    response = browser(f"{PROVINCE_HOST}:8000").get("/don-vi/cao-loc/")
    assert response["Location"].endswith(f"//{UNIT_HOST}:8000/")


def test_nested_sites_keep_the_innermost(province: Unit, cao_loc: Unit) -> None:
    index = news_index(cao_loc)
    Site.objects.create(hostname="tin.cao-loc.localhost", root_page=index)
    item = make_news(cao_loc)
    want = f"http://tin.cao-loc.localhost/{item.slug}/"
    assert absolute_url(item) == want
    for host, path in (
        (UNIT_HOST, f"/tin-tuc/{item.slug}/"),
        (PROVINCE_HOST, f"/don-vi/cao-loc/tin-tuc/{item.slug}/"),
    ):
        response = browser(host).get(path)
        assert (response.status_code, response["Location"]) == (301, want)
    assert browser("tin.cao-loc.localhost").get(f"/{item.slug}/").status_code == 200


def test_page_outside_every_site_has_no_address(db: None) -> None:
    page = NewsPage(title="Lạc", slug="lac")
    page.url_path = "/khong-thuoc-trang-nao/lac/"
    assert canonical_url(page) == ""
    assert absolute_url(page) == ""


def test_wagtails_own_address_of_a_page_is_the_canonical_one(cao_loc: Unit) -> None:
    item = make_news(cao_loc)
    assert item.full_url == f"http://{UNIT_HOST}/tin-tuc/{item.slug}/"
    plain = Page.objects.get(pk=item.pk)
    assert plain.full_url == item.full_url


def test_post_to_a_moved_page_is_not_an_error(cao_loc: Unit) -> None:
    assert browser(PROVINCE_HOST).post("/don-vi/cao-loc/").status_code < 500


def test_missing_slash_leads_to_the_page(cao_loc: Unit) -> None:
    response = browser(UNIT_HOST).get("/tin-tuc?trang=2")
    assert (response.status_code, response["Location"]) == (301, "/tin-tuc/?trang=2")


def test_page_named_like_a_fixed_address_does_not_hide_it(province: Unit) -> None:
    publish_child(province.home_page, StandardPage(title="Tìm kiếm", slug="tim-kiem"))
    response = browser(PROVINCE_HOST).get(reverse("search"))
    assert response.resolver_match.url_name == "search"


@pytest.mark.parametrize(
    ("sent", "leads_to"),
    [
        ("/admin/duyet/?trang=2", "/admin/duyet/?trang=2"),
        ("http://testserver/tin-tuc/", "http://testserver/tin-tuc/"),
        ("account_logout", "account_logout"),
        ("[1]", "[1]"),
        ("", "/khac/"),
        ("//khac.vn/", "/khac/"),
        ("//", "/khac/"),
        ("///", "/khac/"),
        ("https://khac.vn/", "/khac/"),
        ("javascript:alert(1)", "/khac/"),
        ("http://[", "/khac/"),
    ],
)
def test_what_was_sent_as_the_way_on_is_a_place_here_and_no_name(sent: str, leads_to: str) -> None:
    assert redirect_to_sent(RequestFactory().get("/"), sent, "/khac/").url == leads_to
