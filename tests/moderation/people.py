"""People and items for the tests of the reviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from home.news.models import NewsIndexPage, NewsPage, Topic
from portal.users.models import User
from tests.factories import make_user, news_index
from tests.users.helpers import prove
from units.models import Unit
from units.moderation.decisions import decide
from units.moderation.models import ReturnReason
from units.publication.direct import allow_direct_publication
from units.rights.roles import Role


@dataclass
class Staff:
    """Cao Lộc: two contributors, two leaders. Bắc Sơn: one of each. The board: two."""

    author: User
    colleague: User
    leader: User
    deputy: User
    other_author: User
    other_leader: User
    board: User
    board_two: User


def make_staff(unit: Unit, other: Unit) -> Staff:
    def person(name: str, role: Role, unit: Unit | None = None) -> User:
        return make_user(role, unit, username=name, full_name=f"{name} (mẫu)")

    return Staff(
        author=person("tac-gia", Role.CONTRIBUTOR, unit),
        colleague=person("dong-nghiep", Role.CONTRIBUTOR, unit),
        leader=person("lanh-dao", Role.LEADER, unit),
        deputy=person("lanh-dao-hai", Role.LEADER, unit),
        other_author=person("tac-gia-khac", Role.CONTRIBUTOR, other),
        other_leader=person("lanh-dao-khac", Role.LEADER, other),
        board=person("bien-tap", Role.BOARD),
        board_two=person("bien-tap-hai", Role.BOARD),
    )


_TEXT = "Kiểm sát viên đã kiểm sát việc giải quyết vụ án theo đúng quy định."
_number = 0


def draft(unit: Unit, author: User, title: str = "", **values: Any) -> NewsPage:
    """A news item as its author leaves it: saved, not submitted."""
    global _number
    _number += 1
    topic, _made = Topic.objects.get_or_create(name="Án hình sự", slug="an-hinh-su-mau")
    page = NewsPage(
        title=title or f"Bài nháp {_number}",
        slug=f"bai-nhap-{_number}",
        lead=_TEXT,
        live=False,
        owner=author,
        **values,
    )
    page.topics = [topic]
    news_index(unit).add_child(instance=page)
    page.save_revision(user=author)
    return page


def submit(page: Page, user: User) -> Page:
    page = fresh(page)
    state = page.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        page.get_workflow().start(page, user)
    return fresh(page)


def fresh(page: Page) -> Any:
    return Page.objects.get(pk=page.pk).specific


def current(page: Page) -> TaskState:
    state = fresh(page).current_workflow_task_state
    assert state is not None, "the page is not under review"
    return state


def approve(page: Page, user: User) -> Any:
    decide(current(page).pk, user, "approve")
    return fresh(page)


def send_back(page: Page, user: User, text: str = "Bỏ tên bị hại") -> Any:
    reason = ReturnReason.objects.get(code="du-lieu-ca-nhan")
    decide(current(page).pk, user, "reject", reason=reason, comment=text)
    return fresh(page)


def edit(page: Page, user: User, **values: Any) -> Any:
    """A new version, as the editor saves it."""
    page = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=user, log_action=True)
    return fresh(page)


def through(unit: Unit, author: User, leader: User, board: User, **values: Any) -> Any:
    """An item that passed both steps."""
    page = submit(draft(unit, author, **values), author)
    approve(page, leader)
    return approve(page, board)


def published_directly(unit: Unit, author: User, title: str = "Bài cũ") -> Any:
    page = draft(unit, author, title)
    with allow_direct_publication("Dữ liệu cũ"):
        page.get_latest_revision().publish()
    return fresh(page)


def form_of(page: Page, **actions: str) -> dict[str, str]:
    """What the editor posts for a news item, with the button pressed."""
    page = fresh(page).get_latest_revision_as_object()
    topic = Topic.objects.get(slug="an-hinh-su-mau")
    return {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "body-count": "0",
        "topics": str(topic.pk),
        "author_name": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **actions,
    }


def signed_in(user: User) -> Client:
    client = Client(headers={"host": "localhost"}, raise_request_exception=True)
    client.force_login(user)
    prove(client, user)
    return client


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def index_of(unit: Unit) -> NewsIndexPage:
    return news_index(unit)


def said(response: Any) -> str:
    """Every message that the next page shows."""
    from django.contrib.messages import get_messages

    return " ".join(str(message) for message in get_messages(response.wsgi_request))
