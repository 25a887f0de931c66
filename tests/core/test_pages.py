"""Routing in two queries finds what Wagtail's own routing finds; titles, slugs, breadcrumbs."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import pytest
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from portal.core.querysets import restrictions_of
from tests.factories import browser, make_news, make_topic, make_user, news_index
from tests.fixtures import PROVINCE_HOST, UNIT_HOST
from units.models import Unit
from units.subsites.provisioning import publish_child


def stock_route(page: Page, request: HttpRequest, components: list[str]) -> Any:
    """Wagtail's own way: one step for each part of the path."""
    if isinstance(page, RoutablePageMixin) and page.live:
        try:
            return page, page.resolve_subpage("/" + "".join(f"{c}/" for c in components))[0]
        except Http404:
            pass
    if not components:
        if page.live:
            return page, None
        raise Http404
    child = page.get_children().filter(slug=components[0]).first()
    if child is None:
        raise Http404
    return stock_route(child.specific, request, components[1:])


def outcome(find: Any, root: Page, path: str) -> tuple[int, str] | None:
    """(page, view) that a path leads to, or None when it leads nowhere."""
    request = RequestFactory().get(f"/{path}", headers={"host": PROVINCE_HOST})
    try:
        found = find(root, request, [part for part in path.split("/") if part])
    except Http404:
        return None
    page, view = (found[0], found[1]) if isinstance(found, tuple) else (found.page, None)
    if not isinstance(found, tuple) and found.args:
        view = found.args[0]
    return page.pk, getattr(view, "__name__", "index_route")


def flat_route(page: Page, request: HttpRequest, components: list[str]) -> Any:
    return page.route(request, components)


@pytest.fixture
def tangled(province: Unit, cao_loc: Unit) -> Page:
    """A tree with what makes routing hard: drafts on the way, names that repeat, names of feeds."""
    home = province.home_page.specific
    top = publish_child(home, StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    middle = publish_child(top, StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    publish_child(middle, StandardPage(title="Sâu", slug="sau"))
    draft = top.add_child(instance=StandardPage(title="Nháp", slug="nhap", live=False))
    publish_child(draft, StandardPage(title="Con", slug="con"))
    publish_child(home, StandardPage(title="Feed", slug="feed"))
    publish_child(cao_loc.home_page.specific, StandardPage(title="Feed", slug="feed"))
    topic = make_topic()
    topic.slug = "chu-de-thu"
    topic.save()
    for unit in (province, cao_loc):
        news = news_index(unit)
        named = make_news(unit)
        Page.objects.filter(pk=named.pk).update(slug="chu-de", url_path=f"{news.url_path}chu-de/")
    return home


@pytest.mark.parametrize(
    "path",
    [
        "",
        "gioi-thieu",
        "gioi-thieu/gioi-thieu",
        "gioi-thieu/gioi-thieu/sau",
        "gioi-thieu/gioi-thieu/gioi-thieu",
        "gioi-thieu/sau",
        "gioi-thieu/nhap",
        "gioi-thieu/nhap/con",
        "gioi-thieu/nhap/khong-co",
        "sau",
        "khong-co",
        "khong-co/gioi-thieu",
        "feed",
        "feed/feed",
        "tin-tuc",
        "tin-tuc/feed",
        "tin-tuc/chu-de",
        "tin-tuc/chu-de/chu-de-thu",
        "tin-tuc/chu-de/chu-de-thu/feed",
        "don-vi/cao-loc",
        "don-vi/cao-loc/feed",
        "don-vi/cao-loc/tin-tuc/chu-de/chu-de-thu/feed",
        "don-vi/cao-loc/tin-tuc/chu-de/chu-de-thu/feed/thua",
        "don-vi/khong-co/tin-tuc",
    ],
)
def test_flat_routing_finds_what_wagtails_own_finds(tangled: Page, path: str) -> None:
    assert outcome(flat_route, tangled, path) == outcome(stock_route, tangled, path)


def test_routing_costs_the_same_at_any_depth(
    tangled: Page, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = RequestFactory().get("/", headers={"host": PROVINCE_HOST})
    for path in (["lien-he"], ["gioi-thieu", "gioi-thieu", "sau"]):
        with django_assert_num_queries(2):
            tangled.route(request, path)


def test_absurdly_deep_address_is_simply_not_found(province: Unit) -> None:
    assert browser().get("/" + "a/" * 2000).status_code == 404


@pytest.mark.parametrize("path", ["/%00/", "/a%00b/", "/%FF/", "/tin-tức/", "/a b/", "/%2e%2e/"])
def test_odd_address_is_not_found_and_never_an_error(province: Unit, path: str) -> None:
    assert browser().get(path).status_code in {301, 404}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/TIN-TUC/", "/tin-tuc/"),
        ("/Tin-Tuc/?Trang=A%20b", "/tin-tuc/?Trang=A%20b"),
        ("/Tin-Tuc/Chu-De/Chu-De-Thu/Feed/", "/tin-tuc/chu-de/chu-de-thu/feed/"),
        ("/tin-tuc/Chu-De/chu-de-thu/feed/", "/tin-tuc/chu-de/chu-de-thu/feed/"),
        ("/Don-Vi/Cao-Loc/Tin-Tuc/", f"http://{UNIT_HOST}/Tin-Tuc/"),
    ],
)
def test_address_in_capitals_leads_to_the_one_that_was_meant(
    tangled: Page, asked: str, meant: str
) -> None:
    response = browser().get(asked)
    assert (response.status_code, response["Location"]) == (301, meant)


@pytest.mark.parametrize("path", ["/KHONG-CO/", "/Tin-Tuc/KHONG/", "/TIN%00/", "/Đơn-Vị/"])
def test_capitals_do_not_find_what_is_not_there(tangled: Page, path: str) -> None:
    assert browser().get(path).status_code == 404


def test_unpublished_page_is_gone_and_a_draft_never_shown(province: Unit) -> None:
    page = publish_child(province.home_page.specific, StandardPage(title="Trang", slug="trang"))
    assert browser().get("/trang/").status_code == 200
    page.title = "Tựa nháp"
    page.save_revision()
    assert "Tựa nháp" not in browser().get("/trang/").content.decode()
    page.unpublish()
    assert browser().get("/trang/").status_code == 404


class TestPrivatePages:
    @pytest.fixture
    def page(self, province: Unit) -> StandardPage:
        top = publish_child(
            province.home_page.specific, StandardPage(title="Nội bộ", slug="noi-bo")
        )
        secret = StandardPage(title="Kế hoạch kín", slug="ke-hoach", lead="Chuyện kín")
        return publish_child(top, secret)

    def restrict(self, page: Page, kind: str, **values: Any) -> None:
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=kind, **values)

    @pytest.mark.parametrize("kind", ["password", "login", "groups"])
    def test_restriction_of_an_ancestor_hides_the_page(self, page: Page, kind: str) -> None:
        self.restrict(page, kind, password="mat-khau" if kind == "password" else "")
        response = browser().get("/noi-bo/ke-hoach/")
        assert "Chuyện kín" not in response.content.decode()
        assert response.status_code in {200, 302}

    def test_password_opens_the_page(self, page: Page) -> None:
        self.restrict(page, "password", password="mat-khau")
        visitor = browser()
        html = visitor.get("/noi-bo/ke-hoach/").content.decode()
        action = re.search(r'action="(/_util/[^"]+)"', html)
        assert action
        form = {"password": "mat-khau", "return_url": "/noi-bo/ke-hoach/"}
        response = visitor.post(action[1], form, follow=True)
        assert "Chuyện kín" in response.content.decode()

    def test_someone_signed_in_reads_a_page_for_them(self, page: Page) -> None:
        self.restrict(page, "login")
        visitor = browser()
        visitor.force_login(make_user())
        assert "Chuyện kín" in visitor.get("/noi-bo/ke-hoach/").content.decode()

    def test_alias_of_a_private_page_is_private(self, page: Page, province: Unit) -> None:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        alias = page.create_alias(parent=province.home_page, update_slug="ban-sao")
        assert browser().get("/ban-sao/").status_code == 302
        assert set(restrictions_of(alias)) == set(Page.get_view_restrictions(alias))

    def test_rule_equals_wagtails_own(self, page: Page) -> None:
        self.restrict(page, "login")
        for row in (page, page.get_parent().specific):
            assert set(restrictions_of(row)) == set(Page.get_view_restrictions(row))


