"""The security log: what gets in, who reads it, and that nobody changes it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from portal.audit.actions import ACTIONS
from portal.audit.entries import purge
from portal.audit.log import log_action
from portal.users import services
from portal.users.events import Action
from portal.users.models import User
from tests.factories import Portal, make_user
from tests.users.helpers import code, enrol, post_code, post_login, sign_in, wrong_code
from units.models import Role

REPORT = "/admin/nhat-ky-an-ninh/"


@pytest.fixture
def leader(portal: Portal) -> User:
    return make_user(Role.LEADER, portal.units[0], username="lanh-dao")


def actions(account: User | None = None) -> list[str]:
    entries = ModelLogEntry.objects.filter(action__startswith="security.").order_by("pk")
    if account is not None:
        entries = entries.filter(object_id=str(account.pk), label=str(account))
    return list(entries.values_list("action", flat=True))


def test_every_action_of_the_accounts_has_words() -> None:
    assert {str(action) for action in Action} <= {str(action) for action in ACTIONS}


def test_signing_in_and_out_is_logged_with_its_origin(client: Client, leader: User) -> None:
    enrol(leader)
    browser = {"HTTP_USER_AGENT": "Trình duyệt thử", "REMOTE_ADDR": "10.3.3.3"}
    post_login(client, leader.username, "sai", **browser)
    post_login(client, leader.username, **browser)
    post_code(client, wrong_code())
    post_code(client, code())
    client.post(reverse("account_logout"))
    assert actions(leader) == [
        Action.SIGN_IN_FAILED,
        Action.CODE_FAILED,
        Action.SIGN_IN,
        Action.SIGN_OUT,
    ]
    entry = ModelLogEntry.objects.get(action=Action.SIGN_IN_FAILED)
    assert entry.data["ip"] == "10.3.3.3"
    assert entry.data["user_agent"] == "Trình duyệt thử"
    assert entry.user_id is None


def test_a_mistyped_password_as_name_is_not_kept(client: Client, portal: Portal) -> None:
    post_login(client, "mat-khau-go-nham", "x")
    entry = ModelLogEntry.objects.get(action=Action.SIGN_IN_FAILED)
    assert entry.data["login"] == "ma…"
    assert "mat-khau" not in str(entry.data)


def test_a_lock_is_logged_once(client: Client, leader: User) -> None:
    for _attempt in range(8):
        post_login(client, leader.username, "sai")
    assert actions(leader).count(Action.LOCKED) == 1
    failed = ModelLogEntry.objects.get(action=Action.SIGN_IN_FAILED)
    assert failed.data["count"] == 8


def test_resets_and_refusals_name_both_people(leader: User, portal: Portal) -> None:
    enrol(leader)
    system, stranger = make_user(), make_user(Role.UNIT_ADMIN, portal.units[1])
    with pytest.raises(PermissionDenied):
        services.reset_second_factor(stranger, leader)
    services.reset_second_factor(system, leader)
    entries = list(ModelLogEntry.objects.filter(action=Action.FACTOR_RESET).order_by("pk"))
    assert [(entry.user, entry.data.get("refused")) for entry in entries] == [
        (stranger, True),
        (system, None),
    ]


def test_roles_are_in_the_report_with_their_origin(client: Client, portal: Portal) -> None:
    """Entries of the units' room: their own words, our origin."""
    board = make_user(Role.BOARD, portal.province)
    make_user(Role.CONTRIBUTOR, portal.units[0], username="nguoi-moi")
    client.force_login(board)
    page = client.get(REPORT, {"unit": portal.units[0].pk}).content.decode()
    assert "nguoi-moi" in page
    other = client.get(REPORT, {"unit": portal.units[1].pk}).content.decode()
    assert "nguoi-moi" not in other


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.CONTRIBUTOR, False),
        (Role.LEADER, False),
        (Role.UNIT_ADMIN, False),
        (Role.BOARD, True),
        (None, True),
    ],
)
def test_who_reads_the_log(client: Client, portal: Portal, role: Role | None, reads: bool) -> None:
    unit = portal.province if role == Role.BOARD else portal.units[0]
    client.force_login(make_user(role, unit))
    for address in (REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"):
        response = client.get(address)
        assert (response.status_code == 200) is reads
    assert (REPORT in client.get("/admin/").content.decode()) is reads


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"action": "security.sign_in"}, True),
        ({"action": "security.locked"}, False),
        ({"account": "lanh"}, True),
        ({"user": "khong-ai"}, False),
        ({"timestamp_from": "2020-01-01", "timestamp_to": "2020-02-01"}, False),
    ],
)
def test_filters(client: Client, leader: User, filters: dict[str, str], found: bool) -> None:
    log_action("security.sign_in", leader, user=leader, data={"ip": "192.0.2.77"})
    client.force_login(make_user())
    page = client.get(f"{REPORT}results/", filters).content.decode()
    assert ("192.0.2.77" in page) is found


