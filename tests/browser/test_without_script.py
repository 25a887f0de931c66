"""Everything a reader does works without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import ARTICLE, HOME, NEWS
from tests.browser.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    return new_page(360, 740, java_script_enabled=False)


def test_menu_is_reached_on_a_phone(phone: Page, server: PortalServer):
    HOME.open(phone, server)
    menu = phone.get_by_role("navigation", name="Danh mục chính")
    expect(menu).to_be_hidden()
    phone.get_by_text("Danh mục", exact=True).click()
    menu.get_by_role("link", name="Văn bản").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Văn bản")


def test_submenu_opens_on_a_desktop(new_page: NewPage, server: PortalServer):
    page = new_page(java_script_enabled=False)
    HOME.open(page, server)
    page.locator(".menu__sub > summary").first.click()
    page.locator(".menu__panel a").first.click()
    expect(page).not_to_have_url(server.url())


def test_filters_narrow_the_news(phone: Page, server: PortalServer, world: World):
    NEWS.open(phone, server)
    phone.get_by_role("combobox", name="Chủ đề").select_option(world.topic.slug)
    phone.get_by_role("combobox", name="Đơn vị").select_option("bac-son")
    phone.get_by_role("button", name="Lọc", exact=True).click()
    expect(phone).to_have_url(re.compile(f"chu-de={world.topic.slug}"))
    expect(phone.locator("main h3")).to_have_text(["Tin của VKSND huyện bac-son"])
    phone.get_by_role("link", name="Bỏ lọc Đơn vị").click()
    expect(phone).not_to_have_url(re.compile("don-vi"))
    expect(phone.locator("main h3")).to_have_count(12)


def test_pages_of_a_list_follow_each_other(phone: Page, server: PortalServer):
    NEWS.open(phone, server)
    titles = phone.locator("main h3")
    first = titles.all_inner_texts()
    phone.get_by_role("link", name="Sau").click()
    expect(phone).to_have_url(re.compile("trang=2"))
    back = phone.get_by_role("link", name="Trước")
    # It stands below the list: where it is seen, all titles are there to be read.
    expect(back).to_be_visible()
    second = titles.all_inner_texts()
    assert second
    assert not set(first) & set(second)
    back.click()
    expect(titles).to_have_text(first, use_inner_text=True)


def test_search_finds_an_item_typed_without_marks(phone: Page, server: PortalServer):
    HOME.open(phone, server)
    phone.locator(".nav-search").click()
    box = phone.get_by_role("main").get_by_role("searchbox")
    box.fill("dac khu dinh lap")
    box.press("Enter")
    result = phone.get_by_role("main").get_by_role("link", name="Đặc khu Đình Lập").first
    result.click()
    expect(phone).to_have_url(server.url(ARTICLE.path))


def test_search_from_the_header_of_a_desktop(new_page: NewPage, server: PortalServer):
    page = new_page(java_script_enabled=False)
    HOME.open(page, server)
    page.get_by_role("banner").get_by_role("searchbox").fill("hòa giải")
    page.get_by_role("banner").get_by_role("button", name="Tìm kiếm").click()
    expect(page.locator("mark").first).to_be_visible()


def test_accordion_opens(phone: Page, server: PortalServer):
    ARTICLE.open(phone, server)
    answer = phone.locator(".accordion__content").first
    expect(answer).to_be_hidden()
    phone.get_by_text("Câu hỏi 1").click()
    expect(answer).to_be_visible()


def test_print_view_is_a_link_away_and_back(phone: Page, server: PortalServer):
    ARTICLE.open(phone, server)
    phone.get_by_role("link", name="Bản in").click()
    expect(phone.get_by_role("contentinfo")).to_be_hidden()
    # Only a script could print.
    expect(phone.get_by_role("button", name="In trang này")).to_be_hidden()
    phone.get_by_role("link", name="Trở lại bản thường").click()
    expect(phone).to_have_url(server.url(ARTICLE.path))


def test_pictures_have_sizes_so_that_nothing_jumps(phone: Page, server: PortalServer):
    ARTICLE.open(phone, server)
    for picture in phone.locator("main picture img").all():
        assert int(picture.get_attribute("width") or 0) > 0
        assert int(picture.get_attribute("height") or 0) > 0
