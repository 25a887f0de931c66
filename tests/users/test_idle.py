"""Sessions left idle end on the server; what counts as somebody being there."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from portal.users import idle
from portal.users.models import User
from tests.factories import Portal, make_user
from tests.users.helpers import is_signed_in, sign_in
from units.models import Role

STATE = "/admin/tai-khoan/phien/"


@pytest.fixture(autouse=True)
def _sessions_wait_for_no_clock() -> None:
    """Here they do: the interval is what these tests are about."""


@pytest.fixture
def writer(client: Client, portal: Portal) -> User:
    user = make_user(Role.CONTRIBUTOR, portal.units[0])
    sign_in(client, user)
    return user


def age(client: Client, seconds: float) -> None:
    """As if the last activity had been so long ago."""
    session = client.session
    session[idle.ACTIVE_KEY] = time.time() - seconds
    session.save()


def active_since(client: Client) -> float:
    return time.time() - client.session[idle.ACTIVE_KEY]


@pytest.mark.parametrize(
    ("role", "minutes"),
    [(Role.CONTRIBUTOR, 15), (Role.LEADER, 15), (Role.UNIT_ADMIN, 5), (None, 5)],
)
def test_administrators_have_less_time(portal: Portal, role: Role | None, minutes: int) -> None:
    assert idle.limit_for(make_user(role, portal.units[0])) == minutes * 60


def test_an_idle_session_ends(client: Client, writer: User) -> None:
    age(client, 14 * 60)
    assert client.get("/admin/").status_code == 200
    age(client, 15 * 60 + 1)
    response = client.get("/admin/pages/")
    assert response["Location"] == f"{reverse('account_login')}?next=%2Fadmin%2Fpages%2F"
    assert not is_signed_in(client)
    assert "kết thúc vì không có thao tác" in client.get(response["Location"]).content.decode()


def test_a_session_in_use_ends_after_a_day_at_the_office(client: Client, writer: User) -> None:
    session = client.session
    session[idle.BEGAN_KEY] = time.time() - idle.LONGEST + 60
    session.save()
    assert client.get("/admin/").status_code == 200
    assert client.get(reverse("session_state")).json()["remaining"] <= 60
    session[idle.BEGAN_KEY] -= 61
    session.save()
    assert client.get("/admin/")["Location"].startswith(reverse("account_login"))
    sign_in(client, writer)
    assert client.session[idle.BEGAN_KEY] > time.time() - 60


def test_a_session_from_before_counts_from_its_next_use(client: Client, writer: User) -> None:
    session = client.session
    del session[idle.BEGAN_KEY]
    session[idle.ACTIVE_KEY] -= 60
    session.save()
    assert client.get("/admin/").status_code == 200
    client.post(reverse("session_state"))
    assert client.session[idle.BEGAN_KEY] > time.time() - 60


def test_scripts_get_a_plain_answer_and_posts_change_nothing(client: Client, writer: User) -> None:
    age(client, 3600)
    response = client.post("/admin/account/", {}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.status_code == 401
    assert response.json()["error_code"] == "session_expired"
    assert not is_signed_in(client)


def test_public_pages_know_it_too(client: Client, writer: User, rf: Any) -> None:
    """Whoever asks for the user of an expired session gets nobody, on every address."""
    age(client, 3600)
    assert client.get("/").status_code == 200
    client.get("/admin/")
    assert not is_signed_in(client)


def test_public_pages_do_not_touch_the_session(client: Client, writer: User) -> None:
    assert "Cookie" not in client.get("/").headers.get("Vary", "")


@pytest.mark.parametrize(
    "path",
    [
        "/admin/editing-sessions/release/1/",
        "/admin/pages/3/edit/preview/",
        "/admin/dismissibles/",
        "/admin/block-preview/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_an_open_editor_asks_is_no_activity(
    client: Client, writer: User, path: str, method: str
) -> None:
    age(client, 300)
    getattr(client, method)(path)
    assert active_since(client) > 290


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Requested-With": "XMLHttpRequest"},
        {"Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Dest": "iframe"},
    ],
)
def test_reading_by_scripts_and_frames_is_no_activity(
    client: Client, writer: User, headers: dict[str, str]
) -> None:
    age(client, 300)
    client.get("/admin/", headers=headers)
    assert active_since(client) > 290


def test_opening_a_page_and_saving_are(client: Client, writer: User) -> None:
    age(client, 300)
    client.get("/admin/", headers={"Sec-Fetch-Dest": "document"})
    assert active_since(client) < 10
    age(client, 300)
    client.post("/admin/account/", {})
    assert active_since(client) < 10


def test_the_state_tells_without_keeping_and_keeps_when_told(client: Client, writer: User) -> None:
    age(client, 300)
    told = client.get(STATE).json()
    assert 595 <= told["remaining"] <= 600
    assert active_since(client) > 290
    assert client.post(STATE).json()["remaining"] == 900
    age(client, 901)
    assert client.post(STATE).json() == {"expired": True}
    assert not is_signed_in(client)


def test_a_new_role_shortens_the_time(client: Client, writer: User, portal: Portal) -> None:
    from units.people.memberships import grant

    grant(writer, portal.units[1], Role.UNIT_ADMIN)
    assert client.post(STATE).json()["limit"] == 300