def test_exports_are_readable_and_harmless(client: Client, leader: User) -> None:
    evil = '=HYPERLINK("http://evil.example")'
    log_action("security.sign_in", leader, data={"user_agent": evil + "\x07"})
    sign_in(client, make_user())
    csv = b"".join(client.get(f"{REPORT}?export=csv").streaming_content).decode("utf-8-sig")
    assert csv.startswith("Thời gian,Hành động")
    assert "'=HYPERLINK" in csv
    xlsx = b"".join(client.get(f"{REPORT}?export=xlsx").streaming_content)
    cells = [cell for row in load_workbook(BytesIO(xlsx)).active for cell in row]
    assert any(cell.value == f"'{evil}" and cell.data_type == "s" for cell in cells)
    assert ModelLogEntry.objects.filter(action="security.log_exported").count() == 2


def test_reading_takes_a_fixed_number_of_queries(
    client: Client, leader: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        log_action("security.sign_in", leader, user=leader, data={"n": number})
    client.force_login(make_user())
    client.get(REPORT)
    with django_assert_max_num_queries(40):
        client.get(REPORT)


def test_no_screen_changes_an_entry(client: Client, leader: User) -> None:
    log_action("security.sign_in", leader)
    sign_in(client, make_user())
    before = list(ModelLogEntry.objects.order_by("pk").values_list("pk", "action", "data"))
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(REPORT).status_code in {403, 405}
    names = {str(name).lower() for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert not any("logentry" in name for name in names)
    assert list(ModelLogEntry.objects.order_by("pk").values_list("pk", "action", "data")) == before


def test_purging_keeps_three_months(leader: User) -> None:
    log_action("security.sign_in", leader)
    log_action("security.sign_out", leader)
    old = timezone.now() - timedelta(days=400)
    ModelLogEntry.objects.filter(action="security.sign_in").update(timestamp=old)
    with pytest.raises(CommandError, match="92"):
        call_command("purge_audit_log", days=91)
    with pytest.raises(ValueError, match="91"):
        purge(91)
    call_command("purge_audit_log", verbosity=0)
    assert actions() == ["security.sign_out", "security.log_purged"]


def test_a_system_administrator_made_or_ended_is_logged(portal: Portal) -> None:
    user = make_user(Role.LEADER, portal.units[0], username="sap-len")
    assert Action.SUPERUSER_MADE not in actions(user)
    for is_superuser in (True, False):
        account = User.objects.get(pk=user.pk)
        account.is_superuser = is_superuser
        account.save()
        account.save()
        account.save(update_fields=["last_login"])
    assert actions(user)[-2:] == [Action.SUPERUSER_MADE, Action.SUPERUSER_ENDED]


def test_wagtails_own_screens_of_accounts_are_in_the_report(client: Client, leader: User) -> None:
    system = make_user()
    sign_in(client, system)
    address = reverse("wagtailusers_users:edit", args=[leader.pk])
    sent = {
        "username": leader.username, "email": "moi@vks.example", "full_name": "Người được sửa",
        "is_active": "on", "is_superuser": "on",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    made = ModelLogEntry.objects.get(action=Action.SUPERUSER_MADE, object_id=str(leader.pk))
    assert made.user == system
    page = client.get(f"{REPORT}results/", {"action": "wagtail.edit"}).content.decode()
    assert "loại: người dùng" in page


def test_deeds_of_other_rooms_are_in_the_report_and_stay(client: Client, leader: User) -> None:
    log_action("reception.announce", leader, data={"ip": "192.0.2.81"})
    log_action("moderation.delegate", leader, data={"ip": "192.0.2.82"})
    client.force_login(make_user())
    page = client.get(f"{REPORT}results/").content.decode()
    assert "192.0.2.81" in page
    assert "192.0.2.82" in page
    ModelLogEntry.objects.update(timestamp=timezone.now() - timedelta(days=4000))
    purge(92)
    kept = set(ModelLogEntry.objects.values_list("action", flat=True))
    assert {"reception.announce", "moderation.delegate"} <= kept
