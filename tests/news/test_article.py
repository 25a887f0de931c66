"""One item: neighbours, dates, the lead picture's words, sharing, print view."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from home.news.models import NewsPage, Promotion
from tests.factories import browser, make_image, make_news, make_topic, news_index
from tests.fixtures import UNIT_HOST
from units.models import Unit


def page_of(item: NewsPage, query: str = "", host: str = "localhost") -> str:
    response = browser(host).get(f"/tin-tuc/{item.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def context_of(item: NewsPage) -> dict[str, Any]:
    return browser().get(f"/tin-tuc/{item.slug}/").context_data


def at(minutes: int) -> datetime:
    return timezone.now() - timedelta(minutes=minutes)


def test_neighbours_are_the_nearest_in_time(province: Unit) -> None:
    items = [make_news(province, at=at(60 - number)) for number in range(5)]
    context = context_of(items[2])
    assert (context["older"], context["newer"]) == (items[1], items[3])
    assert context_of(items[0])["older"] is None
    assert context_of(items[4])["newer"] is None


def test_neighbours_of_the_same_second_form_one_chain(province: Unit) -> None:
    moment = at(60)
    items = [make_news(province, at=moment) for _number in range(5)]
    for below, above in pairwise(items):
        assert context_of(below)["newer"] == above
        assert context_of(above)["older"] == below


def test_related_share_a_topic_and_are_the_newest(province: Unit) -> None:
    topic, other = make_topic(), make_topic()
    item = make_news(province, topics=[topic], at=at(50))
    related = [make_news(province, topics=[topic, other], at=at(40 - n)) for n in range(6)]
    make_news(province, topics=[make_topic()], at=at(1))
    assert context_of(item)["related"] == related[:1:-1]
    assert context_of(related[3])["related"] == [related[5], related[4], related[2], related[1]]


def test_item_without_topics_has_nothing_related(province: Unit) -> None:
    make_news(province)
    assert context_of(make_news(province))["related"] == []


def test_never_itself_a_draft_a_private_item_or_another_site(province: Unit, cao_loc: Unit) -> None:
    topic = make_topic()
    item = make_news(province, topics=[topic], at=at(30))
    make_news(province, topics=[topic], live=False)
    make_news(cao_loc, topics=[topic], at=at(20))
    promoted = make_news(cao_loc, topics=[topic], at=at(40))
    Promotion.objects.create(page=promoted)
    private = make_news(province, topics=[topic], at=at(10))
    private.view_restrictions.create(restriction_type="login")
    context = context_of(item)
    assert (context["newer"], context["older"], context["related"]) == (None, None, [])


def test_neighbours_of_a_units_item_stay_in_the_unit(province: Unit, cao_loc: Unit) -> None:
    topic = make_topic()
    make_news(province, topics=[topic], at=at(10))
    other = make_news(cao_loc, topics=[topic], at=at(20))
    item = make_news(cao_loc, topics=[topic], at=at(30))
    html = page_of(item, host=UNIT_HOST)
    assert html.count(other.title) >= 2
    assert "http://localhost/tin-tuc/tin-" not in html


def test_evening_in_greenwich_is_shown_as_the_next_day(province: Unit) -> None:
    item = make_news(province, at=datetime(2026, 11, 22, 20, 46, tzinfo=UTC))
    html = page_of(item)
    assert "03:46" in html
    assert "23/11/2026" in html
    assert 'datetime="2026-11-23T03:46:00+07:00"' in html
    assert 'name="DC.date" content="2026-11-23"' in html


def test_updated_is_told_only_after_a_change(province: Unit) -> None:
    item = make_news(province, at=at(3000))
    assert "Cập nhật lúc" not in page_of(item)
    item.save_revision().publish()
    item.refresh_from_db()
    assert "Cập nhật lúc" in page_of(item)


def test_publishing_once_is_no_update(province: Unit) -> None:
    page = NewsPage(title="Tin", slug="tin-thu", lead="Lời dẫn.")
    page.live = False
    news_index(province).add_child(instance=page)
    page.save_revision().publish()
    assert "Cập nhật lúc" not in browser().get("/tin-tuc/tin-thu/").content.decode()


def errors_of(**values: Any) -> list[str]:
    page = NewsPage(title="Tin", slug="tin", lead="Lời dẫn.", **values)
    try:
        page.clean()
    except ValidationError as error:
        return list(error.message_dict)
    return []


def test_lead_picture_needs_words(db: None) -> None:
    bare = make_image(description="")
    assert errors_of(lead_image=bare) == ["lead_image_alt"]
    assert errors_of(lead_image=bare, lead_image_alt="Toàn cảnh hội nghị") == []
    assert errors_of(lead_image=make_image()) == []
    assert errors_of() == []


@pytest.mark.parametrize("alt", ["IMG_2034.JPG", "anh1.png", "DSC_0001"])
def test_file_name_is_refused_as_words_of_the_lead_picture(db: None, alt: str) -> None:
    assert errors_of(lead_image=make_image(), lead_image_alt=alt) == ["lead_image_alt"]


def test_description_that_is_a_file_name_does_not_count(db: None) -> None:
    assert errors_of(lead_image=make_image(description="IMG_2034.JPG")) == ["lead_image_alt"]


def test_picture_shows_words_caption_and_credit(province: Unit) -> None:
    item = make_news(
        province,
        lead_image=make_image(),
        lead_image_alt="Viện trưởng phát biểu",
        lead_image_caption="Hội nghị <b>",
        lead_image_credit="Văn phòng",
    )
    html = page_of(item)
    assert 'alt="Viện trưởng phát biểu"' in html
    assert "Hội nghị &lt;b&gt;" in html
    assert "Ảnh: Văn phòng" in html


def test_author_role_and_source_stand_apart_from_the_text(province: Unit) -> None:
    item = make_news(province, author_name="Lê Mẫu", author_role="Kiểm sát viên", source="Báo X")
    html = page_of(item)
    assert '<p class="byline__name">Lê Mẫu</p>' in html
    assert "Nguồn: Báo X" in html


def test_share_links_are_links_and_nothing_more(province: Unit) -> None:
    html = page_of(make_news(province, "Một & hai?"))
    loaded = re.findall(r'(?:src|srcset|action|data|poster)="(https?:[^"]*)"', html)
    loaded += re.findall(
        r'<link[^>]+rel="(?:stylesheet|preload|icon)"[^>]+href="(https?:[^"]*)"', html
    )
    assert loaded == []
    hosts = set(re.findall(r'<a class="tool" href="https://([^/"]+)', html))
    assert hosts == {"www.facebook.com", "x.com"}
    assert "M%E1%BB%99t+%26+hai%3F" in html


def test_print_view_shows_the_item_and_its_address(province: Unit) -> None:
    item = make_news(province)
    html = page_of(item, "?in=1")
    assert 'class="print-view' in html
    assert "Trở lại bản thường" in html
    assert f"http://localhost/tin-tuc/{item.slug}/" in html
    assert f'rel="canonical" href="http://localhost/tin-tuc/{item.slug}/"' in html


def test_topics_lead_to_the_list_of_the_same_site(province: Unit, bac_son: Unit) -> None:
    topic = make_topic("Chủ đề riêng", slug="so")
    item = make_news(bac_son, topics=[topic])
    html = browser().get(f"/don-vi/bac-son/tin-tuc/{item.slug}/").content.decode()
    assert '<a href="/don-vi/bac-son/tin-tuc/?chu-de=so">Chủ đề riêng</a>' in html


def test_item_with_nothing_but_a_title_is_shown(province: Unit) -> None:
    item = make_news(province)
    Page.objects.filter(pk=item.pk).update(first_published_at=None, last_published_at=None)
    assert item.title in page_of(item)
    assert browser().get("/tin-tuc/").status_code == 200
    assert browser().get("/feed/").status_code == 200


def test_preview_of_an_unsaved_change_works(province: Unit) -> None:
    draft = make_news(province, live=False)
    request = draft.make_preview_request()
    assert request.status_code == 200


def test_lead_and_title_are_stored_composed(db: None) -> None:
    page = NewsPage(title="Hội nghị", slug="a", lead="Điều tra")
    page.clean()
    assert (page.title, page.lead) == ("Hội nghị", "Điều tra")
