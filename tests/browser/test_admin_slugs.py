"""Addresses made in the browser follow the same rule as those that the server makes."""

import random
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from home.models import StandardPage
from home.news.models import NewsPage
from portal.core.text import slugify
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.core.test_text_slugs import test_titles_become_addresses as titles_test
from tests.factories import make_user, news_index

pytestmark = pytest.mark.browser

TITLE = "Đặc khu Đình Lập: hòa giải ở cơ sở"
SLUG = "dac-khu-dinh-lap-hoa-giai-o-co-so"
(TABLE,) = [mark.args[1] for mark in titles_test.pytestmark if mark.name == "parametrize"]
# The script leaves letters of other scripts to the server.
LATIN = [title for title, slug in TABLE if title not in {"Путь", "北京", "조선"}]
LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)
OTHERS = " .,:;!?/–—“”()%&0123456789_-\u0301\u0323"


def vietnamese_like(seed: int) -> str:
    dice = random.Random(seed)
    alphabet = LETTERS * 3 + LETTERS.upper() + OTHERS * 3 + " " * 60
    text = "".join(dice.choice(alphabet) for _ in range(dice.randint(1, 160)))
    return unicodedata.normalize(dice.choice(["NFC", "NFD"]), text)


def test_browser_and_server_make_the_same_address(new_page: NewPage, server: PortalServer):
    page = new_page()
    page.goto(server.url("/robots.txt"))
    texts = LATIN + [vietnamese_like(seed) for seed in range(300)]
    made = page.evaluate(
        """async (texts) => {
            const { slugify } = await import("/static/core/js/slug.js");
            return texts.map((text) => slugify(text));
        }""",
        texts,
    )
    differing = [
        (text, slug, slugify(text))
        for text, slug in zip(texts, made, strict=True)
        if slug != slugify(text)
    ]
    assert not differing


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def test_a_page_of_text_gets_its_address_while_its_title_is_typed(
    admin_page: AdminPage, server: PortalServer, world: World
):
    page = admin_page(make_user())
    page.goto(server.url(f"/admin/pages/add/home/standardpage/{world.province.home_page_id}/"))
    page.locator("#id_title").press_sequentially(TITLE)
    expect(page.locator("#id_slug")).to_have_value(SLUG)
    save_draft(page)
    draft = StandardPage.objects.get(slug=SLUG)
    assert not draft.live
    draft.save_revision().publish()
    response = page.goto(server.url(f"/{SLUG}/"))
    assert response is not None
    assert response.status == 200
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def save_draft(page: Page) -> None:
    with page.expect_navigation(url="**/edit/"):
        page.locator("footer button.action-save").click()


def test_a_news_item_gets_its_address_while_its_title_is_typed(
    admin_page: AdminPage, server: PortalServer, world: World
):
    page = admin_page(make_user())
    index = news_index(world.province)
    page.goto(server.url(f"/admin/pages/add/news/newspage/{index.pk}/"))
    page.locator("#id_title").press_sequentially(TITLE)
    page.locator("#id_lead").fill("Lời dẫn.")
    page.get_by_label(world.topic.name).check()
    expect(page.locator("#id_slug")).to_have_value(SLUG)
    save_draft(page)
    NewsPage.objects.get(slug=SLUG).save_revision().publish()
    page.goto(server.url(f"/tin-tuc/{SLUG}/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_an_address_typed_by_hand_follows_the_same_rule(
    admin_page: AdminPage, server: PortalServer, world: World
):
    page = admin_page(make_user())
    page.goto(server.url(f"/admin/pages/add/home/standardpage/{world.province.home_page_id}/"))
    page.locator("#id_title").fill("Giới thiệu chung")
    open_tab(page, "Quảng bá")
    slug = page.locator("#id_slug")
    expect(slug).to_have_value("gioi-thieu-chung")
    slug.fill("Đặc Khu / Đình_Lập  173/QĐ-VKS")
    slug.blur()
    expect(slug).to_have_value("dac-khu-dinh-lap-173-qd-vks")
    # Once typed by hand, the address no longer follows the title.
    open_tab(page, "Nội dung")
    page.locator("#id_title").fill("Một tiêu đề khác")
    page.locator("#id_title").blur()
    expect(slug).to_have_value("dac-khu-dinh-lap-173-qd-vks")
