"""On paper: the text, where it came from and when; no navigation."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import ARTICLE, FRAMED, PRINT_VIEW, STANDARD, Visit
from tests.browser.world import MOMENT_SHOWN

pytestmark = pytest.mark.browser

# A leaflet fills its paper and is folded: it names its source in a panel of its own.
LEAFLET = "legal-leaflet-sheet"
PRINTED = [
    visit
    for visit in FRAMED
    if visit.status == 200 and "?" not in visit.path and visit.name != LEAFLET
]


@pytest.mark.parametrize("visit", PRINTED, ids=str)
def test_paper_has_no_navigation_and_names_its_source(
    visit: Visit, new_page: NewPage, server: PortalServer
):
    page = new_page()
    visit.open(page, server)
    page.emulate_media(media="print")
    expect_paper(page)
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    expect(page.get_by_text(f"Nguồn: {canonical}")).to_be_visible()


def expect_paper(page: Page) -> None:
    for role in ("banner", "navigation", "contentinfo", "search"):
        for part in page.get_by_role(role, include_hidden=True).all():
            expect(part).to_be_hidden()
    # One of the two: schedules have the head of an official document.
    heads = page.locator(".print-head, .official-head").filter(visible=True)
    expect(heads).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("path", ["/van-ban/", "/tiep-cong-dan/thang/", "/lien-he/"])
def test_paper_gets_tables_and_not_the_cards_of_a_phone(
    path: str, new_page: NewPage, server: PortalServer
):
    # As wide as the text of an A4 page.
    page = new_page(624, 900)
    Visit("table", path).open(page, server)
    page.emulate_media(media="print")
    table = page.locator("main table").last
    assert table.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == (
        "table-row"
    )
    # Browsers print no backgrounds: white words would vanish.
    head = table.locator("thead th").first
    assert head.evaluate("cell => getComputedStyle(cell).color") == "rgb(0, 0, 0)"


def test_a_printed_article_says_when_it_appeared(new_page: NewPage, server: PortalServer):
    page = new_page()
    ARTICLE.open(page, server)
    page.emulate_media(media="print")
    expect(page.locator(".article-head")).to_contain_text(f"Đăng lúc {MOMENT_SHOWN}")
    expect(page.locator(".byline")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()


def test_the_print_view_shows_on_screen_what_paper_gets(new_page: NewPage, server: PortalServer):
    page = new_page()
    PRINT_VIEW.open(page, server)
    expect_paper(page)
    # Which page it came from, without the switch to the print view.
    expect(page.get_by_text(f"Nguồn: {server.url(ARTICLE.path)}")).to_be_visible()
    expect(page.get_by_role("button", name="In trang này")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="In trang này")).to_be_hidden()


@pytest.mark.parametrize("visit", [ARTICLE, STANDARD], ids=str)
def test_a_pdf_of_few_a4_pages_comes_out(visit: Visit, new_page: NewPage, server: PortalServer):
    page = new_page()
    visit.open(page, server)
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    # A4 in points, as @page asks.
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595" in pdf
    assert 1 <= pdf.count(b"/Type /Page\n") <= 8


def test_closed_answers_are_printed(new_page: NewPage, server: PortalServer):
    page = new_page()
    ARTICLE.open(page, server)
    page.emulate_media(media="print")
    height = page.locator(".accordion__content").first.evaluate(
        "item => item.getBoundingClientRect().height"
    )
    assert height > 10
