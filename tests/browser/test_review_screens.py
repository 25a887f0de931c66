"""Screens of a review at the width of a phone and of a desk: history of an item, comparison, preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import reverse

from tests.browser.axe import violations
from tests.browser.conftest import AdminPage
from tests.browser.server import PortalServer
from tests.browser.world import LONG_WORD, World
from tests.moderation.people import Staff, draft, edit, make_staff, send_back, submit
from units.moderation.ledger import record_decision
from units.moderation.models import Decision
from units.publication.direct import review_required

pytestmark = pytest.mark.browser
WIDTHS = (360, 1440)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Review:
    staff: Staff
    item: Any
    earlier: int

    def address(self, screen: str) -> str:
        if screen == "comparison":
            ids = [self.item.pk, self.earlier, self.item.latest_revision_id]
            return reverse("wagtailadmin_pages:revisions_compare", args=ids)
        if screen == "preview at a desk":
            return self.address("preview") + "?rong=may-tinh"
        return reverse(f"moderation_{screen}", args=[self.item.pk])


@pytest.fixture
def review(world: World) -> Review:
    """Submitted, returned, changed and submitted again; with a word that is wider than a phone."""
    units = {unit.slug: unit for unit in world.portal.units}
    with review_required():
        staff = make_staff(units["cao-loc"], units["bac-son"])
        body = [("heading", {"text": "Đề mục", "level": "2"}), ("paragraph", "<p>Đoạn cũ</p>")]
        page = draft(units["cao-loc"], staff.author, f"Kiểm sát {LONG_WORD}", body=body)
        earlier = page.latest_revision_id
        page = submit(page, staff.author)
        page = send_back(page, staff.leader, f"Bỏ {LONG_WORD}\nvà số điện thoại")
        body = [("paragraph", f"<p>Đoạn mới {LONG_WORD}</p>")]
        page = edit(
            page,
            staff.author,
            title="Kiểm sát giam giữ",
            body=body,
            lead_image=world.image,
            lead_image_caption="Đại biểu dự hội nghị",
        )
        return Review(staff, submit(page, staff.author), earlier)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("screen", ["item", "comparison", "preview", "preview at a desk"])
def test_screen_is_accessible_and_fits(
    screen: str, width: int, review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(review.staff.leader, width)
    page.goto(server.url(review.address(screen)))

    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


SCREENS = [
    ("author", "wagtailadmin_home"),
    *(
        ("leader", name)
        for name in (
            "wagtailadmin_home",
            "moderation_queue",
            "moderation_ledger",
            "moderation_delegations",
        )
    ),
    *(("board", name) for name in ("wagtailadmin_home", "moderation_queue", "moderation_ledger")),
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("who", "name"), SCREENS)
def test_desk_of_each_role_is_accessible_and_fits(
    who: str, name: str, width: int, review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    """With an item that waits and was returned before, under a title wider than a phone."""
    page = admin_page(getattr(review.staff, who), width)
    page.goto(server.url(reverse(name)))

    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("decision", ["Duyệt", "Trả lại"])
def test_deciding_is_accessible_and_fits(
    decision: str, width: int, review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(review.staff.leader, width)
    page.goto(server.url(review.address("item")))
    page.locator(".review-action > summary", has_text=decision).first.click()
    assert page.locator(".review-action[open] [type=submit]").first.is_visible()

    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_preview_for_a_phone_is_as_wide_as_the_phone(
    review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(review.staff.leader, 360)
    page.goto(server.url(review.address("preview")))
    frame, around = page.locator(".review-frame iframe"), page.locator(".review-frame")
    assert frame.bounding_box()["width"] <= around.bounding_box()["width"]


def test_exceptions_are_cards_on_a_phone(
    review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    """A refused publication among them, with a word that is wider than a phone."""
    record_decision(
        Decision.REFUSED, review.item, unit=None, actor=review.staff.author, text=f"Vì {LONG_WORD}"
    )
    page = admin_page(review.staff.board, 360)
    page.goto(server.url(reverse("moderation_exceptions") + "?loai=refused"))

    assert violations(page) == []
    cell = page.locator("td[data-label]").first
    assert cell.evaluate("node => getComputedStyle(node).display") == "block"


def test_comparison_is_read_without_colours(
    review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    page = admin_page(review.staff.leader, 360)
    page.goto(server.url(review.address("comparison")))
    added, gone = page.locator(".comparison-table ins").first, page.locator("td del").first

    sign = "node => getComputedStyle(node, '::before').content[1]"
    line = "node => getComputedStyle(node).textDecorationLine"
    assert (added.evaluate(sign), added.evaluate(line)) == ("+", "underline")
    assert (gone.evaluate(sign), gone.evaluate(line)) == ("−", "line-through")
    assert "thêm:" in added.inner_text()
    assert "bỏ:" in gone.inner_text()


def test_field_of_a_long_name_stays_on_a_phone(
    review: Review, admin_page: AdminPage, server: PortalServer
) -> None:
    """The administration hides what sticks out, so the page itself does not grow."""
    colleague = review.staff.colleague
    colleague.full_name = "Kiểm sát viên sơ cấp Nông Thị Phương Thảo của Phòng nghiệp vụ (mẫu)"
    colleague.save()
    page = admin_page(review.staff.leader, 360)
    page.goto(server.url(reverse("moderation_delegations")))

    edges = "nodes => nodes.map(node => node.getBoundingClientRect().right)"
    assert max(page.locator("main :is(select, input, button):visible").evaluate_all(edges)) <= 360
