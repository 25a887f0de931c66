"""Accounts nobody uses: a notice, a week, then off; and on again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.users import services
from portal.users.models import User
from tests.factories import Portal, make_user
from units.models import Role


def unused(user: User, days: int) -> User:
    moment = timezone.now() - timedelta(days=days)
    User.objects.filter(pk=user.pk).update(last_login=moment, date_joined=moment)
    user.refresh_from_db()
    return user


def later(days: int) -> tuple[int, int]:
    return services.disable_unused_accounts(timezone.now() + timedelta(days=days))


@pytest.fixture
def writer(portal: Portal) -> User:
    make_user(username="con-dung")
    return make_user(Role.CONTRIBUTOR, portal.units[0])


def test_a_week_before_there_is_one_notice(writer: User) -> None:
    unused(writer, 37)
    assert later(0) == (0, 0)
    assert later(1) == (1, 0)
    assert later(2) == (0, 0)
    assert [message.to for message in mail.outbox] == [[writer.email]]


def test_after_45_days_the_account_is_off_and_says_so(writer: User) -> None:
    unused(writer, 38)
    later(0)
    assert later(6) == (0, 0)
    assert later(7) == (0, 1)
    writer.refresh_from_db()
    assert not writer.is_active
    assert "tạm ngừng" in mail.outbox[-1].subject


def test_without_a_notice_nobody_is_switched_off(writer: User) -> None:
    unused(writer, 200)
    assert later(0) == (1, 0)
    assert later(6) == (0, 0)
    assert later(7) == (0, 1)


def test_signing_in_after_the_notice_starts_anew(writer: User) -> None:
    unused(writer, 40)
    later(0)
    User.objects.filter(pk=writer.pk).update(last_login=timezone.now())
    assert later(10) == (0, 0)


def test_the_last_system_administrator_gets_mail_instead(portal: Portal) -> None:
    one, two = (unused(make_user(), 60) for _number in range(2))
    later(0)
    later(7)
    states = [User.objects.get(pk=user.pk).is_active for user in (one, two)]
    assert sorted(states) == [False, True]
    assert any("duy nhất" in message.subject for message in mail.outbox)


def test_switched_on_again_it_is_not_switched_off_the_next_night(
    portal: Portal, writer: User
) -> None:
    unused(writer, 60)
    later(0)
    later(7)
    admin = make_user(Role.UNIT_ADMIN, portal.units[0])
    writer.refresh_from_db()
    services.reactivate(admin, writer)
    writer.refresh_from_db()
    assert writer.is_active
    assert later(1) == (0, 0)


def test_only_those_with_authority_switch_on(portal: Portal, writer: User) -> None:
    writer.is_active = False
    writer.save()
    for actor in (
        make_user(Role.UNIT_ADMIN, portal.units[1]),
        make_user(Role.LEADER, portal.units[0]),
        writer,
    ):
        with pytest.raises(PermissionDenied):
            services.reactivate(actor, writer)
