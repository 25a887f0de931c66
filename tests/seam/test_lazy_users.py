"""Wagtail's log looks through one lazy object and not through two."""

from __future__ import annotations

import pytest
from django.utils.functional import SimpleLazyObject
from wagtail.log_actions import log

from portal.seam.lazy_users import unwrapped
from portal.users.models import User


def twice(user: User) -> SimpleLazyObject:
    return SimpleLazyObject(lambda: SimpleLazyObject(lambda: user))


def test_the_object_itself_comes_out() -> None:
    user = User(username="can-bo")
    assert unwrapped(twice(user)) is user
    assert unwrapped(user) is user


@pytest.mark.django_db
def test_wagtails_log_does_not_look_through_two() -> None:
    """When this fails, the middlewares may stand around each other."""
    user = User.objects.create(username="can-bo")
    assert log(instance=twice(user), action="wagtail.edit", user=user) is None
    assert log(instance=unwrapped(twice(user)), action="wagtail.edit", user=user) is not None
