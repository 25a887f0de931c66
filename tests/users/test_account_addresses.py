"""Every address about accounts and sessions, ours and those of Wagtail and allauth: whom it asks what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from portal.users import urls
from portal.users.models import User
from tests.factories import Portal, make_user
from tests.users.helpers import enrol, prove, sign_in
from units.models import Role

# What stands between an address and somebody who is not signed in, and between it and somebody who signed in
# some minutes ago: nothing, the sign-in, the password again (and the code, where there is a second factor).
NOTHING, SIGN_IN, PROOF = ("", ""), ("sign-in", ""), ("sign-in", "proof")
# Whoever is signed in leaves by it, or is where it leads.
LEAVES = ("sign-in", "sign-in")
# Asks for the proof itself.
ASKS = ("sign-in", "asks")

ANYONE, STAFF, SYSTEM = "anyone", "staff", "system administrators"

ADDRESSES = {
    # allauth
    "account_login": (ANYONE, NOTHING),
    "account_logout": (ANYONE, SIGN_IN),
    "account_inactive": (ANYONE, NOTHING),
    "account_reset_password": (ANYONE, NOTHING),
    "account_reset_password_done": (ANYONE, NOTHING),
    "account_reset_password_from_key": (ANYONE, NOTHING),
    "account_reset_password_from_key_done": (ANYONE, NOTHING),
    "account_reauthenticate": (STAFF, ASKS),
    "account_change_password": (STAFF, PROOF),
    "mfa_authenticate": (ANYONE, SIGN_IN),
    "mfa_reauthenticate": (STAFF, ASKS),
    "mfa_index": (STAFF, SIGN_IN),
    "mfa_activate_totp": (STAFF, PROOF),
    "mfa_deactivate_totp": (STAFF, PROOF),
    "mfa_view_recovery_codes": (STAFF, PROOF),
    "mfa_generate_recovery_codes": (STAFF, PROOF),
    # ours
    "session_state": (ANYONE, NOTHING),
    "own_name": (STAFF, PROOF),
    "own_mail": (STAFF, PROOF),
    "own_mail_confirm": (STAFF, SIGN_IN),
    "own_mail_undo": (ANYONE, NOTHING),
    "own_sessions_end": (STAFF, LEAVES),
    "members_reset": (STAFF, PROOF),
    "members_invite": (STAFF, PROOF),
    "members_edit": (STAFF, PROOF),
    "members_remove": (STAFF, PROOF),
    "invitation_resend": (STAFF, PROOF),
    "moderation_delegations": (STAFF, PROOF),
    "moderation_delegation_end": (STAFF, PROOF),
    # Wagtail
    "wagtailadmin_account": (STAFF, SIGN_IN),
    "wagtailadmin_login": (ANYONE, LEAVES),
    "wagtailadmin_logout": (ANYONE, LEAVES),
    "wagtailadmin_password_reset": (ANYONE, NOTHING),
    "wagtailadmin_password_reset_done": (ANYONE, NOTHING),
    "wagtailadmin_password_reset_confirm": (ANYONE, NOTHING),
    "wagtailadmin_password_reset_complete": (ANYONE, NOTHING),
    "wagtailcore_login": (ANYONE, SIGN_IN),
    # Passwords of pages and folders, not of accounts.
    "wagtailcore_authenticate_with_password": (ANYONE, NOTHING),
    "wagtaildocs_authenticate_with_password": (ANYONE, NOTHING),
    "wagtailusers_groups:add": (SYSTEM, PROOF),
    "wagtailusers_groups:edit": (SYSTEM, PROOF),
    "wagtailusers_groups:delete": (SYSTEM, PROOF),
    "wagtailusers_users:index": (SYSTEM, SIGN_IN),
    "wagtailusers_users:index_results": (SYSTEM, SIGN_IN),
    "wagtailusers_users:add": (SYSTEM, PROOF),
    "wagtailusers_users:edit": (SYSTEM, PROOF),
    "wagtailusers_users:delete": (SYSTEM, PROOF),
    "wagtailusers_users:history": (SYSTEM, SIGN_IN),
    "wagtailusers_users:history_results": (SYSTEM, SIGN_IN),
    "wagtailusers_users:usage": (SYSTEM, SIGN_IN),
}
VALUES: dict[str, dict[str, Any]] = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "set-password"},
    "wagtailadmin_password_reset_confirm": {"uidb64": "MQ", "token": "set-password"},
    "own_mail_confirm": {"token": "x"},
    "own_mail_undo": {"token": "x"},
    "members_reset": {"pk": 1},
    "members_edit": {"pk": 1},
    "members_remove": {"pk": 1},
    "invitation_resend": {"pk": 1},
    "wagtailcore_authenticate_with_password": {"page_view_restriction_id": 1, "page_id": 1},
    "wagtaildocs_authenticate_with_password": {"restriction_id": 1},
    "moderation_delegation_end": {"delegation_id": 1},
}
ONLY_POST = {
    "own_sessions_end",
    "invitation_resend",
    "moderation_delegation_end",
    "wagtailadmin_logout",
}
ROOMS = ("allauth.", "portal.users.", "wagtail.users.views.users", "wagtail.admin.views.account")


def named(patterns: Any, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    for part in patterns:
        if isinstance(part, URLResolver):
            inner = (*spaces, part.namespace) if part.namespace else spaces
            yield from named(part.url_patterns, inner)
        elif part.name:
            yield ":".join((*spaces, part.name)), part


def about_accounts() -> set[str]:
    """All that lies in the accounts' own table, and what Wagtail and allauth bring for accounts."""
    found = {name for name, _pattern in named(urls.urlpatterns)}
    for name, pattern in named(get_resolver().url_patterns):
        view = getattr(pattern.callback, "view_class", pattern.callback)
        if view.__module__.startswith(ROOMS) or name.startswith("wagtailusers_users:"):
            found.add(name)
    return found


