"""allauth keeps in the session by which means somebody signed in."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from portal.seam.sign_in_records import means_of_sign_in, note_means
from portal.users.models import User


@pytest.mark.django_db
def test_what_is_noted_is_found_again() -> None:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.user = user = User.objects.create(username="can-bo")
    assert means_of_sign_in(request, user) == []
    note_means(request, user, "mfa", type="totp")
    [row] = means_of_sign_in(request, user)
    assert row["method"] == "mfa"
    assert abs(row["at"] - time.time()) < 60
