"""What a keyboard meets: skip link, focus, menu."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import (
    ARTICLE,
    FRAMED,
    HOME,
    NEWS,
    SEARCH,
    STANDARD,
    UNIT_HOME,
    Visit,
)

pytestmark = pytest.mark.browser

# What is drawn around the focused element, or around the card that holds it.
# Inside a video's own controls the browser draws it; on the map the point of the unit grows.
FOCUS = """() => {
    const shown = (item) => {
        const style = item && getComputedStyle(item);
        return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const item = document.activeElement;
    const inPlayer = item.tagName === "VIDEO" && !item.matches(":focus-visible");
    const point = item.querySelector(":scope > circle");
    const onMap = point && parseFloat(getComputedStyle(point).strokeWidth) > 1;
    const box = item.getBoundingClientRect();
    return {
        name: item.tagName + " " + (item.textContent || item.id).trim().slice(0, 60),
        isBody: item === document.body,
        visible: shown(item) || shown(item.closest(".card")) || inPlayer || onMap,
        onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.mark.parametrize("visit", FRAMED[::4], ids=str)
def test_skip_link_comes_first_and_works(visit: Visit, new_page: NewPage, server: PortalServer):
    page = new_page(360, 740)
    visit.open(page, server)
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    expect(link).to_have_text("Đến nội dung chính")
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("visit", [HOME, UNIT_HOME, NEWS, ARTICLE, STANDARD, SEARCH], ids=str)
@pytest.mark.parametrize("width", [360, 1440])
def test_focus_is_always_seen(visit: Visit, width: int, new_page: NewPage, server: PortalServer):
    page = new_page(width, 800)
    visit.open(page, server)
    hidden, seen = [], 0
    for _press in range(120):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["isBody"]:
            break
        seen += 1
        if not (focus["visible"] and focus["onScreen"]):
            hidden.append(focus)
    assert seen > 15
    assert not hidden, hidden


def test_submenu_opens_and_closes_by_keyboard(new_page: NewPage, server: PortalServer):
    page = new_page()
    HOME.open(page, server)
    opener = page.locator(".menu__sub > summary").first
    panel = page.locator(".menu__panel").first
    expect(panel).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()


def test_phone_menu_opens_and_leads_on_by_keyboard(new_page: NewPage, server: PortalServer):
    page = new_page(360, 740)
    HOME.open(page, server)
    menu = page.get_by_role("navigation", name="Danh mục chính")
    expect(menu).to_be_hidden()
    page.locator(".menu-toggle > summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    link = menu.get_by_role("link", name="Tin tức")
    tab_to(page, link.evaluate("link => link.href"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/tin-tuc/")


def tab_to(page: Page, address: str) -> None:
    for _press in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.href") == address:
            return
    raise AssertionError(f"not reached by Tab: {address}")