def url_of(name: str, user: User) -> str:
    values = VALUES.get(name, {})
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        row = user if "groups" not in name else Group.objects.earliest("pk")
        return reverse(name, args=[row.pk])


def asked(client: Client, name: str, user: User) -> str:
    """What stands between this browser and the address."""
    url = url_of(name, user)
    answer = client.post(url) if name in ONLY_POST else client.get(url)
    target = answer.get("Location", "").partition("?")[0]
    return {
        reverse("account_login"): "sign-in",
        reverse("account_reauthenticate"): "password",
        reverse("mfa_reauthenticate"): "password and code",
    }.get(target, "403" if answer.status_code == 403 and "login" not in name else "")


def test_every_address_about_accounts_stands_in_the_table() -> None:
    others = {
        name for name in ADDRESSES if name.startswith(("invitation_", "members_", "moderation_"))
    }
    assert about_accounts() | others == set(ADDRESSES)


@pytest.fixture
def boss(portal: Portal) -> User:
    """A system administrator with a second factor."""
    user = make_user(username="quan-tri")
    enrol(user)
    return user


@pytest.fixture
def writer(portal: Portal) -> User:
    """Without a second factor."""
    return make_user(Role.CONTRIBUTOR, portal.units[0])


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_is_not_signed_in(name: str, boss: User) -> None:
    _who, (of_stranger, _of_staff) = ADDRESSES[name]
    assert asked(Client(), name, boss) == of_stranger


@pytest.mark.parametrize("name", [name for name, (_who, asks) in ADDRESSES.items() if asks != ASKS])
def test_whose_sign_in_was_some_minutes_ago(name: str, boss: User, writer: User) -> None:
    who, (_of_stranger, of_staff) = ADDRESSES[name]
    for user, proof in ((boss, "password and code"), (writer, "password")):
        client = Client()
        sign_in(client, user)
        prove(client, user, seconds_ago=6 * 60)
        expected = proof if of_staff == "proof" else of_staff
        if user == writer and name == "mfa_view_recovery_codes":
            expected = ""  # there are none without a second factor
        if user == writer and who == SYSTEM:
            expected = "403"
        assert asked(client, name, boss) == expected, user


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_accounts_that_were_ticked_are_changed_after_a_proof(
    action: str, boss: User, writer: User
) -> None:
    client = Client()
    sign_in(client, boss)
    address = reverse("wagtail_bulk_action", args=["users", "user", action])
    url = f"{address}?id={writer.pk}"
    prove(client, boss, seconds_ago=6 * 60)
    for answer in (client.get(url), client.post(url, {"mark_as_active": "False"})):
        target, _mark, query = answer["Location"].partition("?")
        assert target == reverse("mfa_reauthenticate")
        assert parse_qs(query)["next"] == [url]
    writer.refresh_from_db()
    assert writer.is_active
    prove(client, boss)
    assert client.get(url).status_code == 200


def test_an_action_for_what_is_no_model_is_not_found(boss: User) -> None:
    client = Client()
    sign_in(client, boss)
    address = reverse("wagtail_bulk_action", args=["users", "khong-co", "delete"])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name", [name for name, (_who, asks) in ADDRESSES.items() if asks == PROOF]
)
def test_who_has_just_signed_in_is_asked_nothing_more(name: str, boss: User) -> None:
    client = Client()
    sign_in(client, boss)
    assert asked(client, name, boss) in {"", "403"}