def test_title_is_stored_composed(province: Unit) -> None:
    typed_on_a_mac = unicodedata.normalize("NFD", "Hướng dẫn khiếu nại")
    page = StandardPage(title=typed_on_a_mac)
    province.home_page.specific.add_child(instance=page)
    assert page.title == "Hướng dẫn khiếu nại"
    assert page.slug == "huong-dan-khieu-nai"


def test_slug_keeps_the_letter_d(province: Unit) -> None:
    page = StandardPage(title="Đặc khu Đình Lập")
    province.home_page.specific.add_child(instance=page)
    assert page.slug == "dac-khu-dinh-lap"
    again = StandardPage(title="Đặc khu Đình Lập")
    province.home_page.specific.add_child(instance=again)
    assert again.slug == "dac-khu-dinh-lap-2"


def test_title_without_any_letter_still_gets_a_slug(province: Unit) -> None:
    page = StandardPage(title="★ ★ ★")
    province.home_page.specific.add_child(instance=page)
    assert page.slug.startswith("trang")


def test_breadcrumbs_start_at_the_site_that_holds_the_page(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    def crumbs(host: str, path: str) -> list[str]:
        html = browser(host).get(path).content.decode()
        nav = re.search(r'<ol class="breadcrumbs__list">(.*?)</ol>', html, re.DOTALL)
        assert nav
        return re.findall(r'href="([^"]*)"', nav[1])

    item, below = make_news(cao_loc), make_news(bac_son)
    assert crumbs(UNIT_HOST, f"/tin-tuc/{item.slug}/") == ["/", "/tin-tuc/"]
    assert crumbs(PROVINCE_HOST, f"/don-vi/bac-son/tin-tuc/{below.slug}/") == [
        "/",
        "/don-vi/",
        "/don-vi/bac-son/",
        "/don-vi/bac-son/tin-tuc/",
    ]


def test_unpublished_ancestor_is_left_out_of_the_breadcrumbs(province: Unit) -> None:
    top = publish_child(province.home_page.specific, StandardPage(title="Trên", slug="tren"))
    publish_child(top, StandardPage(title="Dưới", slug="duoi"))
    Page.objects.get(pk=top.pk).unpublish()
    html = browser().get("/tren/duoi/").content.decode()
    assert 'href="/tren/"' not in html


def test_breadcrumb_list_tells_machines_absolute_addresses(bac_son: Unit) -> None:
    item = make_news(bac_son)
    html = browser().get(f"/don-vi/bac-son/tin-tuc/{item.slug}/").content.decode()
    data = json.loads(re.findall(r"ld\+json\">(.*?)</script>", html, re.DOTALL)[0])
    crumbs = next(part for part in data["@graph"] if part["@type"] == "BreadcrumbList")
    places = crumbs["itemListElement"]
    assert [place["position"] for place in places] == [1, 2, 3, 4, 5]
    assert all(place["item"].startswith("http://localhost/") for place in places)
