"""The check list reads pages of every kind, by what they have."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string

from home.laws.models import Law
from home.laws.wording import LawKind
from home.models import StandardPage
from home.news.models import NewsPage, Topic
from home.notices.models import NoticePage
from tests import factories
from tests.factories import Portal, make_document, make_image, make_rich_body, news_index
from tests.fixtures import bac_son, cao_loc, portal, portal_database, province
from units.models import Official, Unit
from units.moderation.checklist.adapter import findings_of, item_of

__all__ = ["bac_son", "cao_loc", "portal", "portal_database", "province"]
pytestmark = pytest.mark.django_db
LEAD = "Sáng 12/3/2026, Viện kiểm sát nhân dân huyện làm việc tại trại tạm giam."


def make_news(unit: Unit, title: str = "", **values: Any) -> NewsPage:
    """A draft: what the check list is there for."""
    topic, _made = Topic.objects.get_or_create(name="Án dân sự (mẫu)", slug="an-dan-su-mau")
    return factories.make_news(unit, title, live=False, topics=[topic], **values)


def make_public(unit: Unit) -> NewsPage:
    """A page that the public sees, whatever way it took there."""
    page = make_news(unit)
    NewsPage.objects.filter(pk=page.pk).update(live=True)
    return page


def keys(page: Any) -> set[str]:
    return {finding.key for finding in findings_of(page)}


def paragraph(html: str) -> list[tuple[str, Any]]:
    from wagtail.rich_text import RichText

    return [("paragraph", RichText(html))]


def test_a_plain_item_passes(cao_loc: Unit):
    assert findings_of(make_news(cao_loc, "Kiểm sát trại tạm giam", lead=LEAD)) == []


def test_an_unsaved_item_is_read_from_memory(portal: Portal):
    page = NewsPage(title="Tin", lead="", body=paragraph("<p>của của</p>"))
    assert keys(page) == {"lead_missing", "part_missing", "doubled"}


def test_pictures_speak_through_the_page_or_their_own_description(cao_loc: Unit):
    image = make_image(description="")
    page = make_news(cao_loc, lead=LEAD)
    page.lead_image = image
    assert keys(page) == {"alt_missing", "caption_missing", "credit_missing"}
    image.description, image.credit = "Quang cảnh buổi làm việc", "Văn Mẫu (mẫu)"
    page.lead_image_caption = "Buổi làm việc ngày 12/3"
    assert keys(page) == set()


def test_every_block_is_read(portal: Portal, cao_loc: Unit):
    page = make_news(cao_loc, lead=LEAD, body=make_rich_body(make_public(cao_loc)))
    item = item_of(page)
    spoken = {text.text for text in item.texts}
    for words in ("Kết quả", "Xem trang và tệp.", "Phiên tòa", "Số vụ", "2026", "Hỏi", "Phóng sự"):
        assert words in spoken
    assert len(item.pictures) == 12
    assert item.links
    assert not any(link.is_dead for link in item.links)


def test_links_to_what_is_gone_or_not_public_are_dead(cao_loc: Unit):
    draft, document = make_news(cao_loc), make_document()
    target = make_public(cao_loc)
    html = (
        f'<p><a linktype="page" id="{target.pk}">một</a> <a linktype="page" id="{draft.pk}">hai</a> '
        f'<a linktype="document" id="{document.pk}">ba</a> <a href="https://vks.example">bốn</a> '
        '<a id="999999" linktype="page">năm</a> <a linktype="document" id="x">sáu</a></p>'
    )
    page = make_news(cao_loc, lead=LEAD, body=paragraph(html))
    dead = [finding.excerpt for finding in findings_of(page) if finding.key == "link_dead"]
    assert dead == ["hai", "năm", "sáu"]


def test_bold_line_is_a_heading_in_disguise(cao_loc: Unit):
    html = "<p><b>Kết quả đạt được</b></p><p><b>Một câu đậm.</b></p><p>Có <b>chữ</b> đậm</p>"
    page = make_news(cao_loc, lead=LEAD, body=paragraph(html))
    assert [f.excerpt for f in findings_of(page) if f.key == "heading_bold"] == ["Kết quả đạt được"]


def test_numbers_that_the_unit_makes_public_pass(cao_loc: Unit, province: Unit):
    Official.objects.create(
        unit=cao_loc, name="Lý Văn Mẫu (mẫu)", post="x", telephone="0912.345.678"
    )
    html = f"<p>Gọi {cao_loc.hotline} hoặc 0912 345 678; người làm chứng: 0987 654 321</p>"
    page = make_news(cao_loc, lead=LEAD, body=paragraph(html))
    assert [f.excerpt for f in findings_of(page)] == ["0987 654 321"]


def test_notices_and_standard_pages_need_no_lead(cao_loc: Unit, province: Unit):
    notice = NoticePage(title="Thông báo", body=paragraph("<p>từ ngày Từ ngày 2/9</p>"))
    assert keys(notice) == {"doubled"}
    page = StandardPage(title="Giới thiệu", body=[("heading", {"text": "Nhỏ", "level": "3"})])
    page.live = False
    province.home_page.add_child(instance=page)
    assert keys(page) == {"heading_order"}
    assert keys(news_index(cao_loc)) == set()


def test_number_of_queries_does_not_grow_with_the_text(
    cao_loc: Unit, django_assert_max_num_queries: Any
):
    target = make_public(cao_loc)
    link = f'<p><a linktype="page" id="{target.pk}">một</a></p>'
    body = paragraph(link * 30) * 20
    page = NewsPage.objects.get(pk=make_news(cao_loc, lead=LEAD, body=body).pk)
    with django_assert_max_num_queries(8):
        findings_of(page)


def test_template_separates_what_stops_from_what_is_confirmed(cao_loc: Unit):
    page = NewsPage(title="Tin", lead="", body=paragraph("<p>của của <i>&lt;b&gt;</i></p>"))
    html = render_to_string("moderation/checklist.html", {"findings": findings_of(page)})
    assert html.index("Phải sửa trước khi gửi") < html.index("Tin chưa có lời dẫn")
    assert html.index("Tin chưa có lời dẫn") < html.index("Hãy xem lại") < html.index("của của")
    assert 'name="warnings_read"' in html
    empty = render_to_string("moderation/checklist.html", {"findings": []})
    assert "Không thấy lỗi nào" in empty
    assert "checkbox" not in empty


def lapsed_words(page: Any) -> list[str]:
    return [finding.excerpt for finding in findings_of(page) if finding.key == "decree_lapsed"]


def test_a_fresh_database_knows_what_replaced_the_decree_of_2022(cao_loc: Unit):
    page = make_news(cao_loc, lead="Theo Nghị định số 42/2022/NĐ-CP, thông tin được công khai.")
    assert lapsed_words(page) == ["Nghị định số 42/2022/NĐ-CP → Nghị định số 224/2026/NĐ-CP"]


def test_a_law_that_the_board_enters_is_warned_of_at_once(cao_loc: Unit):
    page = make_news(cao_loc, lead="Căn cứ Luật Đất đai năm 2013, việc thu hồi đất …")
    assert lapsed_words(page) == []
    law = Law(
        kind=LawKind.LAW,
        symbol="45/2013/QH13",
        title="Luật Đất đai",
        issuer="Quốc hội",
        issued_on=date(2013, 11, 29),
        effective_on=date(2014, 7, 1),
        expires_on=date(2024, 8, 1),
    )
    law.save()
    assert lapsed_words(page) == ["Luật Đất đai năm 2013"]


def test_one_symbol_of_two_years_is_warned_of_in_its_year_alone(cao_loc: Unit):
    body = "Viện kiểm sát nhân dân tối cao"
    for year, expires in ((2012, date(2021, 6, 8)), (2021, None)):
        Law.objects.create(
            kind=LawKind.DIRECTIVE,
            symbol="05/CT-VKSTC",
            title=f"Chỉ thị năm {year}",
            issuer=body,
            issued_on=date(year, 6, 8),
            effective_on=date(year, 6, 8),
            expires_on=expires,
        )
    assert lapsed_words(make_news(cao_loc, lead="Theo Chỉ thị số 05/CT-VKSTC.")) == []
    assert lapsed_words(make_news(cao_loc, lead="Theo Chỉ thị 05/CT-VKSTC ngày 8/6/2021.")) == []
    old = make_news(cao_loc, lead="Theo Chỉ thị 05/CT-VKSTC năm 2012.")
    assert lapsed_words(old) == ["Chỉ thị 05/CT-VKSTC năm 2012"]
