"""One's own account on a phone and at a desk: the screen, its forms, and what the links of the mails open."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from portal.users.models import User
from tests.browser.axe import violations
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user
from tests.users.helpers import prove, sign_in
from tests.users.test_identity import PHONE, links
from units.models import Role

pytestmark = pytest.mark.browser
WIDTHS = (360, 1440)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ADDRESS = "kiem-sat-vien-so-cap-nong-thi-phuong-thao@vks-langson.example"


@pytest.fixture
def writer(world: World, mailoutbox: list[object]) -> User:
    """With a long name and address, signed in on a telephone as well, and a change that waits."""
    unit = world.portal.units[0]
    name = "Kiểm sát viên sơ cấp Nông Thị Phương Thảo (mẫu)"
    user = make_user(Role.CONTRIBUTOR, unit, username="phuong-thao", email=ADDRESS, full_name=name)
    telephone = Client(headers={"host": "localhost", "User-Agent": PHONE})
    sign_in(telephone, user)
    telephone.get(reverse("wagtailadmin_home"))
    telephone.post(reverse("own_mail"), {"email": f"moi-{ADDRESS}"})
    return user


def paths() -> dict[str, str]:
    return {
        "account": reverse("wagtailadmin_account"),
        "name": reverse("own_name"),
        "mail": reverse("own_mail"),
        "proof": reverse("account_reauthenticate"),
        "confirm": links("xac-nhan")[-1],
        "undo": links("huy")[-1],
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_every_screen_is_accessible_and_fits(
    width: int, writer: User, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(writer, width)
    for screen, path in paths().items():
        page.goto(server.url(path))
        assert violations(page) == [], screen
        assert page.evaluate(OVERFLOW) <= 0, screen


def test_the_password_is_asked_before_the_form_and_what_was_typed_stays(
    writer: User, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(writer, 360)
    # What the page asks by itself would write the session back.
    page.route(f"**{reverse('session_state')}", lambda route: route.abort())
    page.goto(server.url(reverse("own_name")))
    page.wait_for_load_state("networkidle")
    page.locator("#id_full_name").fill("Nông Thị Thảo")
    browser = Client()
    [cookie] = [one for one in page.context.cookies() if one["name"] == "sessionid"]
    browser.cookies["sessionid"] = cookie["value"]
    prove(browser, writer, seconds_ago=6 * 60)
    page.get_by_role("button", name="Lưu").click()
    page.locator("#id_password").fill("mot-mat-khau-du-dai")
    expect(page.get_by_text("Forgot")).to_have_count(0)
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("#id_full_name")).to_have_value("Nông Thị Thảo")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã đổi họ và tên")).to_be_visible()
    assert User.objects.get(pk=writer.pk).full_name == "Nông Thị Thảo"


def test_the_old_mailbox_takes_back_without_signing_in(
    writer: User, new_page: NewPage, server: PortalServer
) -> None:
    page = new_page(360)
    page.goto(server.url(links("huy")[-1]))
    page.get_by_role("button", name="Giữ địa chỉ cũ").click()
    expect(page.get_by_text("đã được đăng xuất ở mọi nơi")).to_be_visible()


def test_what_is_wrong_is_said_at_its_field(
    writer: User, admin_page: AdminPage, server: PortalServer
) -> None:
    """Wagtail's stylesheet hides it in forms of that look: a red frame was all there was."""
    page = admin_page(writer, 360)
    page.goto(server.url(reverse("own_mail")))
    page.locator("#id_email").fill("không phải thư")
    page.locator(".login-form button[type=submit]").click()
    expect(page.get_by_text("Địa chỉ thư không đúng")).to_be_visible()
    page.goto(server.url(reverse("account_change_password")))
    page.locator("#id_oldpassword").fill("sai")
    page.locator(".login-form button[type=submit]").click()
    expect(page.get_by_text("Mật khẩu hiện tại không đúng")).to_be_visible()
    expect(page.get_by_role("link", name="Quên mật khẩu?")).to_be_visible()
