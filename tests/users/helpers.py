"""Signing in, in tests: the short way for other parts, the long way for this one."""

from __future__ import annotations

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from portal.seam.sign_in_records import means_of_sign_in, note_means
from portal.users import second_factor
from portal.users.models import User
from tests.factories import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client: Client, user: User) -> None:
    """Signed in with the second factor, whether or not the user has enrolled one."""
    client.force_login(user)
    session = client.session
    second_factor.mark_session(session, user)
    session.save()
    prove(client, user)


def prove(client: Client, user: User, seconds_ago: int = 0) -> None:
    """As if the password and a code had been given in this session, so long ago."""
    request = HttpRequest()
    request.session = client.session
    request.session.pop("account_authentication_methods", None)
    for method in ("password", "mfa"):
        note_means(request, user, method)
    for row in means_of_sign_in(request, user):
        row["at"] -= seconds_ago
    request.session.save()


def enrol(user: User) -> list[str]:
    """Give the user a second factor; return its recovery codes. Codes come from `code`."""
    TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).generate_codes()


def code(steps: int = 0, secret: str = SECRET) -> str:
    """The code of the app now, or some steps of 30 seconds away."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def wrong_code() -> str:
    near = {code(steps) for steps in range(-3, 4)}
    return next(f"{number:06}" for number in range(10) if f"{number:06}" not in near)


def post_login(client: Client, login: str, password: str = PASSWORD, **extra: str) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": login, "password": password}, **extra)


def post_code(client: Client, value: str) -> HttpResponse:
    return client.post(reverse("mfa_authenticate"), {"code": value})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
