"""WCAG 2.2 AA, as far as axe can tell: no violation on any kind of page, on a phone or a desktop."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import ARTICLE, HOME, Visit, every_page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
SIZES = [(360, 740), (1440, 900)]


def violations(page: Page) -> list[str]:
    """Each violation in one line: rule, selector, what to do."""
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} – "
        f"{' '.join(node.get('failureSummary', '').split())}"
        for rule in found
        for node in rule["nodes"]
    ]


@every_page
def test_no_violation(visit: Visit, new_page: NewPage, server: PortalServer):
    page = new_page()
    visit.open(page, server)
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width} px: {line}" for line in violations(page)]
    assert not found, "\n".join(found)


def test_no_violation_with_the_menu_open_on_a_phone(new_page: NewPage, server: PortalServer):
    page = new_page(360, 740)
    HOME.open(page, server)
    page.locator(".menu-toggle > summary").click()
    for summary in page.locator(".menu__sub > summary").all():
        summary.click()
    assert page.locator(".menu__panel").first.is_visible()
    assert violations(page) == []


def test_no_violation_with_everything_opened(new_page: NewPage, server: PortalServer):
    page = new_page(360, 740)
    ARTICLE.open(page, server)
    for summary in page.locator("main summary").all():
        summary.click()
    assert violations(page) == []


def test_axe_would_complain(new_page: NewPage, server: PortalServer):
    page = new_page()
    HOME.open(page, server)
    page.evaluate("document.querySelector('main img').removeAttribute('alt')")
    assert any(line.startswith("image-alt") for line in violations(page))
