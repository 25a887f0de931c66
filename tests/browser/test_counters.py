"""Counters appear where a script runs, count a reader once, and leave no trace where none runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.traffic.models import DailyCount, DailyVisitors
from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.visits import ARTICLE, NEWS

pytestmark = pytest.mark.browser
READER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36"


def footer_and_views(page: Page) -> tuple[str, str]:
    expect(page.locator("[data-visitors]")).to_be_visible()
    return page.locator("[data-visitors]").inner_text(), page.locator("[data-views]").inner_text()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_reader_is_counted_once_and_sees_the_figures(
    new_page: NewPage, server: PortalServer, width: int
):
    page = new_page(width, user_agent=READER)
    for _time in range(2):
        ARTICLE.open(page, server)
        visitors, views = footer_and_views(page)
        assert "Đang truy cập" in visitors
        assert views == "Lượt xem: 1"
    NEWS.open(page, server)
    expect(page.locator("[data-visitors]")).to_be_visible()
    assert DailyCount.objects.get().count == 1
    assert DailyVisitors.objects.get().count == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.context.cookies() == []


def test_the_figures_that_appear_are_as_accessible_as_the_page(
    new_page: NewPage, server: PortalServer
):
    page = new_page(user_agent=READER)
    ARTICLE.open(page, server)
    footer_and_views(page)
    assert violations(page) == []


def test_without_a_script_nothing_is_counted_and_no_empty_counter_stands(
    new_page: NewPage, server: PortalServer
):
    page = new_page(java_script_enabled=False, user_agent=READER)
    ARTICLE.open(page, server)
    expect(page.locator("[data-visitors]")).to_be_hidden()
    expect(page.locator("[data-views]")).to_be_hidden()
    assert not DailyCount.objects.exists()
