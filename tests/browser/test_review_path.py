"""An item's whole way to the public: four people, four browsers, second factor, mails; once returned."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from home.news.models import NewsPage
from portal.users.models import User
from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import PASSWORD, make_user, news_index
from tests.users.helpers import code, enrol
from units.models import Role
from units.moderation.models import LedgerEntry

pytestmark = pytest.mark.browser

TITLE = "Phiên tòa giả định tại bản Nà Mẫu"
NUMBER = "0987 654 321"
FIRST_LEAD = f"Người dân muốn biết thêm thì gọi anh Mẫu, số {NUMBER}."
SECOND_LEAD = "Hơn hai trăm người dân dự phiên tòa giả định về phòng, chống ma túy."
WHAT_TO_MEND = "Bỏ số điện thoại riêng trong lời dẫn."
REASON = "Lộ dữ liệu cá nhân"


@dataclass
class Person:
    """Somebody at a browser of his own, who reads his mail there."""

    user: User
    page: Page
    server: PortalServer

    def sign_in(self) -> None:
        enrol(self.user)
        self.page.goto(self.server.url("/admin/"))
        self.page.locator("#id_login").fill(self.user.email)
        self.page.locator("#id_password").fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.locator("#id_code").fill(code())
        self.page.locator("form:has(#id_code) button[type=submit]").first.click()
        self.page.wait_for_url("**/admin/")

    def subjects(self) -> list[str]:
        return [str(sent.subject) for sent in mail.outbox if sent.to == [self.user.email]]

    def open_mail(self, subject: str) -> str:
        """Follow the link of the newest mail with this subject; gives its text."""
        sent = [m for m in mail.outbox if m.to == [self.user.email] and m.subject == subject]
        assert sent, f"{self.user} has no mail {subject!r} but {self.subjects()}"
        text = str(sent[-1].body)
        html = str(sent[-1].alternatives[0].content)
        (link,) = set(re.findall(r"https?://\S+", text))
        assert f'href="{link}"' in html
        self.page.goto(self.server.url(urlsplit(link).path))
        return text

    def goto(self, path: str) -> None:
        self.page.goto(self.server.url(path))

    def decide(self, action: str) -> None:
        """Two clicks: the choice, and the confirmation that opens below it."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=f"Xác nhận {action}").click()

    def open_choice(self, action: str) -> None:
        self.page.locator("details.review-action > summary", has_text=action).first.click()


def submit_in_editor(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("[name=action-submit]").click()


def write(author: Person, world: World) -> NewsPage:
    """Typed, stopped by a warning, the warning confirmed, and so submitted."""
    page, index = author.page, news_index(world.bac_son)
    author.goto(f"/admin/pages/add/news/newspage/{index.pk}/")
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_lead").fill(FIRST_LEAD)
    page.get_by_label(world.topic.name).check()
    submit_in_editor(page)
    expect(page.locator(".checklist__excerpt")).to_have_text(NUMBER)
    assert violations(page) == []
    page.get_by_label("Tôi đã xem lại các điểm trên").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Gửi duyệt").click()
    return NewsPage.objects.get(title=TITLE)


def mend(author: Person, item: NewsPage) -> None:
    page = author.page
    author.goto("/admin/")
    returned = page.locator("section", has=page.get_by_role("heading", name="Bài của tôi"))
    expect(returned.get_by_text(WHAT_TO_MEND)).to_be_visible()
    text = author.open_mail(f"Bị trả lại: {TITLE}")
    assert REASON in text
    assert WHAT_TO_MEND in text
    page.locator("#id_lead").fill(SECOND_LEAD)
    submit_in_editor(page)
    item = NewsPage.objects.get(pk=item.pk)
    assert item.get_latest_revision_as_object().lead == SECOND_LEAD


def decisions(item: NewsPage) -> list[tuple[str, str]]:
    return list(LedgerEntry.objects.of_page(item.pk).values_list("decision", "actor_name"))


@pytest.fixture
def people(
    new_page: NewPage, server: PortalServer, world: World, settings: Any
) -> Callable[..., Person]:
    settings.SECOND_FACTOR_REQUIRED = True

    def make(name: str, role: Role | None = None, width: int = 360, height: int = 740) -> Person:
        unit = None if role in (Role.BOARD, None) else world.bac_son
        user = make_user(role, unit, username=name, email=f"{name}@vks.example", full_name=name)
        return Person(user, new_page(width, height), server)

    return make


def test_from_a_draft_to_the_public_with_a_return_on_the_way(
    people: Callable[..., Person], new_page: NewPage, server: PortalServer, world: World
) -> None:
    author = people("nong-thi-tac-gia", Role.CONTRIBUTOR)
    leader = people("hoang-van-lanh-dao", Role.LEADER)
    board = people("be-thi-bien-tap", Role.BOARD, 1440, 900)
    reader = new_page(360, 740)
    for person in (author, leader, board):
        person.sign_in()

    item = write(author, world)
    address = server.url(f"/don-vi/bac-son/tin-tuc/{item.slug}/")
    answer = reader.goto(address)
    assert answer is not None
    assert answer.status == 404

    leader.open_mail(f"Chờ duyệt: {TITLE}")
    assert violations(leader.page) == []
    leader.open_choice("Duyệt")
    leader.decide("duyệt")
    board.open_mail(f"Chờ duyệt: {TITLE}")
    board.open_choice("Trả lại")
    board.page.get_by_label("Lý do trả lại").select_option(label=REASON)
    board.page.get_by_label("Điều cần sửa").fill(WHAT_TO_MEND)
    board.decide("trả lại")
    assert f"Bị trả lại: {TITLE}" in leader.subjects()

    mend(author, item)
    assert board.subjects().count(f"Chờ duyệt: {TITLE}") == 1
    assert leader.subjects().count(f"Chờ duyệt: {TITLE}") == 2
    # The contributor sees that the item is locked, and who has it.
    author.goto(f"/admin/pages/{item.pk}/edit/")
    expect(author.page.get_by_text("Bài đang khóa để duyệt")).to_be_visible()
    expect(author.page.get_by_text(leader.user.full_name).first).to_be_visible()

    # From the queue this time, as the leader would on the telephone.
    leader.goto("/admin/duyet/")
    leader.open_choice("Duyệt")
    leader.decide("duyệt")
    board.open_mail(f"Chờ duyệt: {TITLE}")
    board.page.get_by_role("link", name="Xem trên điện thoại").click()
    frame = board.page.frame_locator(".review-frame iframe")
    expect(frame.get_by_text(SECOND_LEAD)).to_be_visible()
    assert reader.goto(address).status == 404  # type: ignore[union-attr]
    board.page.get_by_role("link", name="Duyệt, trả lại và lịch sử").click()
    board.open_choice("Duyệt")
    board.decide("duyệt")

    reader.goto(server.url("/don-vi/bac-son/tin-tuc/"))
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.get_by_text(SECOND_LEAD)).to_be_visible()
    expect(reader.get_by_text(NUMBER)).to_have_count(0)
    assert f"Đã duyệt: {TITLE}" in author.subjects()
    names = (author.user.full_name, leader.user.full_name, board.user.full_name)
    assert decisions(item) == [
        ("submitted", names[0]),
        ("unit_approved", names[1]),
        ("returned", names[2]),
        ("submitted", names[0]),
        ("unit_approved", names[1]),
        ("board_approved", names[2]),
        ("published", names[2]),
    ]
