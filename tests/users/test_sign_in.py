"""Signing in: names, next address, session, lock, and answers that tell nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.users.models import User
from tests.factories import PASSWORD, Portal, make_user
from tests.users.helpers import code, enrol, is_signed_in, post_code, post_login
from units.models import Role

WRONG = "khong-phai-mat-khau-nay"


@pytest.fixture
def writer(portal: Portal) -> User:
    """A contributor, who may sign in with a password alone."""
    return make_user(Role.CONTRIBUTOR, portal.units[0], username="cong-tac-vien")


@pytest.fixture
def leader(portal: Portal) -> User:
    return make_user(Role.LEADER, portal.units[0], username="lanh-dao")


@pytest.mark.parametrize("login", ["cong-tac-vien", "CONG-TAC-VIEN ", "cong-tac-vien@vks.example"])
def test_signs_in_by_name_or_mail(client: Client, writer: User, login: str) -> None:
    response = post_login(client, login)
    assert response["Location"] == reverse("wagtailadmin_home")
    assert is_signed_in(client)


def test_the_administration_leads_to_our_sign_in(client: Client, portal: Portal) -> None:
    response = client.get("/admin/pages/")
    assert response["Location"] == f"{reverse('account_login')}?next=/admin/pages/"


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/"])
def test_wagtails_own_screens_cannot_be_posted_to(client: Client, writer: User, path: str) -> None:
    assert client.get(path).status_code == 302
    response = client.post(path, {"username": writer.username, "password": PASSWORD})
    assert response.status_code == 405
    assert not is_signed_in(client)


def test_wagtails_account_page_changes_no_password(client: Client, writer: User) -> None:
    client.force_login(writer)
    client.post(
        "/admin/account/",
        {
            "name_email-first_name": "a",
            "name_email-last_name": "b",
            "name_email-email": writer.email,
            "password-old_password": PASSWORD,
            "password-new_password1": "mot-cau-khac-that-dai",
            "password-new_password2": "mot-cau-khac-that-dai",
        },
    )
    writer.refresh_from_db()
    assert writer.check_password(PASSWORD)


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_next_leads_nowhere_else(client: Client, writer: User, target: str, settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://evil.example"]
    response = client.post(
        reverse("account_login"),
        {"login": writer.username, "password": PASSWORD, "next": target},
    )
    assert response["Location"] == reverse("wagtailadmin_home")


def test_next_of_this_host_is_followed(client: Client, writer: User) -> None:
    response = client.post(
        reverse("account_login"),
        {"login": writer.username, "password": PASSWORD, "next": "/admin/pages/"},
    )
    assert response["Location"] == "/admin/pages/"


def test_the_session_gets_a_new_key(client: Client, leader: User) -> None:
    enrol(leader)
    client.get(reverse("account_login"))
    post_login(client, leader.username)
    before = client.session.session_key
    post_code(client, code())
    assert is_signed_in(client)
    assert client.session.session_key != before


def test_forms_need_their_token(writer: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    for name in ("account_login", "account_reset_password", "session_state"):
        assert strict.post(reverse(name), {"login": "a", "email": "a@b.example"}).status_code == 403


def test_five_failures_lock_name_and_address(client: Client, writer: User) -> None:
    for _attempt in range(4):
        assert post_login(client, writer.username, WRONG).status_code == 200
    assert post_login(client, writer.email, WRONG).status_code == 429
    locked = post_login(client, writer.username)
    assert locked.status_code == 429
    assert "tạm dừng 15 phút" in locked.content.decode()
    assert not is_signed_in(client)
    post_login(client, writer.username, REMOTE_ADDR="10.0.0.9")
    assert is_signed_in(client)


def test_a_lock_ends_by_itself(client: Client, writer: User, settings: Any) -> None:
    from axes.models import AccessAttempt

    for _attempt in range(5):
        post_login(client, writer.username, WRONG)
    long_ago = AccessAttempt.objects.get().attempt_time - settings.AXES_COOLOFF_TIME
    AccessAttempt.objects.update(attempt_time=long_ago)
    post_login(client, writer.username)
    assert is_signed_in(client)


def test_another_proxy_header_does_not_escape_the_lock(
    client: Client, writer: User, settings: Any
) -> None:
    settings.TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        claimed = {"HTTP_X_FORWARDED_FOR": f"10.9.8.{number}, 203.0.113.7"}
        response = post_login(client, writer.username, WRONG, **claimed)
    assert response.status_code == 429


def _answer(client: Client, login: str) -> tuple[int, str]:
    response = post_login(client, login, WRONG)
    text = response.content.decode().replace(login, "…")
    return response.status_code, re.sub(r"[A-Za-z0-9]{64}", "", text)


def test_missing_and_existing_accounts_get_the_same_answers(portal: Portal, writer: User) -> None:
    off = make_user(Role.CONTRIBUTOR, portal.units[0], username="da-tam-ngung")
    off.is_active = False
    off.save()
    for attempt in range(6):
        answers = {
            _answer(Client(REMOTE_ADDR=f"10.0.1.{number}"), login)
            for number, login in enumerate([writer.username, off.username, "khong-co-ai-ca"])
        }
        assert len(answers) == 1, f"attempt {attempt + 1}"


def test_the_right_password_of_a_disabled_account_tells_nothing(
    client: Client, writer: User
) -> None:
    User.objects.filter(pk=writer.pk).update(is_active=False)
    right = post_login(client, writer.username)
    wrong = post_login(client, writer.username, WRONG)
    assert right.status_code == wrong.status_code == 200
    assert not is_signed_in(client)


def _work(monkeypatch: pytest.MonkeyPatch, act: Any) -> tuple[int, int]:
    """How many queries and password hashes something takes."""
    hashes: list[int] = []
    hasher = type(hashers.get_hasher())
    original = hasher.encode

    def counted(self: Any, *args: Any, **kwargs: Any) -> str:
        hashes.append(1)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(hasher, "encode", counted)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        act()
    monkeypatch.setattr(hasher, "encode", original)
    return len(queries), len(hashes)


@pytest.mark.parametrize("by", ["username", "email"])
def test_signing_in_does_the_same_work_for_missing_accounts(
    monkeypatch: pytest.MonkeyPatch, writer: User, by: str
) -> None:
    missing = {"username": "khong-co-ai-ca", "email": "khong-co-ai@vks.example"}[by]
    post_login(Client(REMOTE_ADDR="10.0.2.9"), "lam-nong", WRONG)
    work = [
        _work(
            monkeypatch,
            lambda name=name, number=number: post_login(
                Client(REMOTE_ADDR=f"10.0.2.{number}"), name, WRONG
            ),
        )
        for number, name in enumerate([getattr(writer, by), missing])
    ]
    assert work[0] == work[1]
    assert work[0][1] == 1


def test_there_is_no_sign_up(client: Client, portal: Portal) -> None:
    for path in ("signup/", "dang-ky/", "tai-khoan/signup/", "tai-khoan/email/"):
        assert client.get(f"/admin/{path}").status_code in {302, 404}
    assert "signup" not in client.get(reverse("account_login")).content.decode()
