"""The password form of a private page, as a reader meets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from wagtail.models import BaseViewRestriction, PageViewRestriction

from home.news.models import NewsPage
from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1440])
def test_a_private_page_asks_for_its_password_and_opens(
    new_page: NewPage, server: PortalServer, world: World, width: int
) -> None:
    item = NewsPage.objects.get(slug="tin-khong-anh")
    PageViewRestriction.objects.create(
        page=item, restriction_type=BaseViewRestriction.PASSWORD, password="ban-lang"
    )
    page = new_page(width)
    page.goto(server.url("/tin-tuc/tin-khong-anh/"))
    field = page.get_by_label("Mật khẩu")
    field.fill("sai")
    page.get_by_role("button", name="Xem trang").click()
    expect(page.get_by_role("alert")).to_have_text("Mật khẩu không đúng. Vui lòng thử lại.")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "Tin không có ảnh" not in page.content()
    field.fill("ban-lang")
    page.get_by_role("button", name="Xem trang").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tin không có ảnh")
