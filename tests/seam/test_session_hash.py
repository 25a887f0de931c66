"""Django binds sessions to the password alone, by one private method under both public ones."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.test import override_settings

from portal.users.models import User
from tests.seam.upstream import sum_of


def test_djangos_method_is_the_one_that_was_replaced() -> None:
    name = "AbstractBaseUser._get_session_auth_hash"
    assert sum_of("django.contrib.auth.base_user", name) == "a80945c2bc0f"


def test_without_a_stamp_the_hash_is_djangos() -> None:
    user = User(username="can-bo", password="x")
    assert user.get_session_auth_hash() == AbstractBaseUser._get_session_auth_hash(user)


@override_settings(SECRET_KEY_FALLBACKS=["cũ"])
def test_a_stamp_ends_the_sessions_of_every_key() -> None:
    user = User(username="can-bo", password="x")
    before = user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()
    user.session_stamp = "mới"
    after = user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()
    assert len(before) == len(after) == 2
    assert not set(before) & set(after)
