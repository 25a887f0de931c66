"""An idle session: warned, kept by one press in every tab, ended; and what was typed comes back."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from portal.users import idle
from tests.browser.axe import violations
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import PASSWORD, make_news, make_user
from units.models import Role

pytestmark = pytest.mark.browser

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('portal-typed'))"
WARNING, ENDED = "Phiên làm việc sắp kết thúc", "Phiên làm việc đã kết thúc"


def leave_seconds(seconds: float) -> None:
    """Every session that is signed in has only so long left."""
    for row in Session.objects.all():
        data = row.get_decoded()
        if idle.ACTIVE_KEY in data:
            data[idle.ACTIVE_KEY] = time.time() - data[idle.LIMIT_KEY] + seconds
            row.session_data = Session.objects.encode(data)
            row.save()


@pytest.mark.parametrize("width", [360, 1440])
def test_one_press_keeps_the_session_in_every_tab(
    admin_page: AdminPage, server: PortalServer, world: World, width: int, monkeypatch: Any
) -> None:
    """With 63 seconds in all, the dialog comes after three."""
    monkeypatch.setattr(idle, "limit_for", lambda _user: 63)
    page = admin_page(make_user(Role.CONTRIBUTOR, world.bac_son), width)
    page.goto(server.url("/admin/account/"))
    other = page.context.new_page()
    other.goto(server.url("/admin/account/"))
    for tab in (page, other):
        dialog = tab.get_by_role("alertdialog", name=WARNING)
        expect(dialog).to_be_visible()
        expect(dialog.get_by_role("button", name="Tiếp tục làm việc")).to_be_focused()
    assert violations(page) == []
    monkeypatch.setattr(idle, "limit_for", lambda _user: 300)
    page.get_by_role("button", name="Tiếp tục làm việc").click()
    for tab in (page, other):
        expect(tab.get_by_role("alertdialog")).to_have_count(0)


def test_the_end_is_said_and_leads_back(
    admin_page: AdminPage, server: PortalServer, world: World, monkeypatch: Any
) -> None:
    monkeypatch.setattr(idle, "limit_for", lambda _user: 63)
    page = admin_page(make_user(Role.CONTRIBUTOR, world.bac_son))
    page.goto(server.url("/admin/account/"))
    expect(page.get_by_role("alertdialog", name=WARNING)).to_be_visible()
    leave_seconds(-1)
    page.get_by_role("button", name="Tiếp tục làm việc").click()
    ended = page.get_by_role("alertdialog", name=ENDED)
    expect(ended).to_be_visible()
    ended.get_by_role("link", name="Đăng nhập lại").click()
    page.wait_for_url("**/dang-nhap/?next=%2Fadmin%2Faccount%2F")


def test_what_was_typed_survives_the_end(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    user = make_user(Role.LEADER, world.bac_son)
    news = make_news(world.bac_son, "Tin đang sửa")
    page = admin_page(user)
    page.on("dialog", lambda dialog: dialog.accept())
    path = f"/admin/pages/{news.pk}/edit/"
    page.goto(server.url(path))
    page.wait_for_load_state("networkidle")
    # Without a title nothing can be saved: Wagtail's own autosave gives up.
    page.locator("#id_title").fill("")
    page.locator("#id_lead").fill("Câu vừa gõ, chưa lưu được.")
    page.wait_for_timeout(3000)  # kept every two seconds
    assert page.evaluate(KEPT) == [f"portal-typed:{user.pk}:{path}"]
    page.context.clear_cookies()
    page.reload()
    page.locator("#id_login").fill(user.username)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"**{path}")
    with page.expect_navigation():
        page.get_by_role("button", name="Khôi phục").click()
    expect(page.locator("#id_lead")).to_have_value("Câu vừa gõ, chưa lưu được.")
    expect(page.locator("#id_title")).to_have_value("")
    news.refresh_from_db()
    assert news.title == "Tin đang sửa"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", ["dang-nhap", "quen-mat-khau"])
def test_signing_in_is_accessible(
    new_page: NewPage, server: PortalServer, width: int, path: str
) -> None:
    page = new_page(width)
    page.goto(server.url(f"/admin/tai-khoan/{path}/"))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
