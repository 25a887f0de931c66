"""The hub: whose items it lists, how they are narrowed, what stands on top, and what it costs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.legal_education.models import Audience, LegalField, MonthlyTheme
from tests.clock import on
from tests.factories import browser, make_topic
from tests.legal_education.items import make_answer, make_item, make_replaced_law
from units.models import Unit

pytestmark = pytest.mark.django_db
HUB = "/pho-bien-giao-duc-phap-luat/"


def html_of(address: str = HUB, host: str = "localhost") -> str:
    answer = browser(host).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_province_lists_every_unit_and_names_it(province: Unit, cao_loc: Unit, bac_son: Unit):
    for unit in (province, cao_loc, bac_son):
        make_item(unit, title=f"Bài của {unit.slug}")
    html = html_of()
    assert all(f"Bài của {unit.slug}" in html for unit in (province, cao_loc, bac_son))
    assert f'<span class="card__unit">{bac_son.short_name}</span>' in html
    own = html_of(host="cao-loc.localhost")
    assert "Bài của cao-loc" in own
    assert "Bài của bac-son" not in own
    assert "card__unit" not in own


def test_drafts_and_private_items_are_not_listed(province: Unit):
    make_item(province, title="Bản nháp kín", live=False)
    assert "Bản nháp kín" not in html_of()
    assert "Chuyên mục chưa có bài" in html_of()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("linh-vuc=dat-dai", {"Đất"}),
        ("doi-tuong=hoc-sinh", {"Học sinh"}),
        ("hinh-thuc=tinh-huong", {"Tình huống"}),
        ("don-vi=cao-loc", {"Cao Lộc"}),
        ("don-vi=tinh", {"Đất", "Học sinh", "Tình huống"}),
        ("linh-vuc=dat-dai&hinh-thuc=tinh-huong", set()),
        ("linh-vuc=khong-co&trang=abc", {"Đất", "Học sinh", "Tình huống", "Cao Lộc"}),
        ("linh-vuc=%00&hinh-thuc=" + "9" * 500, {"Đất", "Học sinh", "Tình huống", "Cao Lộc"}),
        ("trang=999", {"Đất", "Học sinh", "Tình huống", "Cao Lộc"}),
    ],
)
def test_filters_work_without_a_script_and_ignore_nonsense(
    province: Unit, cao_loc: Unit, query: str, shown: set[str]
):
    penal = [LegalField.objects.get(slug="hinh-su")]
    make_item(province, title="Bài Đất", legal_fields=[LegalField.objects.get(slug="dat-dai")])
    make_item(
        province,
        title="Bài Học sinh",
        legal_fields=penal,
        audiences=[Audience.objects.get(slug="hoc-sinh")],
    )
    make_item(province, "tinh-huong", title="Bài Tình huống", legal_fields=penal)
    make_item(cao_loc, title="Bài Cao Lộc", legal_fields=penal)
    html = html_of(f"{HUB}?{query}")
    for name in ("Đất", "Học sinh", "Tình huống", "Cao Lộc"):
        assert (f">Bài {name}</a>" in html) == (name in shown), name


def test_the_theme_stands_on_every_hub_on_its_days(province: Unit):
    day = date(2026, 5, 1)
    MonthlyTheme.objects.create(title="An toàn mùa hè", starts_on=day, ends_on=date(2026, 5, 31))
    for moment, there in ((day, True), (date(2026, 5, 31), True), (date(2026, 6, 1), False)):
        with on(moment):
            assert ("An toàn mùa hè" in html_of()) == there
            assert ("An toàn mùa hè" in html_of(host="cao-loc.localhost")) == there


def test_law_day_is_spoken_of_in_its_season(province: Unit):
    words = {}
    for day in (date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 9)):
        with on(day):
            html = html_of()
        words[day.day, day.month] = ("Còn 8 ngày nữa" in html, "Hôm nay là Ngày Pháp luật" in html)
    assert words == {(1, 10): (False, False), (1, 11): (True, False), (9, 11): (False, True)}


def test_the_feed_follows_the_filters(province: Unit):
    make_item(province, "hoi-dap", title="Câu hỏi trong feed")
    make_item(province, "podcast", title="Podcast trong feed")
    whole = html_of(f"{HUB}feed/")
    narrowed = html_of(f"{HUB}feed/?hinh-thuc=hoi-dap")
    assert "Podcast trong feed" in whole
    assert "Podcast trong feed" not in narrowed
    assert "Câu hỏi trong feed" in narrowed
    assert f"<id>http://localhost{HUB}feed/</id>" in whole
    assert f"<id>http://localhost{HUB}feed/?hinh-thuc=hoi-dap</id>" in narrowed


def test_pages_of_the_list_do_not_repeat(province: Unit):
    moment = timezone.now()
    for number in range(14):
        make_item(province, title=f"Bài thứ {number:02}", first_published_at=moment)
    pages = [html_of(f"{HUB}?trang={number}") for number in (1, 2)]
    shown = [{n for n in range(14) if f">Bài thứ {n:02}</a>" in page} for page in pages]
    assert len(shown[0]) == 12
    assert not shown[0] & shown[1]
    assert shown[0] | shown[1] == set(range(14))
    assert "Theo lĩnh vực" in pages[0]
    assert "Theo lĩnh vực" not in pages[1]


def test_the_home_page_prefers_legal_education_to_news_of_the_topic(province: Unit, cao_loc: Unit):
    from tests.factories import make_news

    topic = make_topic("Phổ biến")
    home = province.home_page.specific
    home.education_topic = topic
    home.save()
    for number in range(14):
        make_news(
            province, f"Tin số {number:02}", topics=[topic], at=timezone.now() - timedelta(number)
        )
    before = html_of("/").partition('id="pho-bien-phap-luat"')[2]
    assert "Tin số 09" in before
    make_answer(cao_loc, make_replaced_law(), title="Câu hỏi lên trang chủ")
    with on(date(2026, 7, 1)):
        after = html_of("/").partition('id="pho-bien-phap-luat"')[2]
    assert "Câu hỏi lên trang chủ" in after
    assert "Có văn bản hết hiệu lực" in after
    assert "Tin số 09" not in after
