"""WCAG 2.2 AA in states that a page does not open in; `test_pages` has every page as it opens."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import ARTICLE, HOME

pytestmark = pytest.mark.browser


def test_no_violation_with_the_menu_open_on_a_phone(new_page: NewPage, server: PortalServer):
    page = new_page(360, 740)
    HOME.open(page, server)
    page.locator(".menu-toggle > summary").click()
    panels = page.locator(".menu__panel").all()
    # One submenu is open at a time.
    for summary, panel in zip(page.locator(".menu__sub > summary").all(), panels, strict=True):
        summary.click()
        assert panel.is_visible()
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
