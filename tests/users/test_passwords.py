"""Rules of passwords, and the way to a new one by mail."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.users.client import client_address
from portal.users.models import User
from tests.factories import PASSWORD, Portal, make_user
from tests.users.helpers import enrol, is_signed_in, post_login, sign_in
from units.models import Role

NEW = "tre xanh dau lang"


@pytest.fixture
def writer(portal: Portal) -> User:
    return make_user(Role.CONTRIBUTOR, portal.units[0], username="cong-tac-vien")


@pytest.mark.parametrize(
    ("password", "enrolled", "fine"),
    [
        ("tre-xanh8", False, False),
        ("tre-xanh8", True, True),
        ("tre-xan", True, False),
        ("tre xanh dau la", False, True),
        ("matkhau123", True, False),
        ("Mật khẩu 2026", True, False),
        ("VKSND@2026", True, False),
        ("langson123456789", False, False),
        ("12345678901234567", False, False),
        ("aaaaaaaaaaaaaaaaa", False, False),
        ("password123456", False, False),
        ("cong-tac-vien-1", False, False),
    ],
)
def test_password_rules(writer: User, password: str, enrolled: bool, fine: bool) -> None:
    if enrolled:
        enrol(writer)
    if fine:
        validate_password(password, writer)
    else:
        with pytest.raises(ValidationError) as error:
            validate_password(password, writer)
        assert re.search("[ậẩạ]", " ".join(error.value.messages))


def ask(client: Client, email: str, **extra: str) -> Any:
    return client.post(reverse("account_reset_password"), {"email": email}, **extra)


def test_one_line_of_ipv6_asks_no_more_often_than_one_address(
    client: Client, writer: User, settings: Any
) -> None:
    """It has millions of addresses, another one for each attempt if somebody wants to."""
    settings.PASSWORD_RESET_LIMITS = (99, 3)
    for number in range(6):
        ask(client, writer.email, REMOTE_ADDR=f"2001:db8::{number}")
    assert len(mail.outbox) == 3


def link_in(message: Any) -> str:
    return re.search(r"http\S+", message.body).group()


def test_a_new_password_by_mail_still_needs_the_second_factor(client: Client, writer: User) -> None:
    enrol(writer)
    ask(client, writer.email.upper())
    path = link_in(mail.outbox[0]).partition("localhost:8000")[2]
    form = client.get(path, follow=True)
    done = client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    assert done["Location"] == reverse("account_reset_password_from_key_done")
    assert not is_signed_in(client)
    assert post_login(client, writer.username, NEW)["Location"] == reverse("mfa_authenticate")
    assert "không còn dùng được" in Client().get(path).content.decode()


def test_the_link_leads_to_our_host_whatever_the_request_says(
    client: Client, writer: User, settings: Any
) -> None:
    settings.EXTRA_HOSTS = [*settings.EXTRA_HOSTS, "evil.example"]
    ask(client, writer.email, HTTP_HOST="evil.example", HTTP_X_FORWARDED_HOST="evil.example")
    ask(client, writer.email, HTTP_X_FORWARDED_HOST="evil.example")
    for message in mail.outbox:
        assert link_in(message).startswith(settings.WAGTAILADMIN_BASE_URL)
        assert "evil" not in message.body


def test_existing_and_missing_addresses_get_the_same_answer(client: Client, writer: User) -> None:
    ask(client, "lam-nong@vks.example")
    answers = []
    for email in (writer.email, "khong-co-ai@vks.example"):
        with CaptureQueriesContext(connection) as queries:
            response = ask(client, email)
        answers.append((response.status_code, response["Location"], len(queries)))
    assert answers[0] == answers[1]
    assert len(mail.outbox) == 1


def test_disabled_accounts_get_no_link_and_old_links_stop(client: Client, writer: User) -> None:
    ask(client, writer.email)
    path = link_in(mail.outbox[0]).partition("localhost:8000")[2]
    User.objects.filter(pk=writer.pk).update(is_active=False)
    ask(client, writer.email)
    assert len(mail.outbox) == 1
    assert "không còn dùng được" in client.get(path).content.decode()


def test_nobody_can_flood_a_mailbox(client: Client, writer: User) -> None:
    for _attempt in range(8):
        assert ask(client, writer.email).status_code == 302
    assert len(mail.outbox) == 5


def test_changing_asks_for_the_old_one_and_ends_other_sessions(
    client: Client, writer: User
) -> None:
    elsewhere = Client()
    for browser in (client, elsewhere):
        sign_in(browser, writer)
    address = reverse("account_change_password")
    wrong = {"oldpassword": "sai", "password1": NEW, "password2": NEW}
    assert "hiện tại không đúng" in client.post(address, wrong).content.decode()
    client.post(address, {**wrong, "oldpassword": PASSWORD})
    writer.refresh_from_db()
    assert writer.check_password(NEW)
    assert client.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("count", "forwarded", "expected"),
    [
        (0, "203.0.113.7", "10.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
        (1, "nonsense", "10.0.0.1"),
        (1, "2001:DB8::1", "2001:db8::1"),
    ],
)
def test_only_our_proxies_are_believed(
    rf: Any, settings: Any, count: int, forwarded: str, expected: str
) -> None:
    settings.TRUSTED_PROXY_COUNT = count
    request = rf.get("/", HTTP_X_FORWARDED_FOR=forwarded, REMOTE_ADDR="10.0.0.1")
    assert client_address(request) == expected
