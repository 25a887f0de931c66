"""Lists of news: what stands on which site, filters, pages, and any garbage in the address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.news.models import NewsPage, Promotion
from tests.factories import browser, bulk_news, make_news, make_topic, make_user, news_index
from tests.fixtures import UNIT_HOST
from units.models import Unit
from units.organisation.closing import close


def titles(path: str, host: str = "localhost") -> list[str]:
    response = browser(host).get(path)
    assert response.status_code == 200, path
    html = response.content.decode()
    return re.findall(r'class="card__title"><a href="[^"]*">(.*?)</a>', html)


def test_province_lists_its_own_and_promoted_items_only(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    make_news(province, "Của tỉnh")
    make_news(cao_loc, "Của Cao Lộc")
    Promotion.objects.create(page=make_news(bac_son, "Được đưa lên"))
    assert set(titles("/tin-tuc/")) == {"Của tỉnh", "Được đưa lên"}
    assert set(titles("/")) == {"Của tỉnh", "Được đưa lên"}
    assert titles("/tin-tuc/", UNIT_HOST) == ["Của Cao Lộc"]
    assert titles("/don-vi/bac-son/tin-tuc/") == ["Được đưa lên"]


def test_promoted_item_names_its_unit_on_the_province_only(bac_son: Unit) -> None:
    Promotion.objects.create(page=make_news(bac_son))
    label = f'<span class="card__unit">{bac_son.short_name}</span>'
    assert label in browser().get("/tin-tuc/").content.decode()
    assert label not in browser().get("/don-vi/bac-son/tin-tuc/").content.decode()


def test_drafts_and_private_items_are_on_no_list(province: Unit) -> None:
    make_news(province, "Nháp", live=False)
    private = make_news(province, "Nội bộ")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_news(province, "Công khai")
    for path in ("/tin-tuc/", "/"):
        assert titles(path) == ["Công khai"]
    for path in ("/feed/", "/sitemap.xml"):
        text = browser().get(path).content.decode()
        assert "Nháp" not in text
        assert private.slug not in text


def test_unpublished_item_loses_its_place_on_the_province(cao_loc: Unit) -> None:
    item = make_news(cao_loc, "Tin")
    Promotion.objects.create(page=item)
    item.unpublish()
    assert titles("/tin-tuc/") == []


def test_newest_stand_first_and_ties_keep_one_order(province: Unit) -> None:
    moment = timezone.now() - timedelta(days=1)
    same = [make_news(province, f"Cùng giây {number}", at=moment).title for number in range(30)]
    make_news(province, "Mới nhất", at=timezone.now())
    seen = [title for page in (1, 2, 3) for title in titles(f"/tin-tuc/?trang={page}")]
    assert seen == ["Mới nhất", *reversed(same)]


class TestFilters:
    @pytest.fixture(autouse=True)
    def items(self, province: Unit, cao_loc: Unit, bac_son: Unit) -> None:
        law, party = make_topic("Luật", slug="luat"), make_topic("Đảng", slug="dang")
        october = datetime(2026, 10, 31, 16, 59, tzinfo=UTC)
        november = datetime(2026, 10, 31, 17, 0, tzinfo=UTC)
        make_news(province, "Tỉnh, luật, tháng 10", topics=[law], at=october)
        make_news(province, "Tỉnh, Đảng, tháng 11", topics=[party], at=november)
        for unit in (cao_loc, bac_son):
            item = make_news(unit, f"{unit.slug}, luật", topics=[law, party], at=november)
            Promotion.objects.create(page=item)

    def test_by_topic(self) -> None:
        assert set(titles("/tin-tuc/?chu-de=luat")) == {
            "Tỉnh, luật, tháng 10",
            "cao-loc, luật",
            "bac-son, luật",
        }

    def test_by_month_of_vietnam(self) -> None:
        assert titles("/tin-tuc/?thang=2026-10") == ["Tỉnh, luật, tháng 10"]
        assert len(titles("/tin-tuc/?thang=2026-11")) == 3

    def test_by_unit(self) -> None:
        assert titles("/tin-tuc/?don-vi=bac-son") == ["bac-son, luật"]
        assert len(titles("/tin-tuc/?don-vi=tinh")) == 2

    def test_together(self) -> None:
        assert titles("/tin-tuc/?chu-de=dang&thang=2026-11&don-vi=tinh") == ["Tỉnh, Đảng, tháng 11"]

    def test_nothing_found_says_so_and_leads_on(self) -> None:
        response = browser().get("/tin-tuc/?chu-de=luat&thang=2026-11&don-vi=tinh")
        assert response.status_code == 200
        assert "Không có tin bài nào như vậy" in response.content.decode()

    @pytest.mark.parametrize(
        "query",
        [
            "chu-de=khong-co",
            "chu-de=%00",
            "thang=2026-13",
            "thang=٢٠٢٦-١١",
            "thang='--",
            "don-vi=khong-co",
            "don-vi=<script>",
            "chu-de=luat'&thang=9999-99",
            "x=1",
        ],
    )
    def test_garbage_narrows_nothing(self, query: str) -> None:
        assert len(titles(f"/tin-tuc/?{query}")) == 4
        assert "<script>" not in browser().get(f"/tin-tuc/?{query}").content.decode()

    def test_unit_filter_means_nothing_on_a_units_own_site(self) -> None:
        assert titles("/tin-tuc/?don-vi=bac-son", UNIT_HOST) == ["cao-loc, luật"]

    def test_narrowed_list_is_not_for_crawlers(self) -> None:
        assert "noindex" in browser().get("/tin-tuc/?chu-de=luat").content.decode()
        assert "noindex" not in browser().get("/tin-tuc/").content.decode()

    def test_chosen_filters_can_be_taken_off_one_by_one(self) -> None:
        html = browser().get("/tin-tuc/?chu-de=luat&don-vi=tinh").content.decode()
        chips = re.findall(r'class="chip" href="([^"]*)"', html)
        assert [chip.replace("&amp;", "&").lstrip("?&") for chip in chips] == [
            "don-vi=tinh",
            "chu-de=luat",
        ]

    def test_unit_without_a_home_page_is_no_filter(self, bac_son: Unit) -> None:
        Unit.objects.filter(pk=bac_son.pk).update(home_page=None)
        assert browser().get("/tin-tuc/?don-vi=bac-son").status_code == 200


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("2", "2"),
        ("3", "2"),
        *((garbage, "1") for garbage in ("0", "-5", "9" * 21, "abc", "٢", "²", "1.5", "%00", "-")),
        ("9" * 4000, "1"),
    ],
)
def test_any_page_number_shows_a_page(province: Unit, number: str, shown: str) -> None:
    bulk_news(news_index(province), 20, timezone.now())
    html = browser().get(f"/tin-tuc/?trang={number}").content.decode()
    assert f"trang {shown} trên 2" in html
    assert ("Danh sách không có trang này" in html) is (number != "2")


def test_pages_link_to_each_other_and_keep_the_filter(province: Unit) -> None:
    topic = make_topic(slug="luat")
    bulk_news(news_index(province), 30, timezone.now(), topic)
    html = browser().get("/tin-tuc/?chu-de=luat&trang=2").content.decode()
    assert 'href="?chu-de=luat" rel="prev"' in html
    assert 'href="?chu-de=luat&amp;trang=3" rel="next"' in html


def test_inactive_topic_is_offered_no_more_but_its_items_stay(province: Unit) -> None:
    topic = make_topic("Chủ đề cũ", slug="cu", is_active=False)
    item = make_news(province, topics=[topic])
    html = browser().get("/tin-tuc/").content.decode()
    assert "Chủ đề cũ" not in html
    assert item.title in html


def test_empty_site_says_that_there_is_nothing_yet(province: Unit) -> None:
    assert titles("/tin-tuc/") == []
    assert NewsPage.objects.newest_first().count() == 0


def test_items_of_a_closed_unit_do_not_become_the_provinces_own(
    province: Unit, bac_son: Unit
) -> None:
    make_news(province, "Của tỉnh")
    make_news(bac_son, "Của đơn vị đã đóng")
    close(bac_son, make_user())
    assert titles("/tin-tuc/") == ["Của tỉnh"]
    assert titles("/don-vi/bac-son/tin-tuc/") == ["Của đơn vị đã đóng"]
