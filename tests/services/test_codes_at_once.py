"""One code, one door, one refusal, by two requests at the same moment: each on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.audit import refusals
from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.users import limits, second_factor
from portal.users.forms import CodeForm
from portal.users.models import Throttle, User
from tests.factories import make_user
from tests.services.conftest import planted_portal, somebody_waits, wait_until
from tests.users.helpers import code, enrol, post_code, post_login

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
Act = Callable[[], Any]


@pytest.fixture
def user() -> User:
    assert connection.vendor == "postgresql"
    planted_portal("cao-loc")
    return make_user(username="quan-tri")


def together(where: Any, name: str, first: Act, second: Act) -> tuple[Any, Any]:
    """Let the second begin while the first stands at `where.name`, before its commit; the answers of both."""
    reached, go_on = Event(), Event()
    real = getattr(where, name)

    def slow(*args: Any, **kwargs: Any) -> Any:
        if not reached.is_set():
            reached.set()
            assert go_on.wait(20)
        return real(*args, **kwargs)

    def alone(act: Act) -> Any:
        try:
            return act()
        finally:
            connection.close()

    with mock.patch.object(where, name, slow), ThreadPoolExecutor(2) as pool:
        quicker = pool.submit(alone, first)
        assert reached.wait(20), quicker.exception()
        slower = pool.submit(alone, second)
        waited = wait_until(lambda: somebody_waits() or slower.done(), seconds=20)
        go_on.set()
        assert waited, "the second one neither waited for the first nor came to an end"
        return quicker.result(20), slower.result(20)


def row(user: User, kind: str) -> Authenticator:
    return Authenticator.objects.get(user=user, type=kind)


def test_a_code_of_the_app_signs_in_once(user: User) -> None:
    enrol(user)
    device, value = row(user, Authenticator.Type.TOTP), code()

    def send() -> bool:
        return second_factor.accept_totp(device, value)

    assert together(second_factor, "note_step", send, send) == (True, False)


def test_a_recovery_code_signs_in_once(user: User) -> None:
    value = enrol(user)[0]

    def send() -> bool:
        return CodeForm(user=user)._accepts(row(user, Authenticator.Type.RECOVERY_CODES), value)

    assert together(RecoveryCodes, "_mark_code_used", send, send) == (True, False)


def test_looking_at_the_recovery_codes_gives_no_used_one_back(user: User) -> None:
    """allauth notes in a copy of the row that they were seen."""
    value = enrol(user)[0]

    client = Client()
    post_login(client, user.username)
    post_code(client, code())

    def look() -> int:
        return client.get(reverse("mfa_view_recovery_codes")).status_code

    def send() -> bool:
        return CodeForm(user=user)._accepts(row(user, Authenticator.Type.RECOVERY_CODES), value)

    assert together(RecoveryCodes, "mark_as_viewed", look, send) == (200, True)
    kept = row(user, Authenticator.Type.RECOVERY_CODES)
    assert kept.data["viewed_at"]
    assert value not in kept.wrap().get_unused_codes()


def test_of_two_clicks_on_enrol_the_second_finds_the_device(user: User) -> None:
    client = Client()
    post_login(client, user.username)
    client.get(reverse("mfa_activate_totp"))
    value = code(secret=client.session["mfa.totp.secret"])

    def send() -> str:
        browser = Client()
        browser.cookies = client.cookies
        return browser.post(reverse("mfa_activate_totp"), {"code": value})["Location"]

    answers = together(second_factor, "note_step", send, send)
    assert answers == (reverse("mfa_view_recovery_codes"), reverse("mfa_deactivate_totp"))
    assert not second_factor.accept_totp(row(user, Authenticator.Type.TOTP), value)


def test_two_refusals_are_one_entry(user: User) -> None:
    def refuse() -> int:
        return refusals.log_refusal(FOREIGN_ID_REFUSED, user, user=user)

    assert together(refusals, "log_action", refuse, refuse) == (1, 2)
    entry = ModelLogEntry.objects.get(action=FOREIGN_ID_REFUSED)
    assert entry.data["count"] == 2


def test_two_attempts_are_both_counted(user: User) -> None:
    def attempt() -> int:
        return limits.take("thu", "x", 1, 60)

    assert sorted(together(Throttle, "save", attempt, attempt)) == [-1, 0]
