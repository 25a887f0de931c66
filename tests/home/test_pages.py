"""The province's pages: what is known is shown, what is not is left out, and nothing breaks."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from events.shapes import PreviewDay, PreviewEntry, Reception, WeekSchedule
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage
from tests.factories import browser, make_image, make_news, make_notice, make_topic
from tests.fixtures import UNIT_HOST
from units.models import Official, Unit
from units.subsites.provisioning import publish_child


def html_of(path: str = "/", host: str = "localhost") -> str:
    response = browser(host).get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def headings(path: str = "/", host: str = "localhost") -> set[str]:
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", html_of(path, host), re.DOTALL)
    return {re.sub(r"<[^>]+>", "", text).strip() for text in found}


def test_home_page_leaves_out_what_it_has_not(province: Unit) -> None:
    empty = {"Tin nổi bật", "Tin mới", "Thông báo", "Liên kết", "Phổ biến, giáo dục pháp luật"}
    unknown = {"Tiếp công dân", "Lịch làm việc tuần này", "Lịch làm việc tuần"}
    assert not (empty | unknown) & headings()
    assert not (empty | unknown | {"Lãnh đạo đơn vị"}) & headings(host=UNIT_HOST)


def test_home_page_shows_what_it_has(province: Unit) -> None:
    topic = make_topic()
    home = province.home_page.specific
    home.education_topic, home.banner_image, home.banner_text = topic, make_image(), "Lời chào"
    home.save()
    for _number in range(12):
        make_news(province, topics=[topic])
    make_notice(province)
    html = html_of()
    assert {"Tin nổi bật", "Tin mới", "Thông báo"} <= headings()
    assert "Phổ biến, giáo dục pháp luật" in headings()
    assert "Lời chào" in html
    assert html.count("<h1") == 1


def test_schedule_and_reception_appear_when_they_are_known(province: Unit) -> None:
    week = WeekSchedule(
        "Tuần 48", "/lich/", (PreviewDay("Thứ Hai", (PreviewEntry("7:30", "Giao ban"),)),)
    )
    reception = Reception(date(2026, 11, 30), "Viện trưởng", "Phòng tiếp dân", "/tiep-dan/")
    with (
        patch("home.sections.views.week_schedule", return_value=week),
        patch("home.sections.views.next_reception", return_value=reception),
    ):
        html = html_of()
    assert "Giao ban" in html
    assert "Viện trưởng" in html


def test_chosen_lead_story_leads_and_is_not_repeated(province: Unit) -> None:
    chosen, newer = make_news(province, "Được chọn"), make_news(province, "Mới hơn")
    home = province.home_page.specific
    home.lead_story = chosen
    home.save()
    context = browser().get("/").context_data
    assert context["lead"] == chosen
    assert chosen not in context["latest"]
    assert newer in context["latest"]


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_lead_story_that_is_gone_gives_way_to_the_newest(province: Unit, how: str) -> None:
    chosen, newest = make_news(province, "Được chọn"), make_news(province, "Mới nhất")
    home = province.home_page.specific
    home.lead_story = chosen
    home.save()
    if how == "unpublished":
        chosen.unpublish()
    elif how == "private":
        chosen.view_restrictions.create(restriction_type="login")
    else:
        chosen.delete()
    context = browser().get("/").context_data
    assert context["lead"] == newest
    assert "Được chọn" not in html_of()


def test_there_is_one_province_home_page(province: Unit) -> None:
    assert not HomePage.can_create_at(Page.get_first_root_node())


def test_home_page_names_hotline_address_and_units(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    html = html_of()
    assert "tel:+842053716910" in html
    assert "Số 1, đường Mẫu" in html
    assert f'href="http://{UNIT_HOST}/"' in html
    assert 'href="/don-vi/bac-son/"' in html
    assert "unit-map" in html


def test_change_of_one_record_shows_everywhere_at_once(province: Unit, cao_loc: Unit) -> None:
    leader = Official.objects.create(unit=cao_loc, name="Lê Văn Cũ", post="Viện trưởng")
    paths = [("/", UNIT_HOST), ("/co-cau-to-chuc/", UNIT_HOST)]
    for path, host in paths:
        assert "Lê Văn Cũ" in html_of(path, host)
    leader.name = "Trần Thị Mới"
    leader.save()
    cao_loc.short_name, cao_loc.hotline = "VKSND khu vực 1", "0205 3 888 999"
    cao_loc.save()
    for path, host in paths:
        html = html_of(path, host)
        assert "Trần Thị Mới" in html
        assert "Lê Văn Cũ" not in html
        assert "tel:+842053888999" in html
    for path in ("/", "/co-cau-to-chuc/", "/don-vi/", "/lien-he/"):
        assert "VKSND khu vực 1" in html_of(path), path


def test_organisation_shows_leaders_in_protocol_order_and_departments(province: Unit) -> None:
    Official.objects.create(unit=province, name="Phó", post="Phó Viện trưởng", sort_order=2)
    Official.objects.create(unit=province, name="Trưởng", post="Viện trưởng", sort_order=1)
    Official.objects.create(unit=province, name="Chuyên viên", post="X", is_leader=False)
    department = Unit.objects.create(
        kind=Unit.Kind.DEPARTMENT,
        name="Phòng 1",
        short_name="Phòng 1",
        slug="p1",
        code="P1",
        parent=province,
    )
    Official.objects.create(unit=department, name="Trưởng phòng Mẫu", post="Trưởng phòng")
    html = html_of("/co-cau-to-chuc/")
    assert html.index("Trưởng</h3>") < html.index("Phó</h3>")
    assert "Chuyên viên" not in html
    assert "Trưởng phòng Mẫu" in html
    department.is_active = False
    department.save()
    assert "Trưởng phòng Mẫu" not in html_of("/co-cau-to-chuc/")


def test_standard_page_lists_its_headings_from_three_on(province: Unit) -> None:
    body = [("heading", {"text": f"Mục {number}", "level": "2"}) for number in (1, 2, 3)]
    page = publish_child(
        province.home_page.specific, StandardPage(title="Dài", slug="dai", body=body)
    )
    assert 'href="#muc-1"' in html_of("/dai/")
    page.body = body[:2]
    page.save_revision().publish()
    assert 'href="#muc-1"' not in html_of("/dai/")


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/thong-bao/", "/co-cau-to-chuc/", "/lien-he/"])
@pytest.mark.parametrize("prefix", ["", "/don-vi/bac-son"])
def test_headings_go_down_one_step_at_a_time(province: Unit, path: str, prefix: str) -> None:
    make_news(province)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html_of(prefix + path))]
    assert levels.count(1) == 1
    main = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(main))


def test_empty_page_types_answer(province: Unit) -> None:
    publish_child(province.home_page.specific, StandardPage(title="Trống", slug="trong"))
    assert "Trống" in html_of("/trong/")


def test_missing_news_index_leaves_the_home_page_whole(province: Unit) -> None:
    for index in NewsIndexPage.objects.all():
        index.delete()
    for host in ("localhost", UNIT_HOST):
        assert html_of(host=host)
        assert browser(host).get("/feed/").status_code == 200
        assert browser(host).get("/tin-tuc/").status_code == 404


def test_slug_twice_under_one_page_is_refused(province: Unit) -> None:
    home = province.home_page.specific
    publish_child(home, StandardPage(title="A", slug="a"))
    with pytest.raises(ValidationError):
        home.add_child(instance=StandardPage(title="B", slug="a"))
