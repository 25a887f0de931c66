"""Refusals: one entry with a count for what is tried again and again, and one mail when it is too much."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.audit import refusals
from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.audit.models import RefusalCount
from portal.audit.refusals import log_refusal
from portal.users import services
from portal.users.events import Action
from portal.users.models import User
from tests.clock import at
from tests.factories import Portal, make_user
from tests.users.helpers import enrol, post_code, post_login, wrong_code
from units.models import Role
from units.moderation.models import PendingMail

REPORT = "/admin/nhat-ky-an-ninh/"
NINE = datetime.fromisoformat("2026-12-01T09:12:00+07:00")


@pytest.fixture
def leader(portal: Portal) -> User:
    return make_user(Role.LEADER, portal.units[0], username="lanh-dao")


@pytest.fixture
def board(portal: Portal) -> User:
    return make_user(Role.BOARD, portal.province, username="bien-tap", email="bbt@vks.example")


def entries(action: str) -> list[ModelLogEntry]:
    return list(ModelLogEntry.objects.filter(action=action).order_by("pk"))


def test_the_same_again_is_one_entry_with_a_count(leader: User) -> None:
    for minute in (0, 20, 46):
        with at(NINE + timedelta(minutes=minute)):
            data = {"model": "news.newspage", "value": str(minute)}
            log_refusal(FOREIGN_ID_REFUSED, leader, cause="news", user=leader, data=data)
    [entry] = entries(FOREIGN_ID_REFUSED)
    assert entry.timestamp == NINE
    assert (entry.data["count"], entry.data["value"]) == (3, "0; 20; 46")
    assert datetime.fromisoformat(entry.data["last"]) == NINE + timedelta(minutes=46)


def test_the_screen_and_the_file_tell_the_count_in_words(client: Client, leader: User) -> None:
    for minute in (0, 46):
        with at(NINE + timedelta(minutes=minute)):
            log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    client.force_login(make_user())
    words = "2 lần, từ 09:12 đến 09:58"
    assert words in client.get(f"{REPORT}results/").content.decode()
    file = b"".join(client.get(f"{REPORT}?export=csv").streaming_content)
    assert words in file.decode("utf-8-sig")


def test_after_an_hour_another_entry_begins(leader: User) -> None:
    for minute in (0, 59, 61, 70):
        with at(NINE + timedelta(minutes=minute)):
            log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    assert [entry.data["count"] for entry in entries(FOREIGN_ID_REFUSED)] == [2, 2]


def test_people_causes_and_accounts_are_counted_apart(leader: User, board: User) -> None:
    for user, cause in ((leader, "a"), (leader, "b"), (board, "a"), (leader, "a")):
        log_refusal(FOREIGN_ID_REFUSED, user, cause=cause, user=user)
    assert [entry.data.get("count") for entry in entries(FOREIGN_ID_REFUSED)] == [2, None, None]


def test_who_tries_names_from_one_address_fills_no_pages(client: Client, leader: User) -> None:
    """Names of accounts have an entry each, whatever else was tried has one together."""
    for number in range(30):
        post_login(client, f"{number:02}-khong-ai", "sai", REMOTE_ADDR="192.0.2.7")
    post_login(client, leader.username, "sai", REMOTE_ADDR="192.0.2.7")
    post_login(client, "khong-ai", "sai", REMOTE_ADDR="192.0.2.8")
    nobody, account, elsewhere = entries(Action.SIGN_IN_FAILED)
    assert nobody.data["count"] == 30
    assert nobody.data["login"].startswith("00…; 01…")
    assert nobody.data["login"].endswith("; …")
    assert len(nobody.data["login"].split("; ")) == refusals.KEPT_VALUES + 1
    assert (account.label, account.data["login"]) == (str(leader), leader.username)
    assert elsewhere.data["ip"] == "192.0.2.8"


def test_codes_and_refused_help_collapse_too(client: Client, leader: User, portal: Portal) -> None:
    enrol(leader)
    post_login(client, leader.username)
    for _attempt in range(4):
        post_code(client, wrong_code())
    stranger = make_user(Role.UNIT_ADMIN, portal.units[1])
    for _attempt in range(3):
        with pytest.raises(PermissionDenied):
            services.reset_second_factor(stranger, leader)
    services.reset_second_factor(make_user(), leader)
    assert [entry.data["count"] for entry in entries(Action.CODE_FAILED)] == [4]
    refused, done = entries(Action.FACTOR_RESET)
    assert (refused.data["count"], refused.data["refused"]) == (3, True)
    assert "count" not in done.data


def test_an_entry_that_was_purged_meanwhile_is_written_anew(leader: User) -> None:
    log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    ModelLogEntry.objects.filter(action=FOREIGN_ID_REFUSED).delete()
    log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    assert len(entries(FOREIGN_ID_REFUSED)) == 1


def test_counts_go_with_the_nightly_purge_and_their_entries_stay(leader: User) -> None:
    with at(timezone.now() - timedelta(days=1)):
        log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    log_refusal(FOREIGN_ID_REFUSED, leader, cause="b", user=leader)
    call_command("purge_audit_log", verbosity=0)
    assert RefusalCount.objects.count() == 1
    assert len(entries(FOREIGN_ID_REFUSED)) == 2


def test_the_board_gets_one_mail_an_hour(
    board: User,
    leader: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    monkeypatch.setattr(refusals, "WORTH_A_MAIL", 6)

    def refuse(times: int, minute: int) -> int:
        with (
            at(NINE + timedelta(minutes=minute)),
            django_capture_on_commit_callbacks(execute=True),
        ):
            for number in range(times):
                log_refusal(FOREIGN_ID_REFUSED, leader, cause=str(number % 3), user=leader)
        return PendingMail.objects.filter(kind=refusals.MAIL_KIND).count()

    assert [refuse(5, 0), refuse(1, 1), refuse(40, 2), refuse(1, 50)] == [0, 1, 1, 1]
    assert refuse(7, 65) == 2
    first = PendingMail.objects.filter(kind=refusals.MAIL_KIND).first()
    assert first.user == board
    assert "– Từ chối mã ngoài phạm vi: 6" in first.context["lines"]
    assert first.context["link"].endswith(REPORT)


def test_what_an_hour_ago_was_refused_is_no_part_of_it(
    board: User,
    leader: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    monkeypatch.setattr(refusals, "WORTH_A_MAIL", 6)
    for minute in (0, 70, 140):
        with (
            at(NINE + timedelta(minutes=minute)),
            django_capture_on_commit_callbacks(execute=True),
        ):
            for _time in range(4):
                log_refusal(FOREIGN_ID_REFUSED, leader, user=leader)
    assert not PendingMail.objects.filter(kind=refusals.MAIL_KIND).exists()
