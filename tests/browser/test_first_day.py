"""One person, from the invitation's mail through password and second factor to a first saved draft."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from home.news.models import NewsPage
from tests.browser.axe import violations
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user, news_index
from tests.users.helpers import code
from units.models import Membership, Role

pytestmark = pytest.mark.browser

ADDRESS, PASSWORD = "nong.thi.mau@vks.example", "ruong-bac-thang-2026"
TITLE = "Tin đầu tiên của người mới"


def invite(page: Page, server: PortalServer) -> str:
    """The unit's administrator invites a leader; gives the path of the link in the mail."""
    page.goto(server.url("/admin/thanh-vien/moi/"))
    page.get_by_label("Thư điện tử", exact=False).fill(ADDRESS)
    page.get_by_label("Vai trò", exact=False).select_option(Role.LEADER)
    page.get_by_role("button", name="Gửi lời mời").click()
    page.wait_for_url("**/thanh-vien/loi-moi/**")
    (message,) = [sent for sent in mail.outbox if sent.to == [ADDRESS]]
    found = re.search(r"https?://\S+/loi-moi/\S+", str(message.body))
    assert found is not None
    return urlsplit(found.group()).path


def set_password(page: Page) -> None:
    page.locator("#id_full_name").fill("Nông Thị Mẫu (mẫu)")
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.locator("form button[type=submit]").click()


def sign_in(page: Page) -> None:
    page.locator("#id_login").fill(ADDRESS)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()


def enrol(page: Page) -> None:
    """With the key that is shown to who cannot scan, as an application on the phone would."""
    page.wait_for_url("**/bao-mat/bat/")
    page.get_by_text("Nhập khóa bằng tay").click()
    secret = page.locator(".portal-secret").inner_text()
    page.locator("#id_code").fill(code(secret=secret))
    page.get_by_role("button", name="Bật xác thực hai lớp").click()
    expect(page.locator(".portal-codes li")).to_have_count(10)


def test_from_the_invitation_to_a_first_saved_draft(
    admin_page: AdminPage, new_page: NewPage, server: PortalServer, world: World, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    unit = world.bac_son
    link = invite(admin_page(make_user(Role.UNIT_ADMIN, unit)), server)
    page = new_page(360, 800)
    page.goto(server.url(link))
    assert violations(page) == []
    set_password(page)
    sign_in(page)
    # Nothing opens before the second factor.
    page.goto(server.url(f"/admin/pages/{news_index(unit).pk}/"))
    enrol(page)
    page.get_by_role("link", name="Đã cất mã, vào làm việc").click()
    page.goto(server.url(f"/admin/pages/add/news/newspage/{news_index(unit).pk}/"))
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_lead").fill("Lời dẫn của tin đầu tiên.")
    page.get_by_label(world.topic.name).check()
    with page.expect_navigation():
        page.locator("footer button.action-save").click()
    draft = NewsPage.objects.get(title=TITLE)
    membership = Membership.objects.get(user=draft.owner)
    assert (membership.unit, membership.role, draft.live) == (unit, Role.LEADER, False)
    # The link has done its work.
    answer = page.request.get(server.url(link))
    assert answer.status == 410
