"""The second factor: who must have it, what is closed before it, codes, and losing it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.users import second_factor, services
from portal.users.events import Action
from portal.users.forms import CodeForm, EnrolmentForm
from portal.users.models import User
from tests.clock import at
from tests.factories import PASSWORD, Portal, make_user
from tests.users.helpers import (
    SECRET,
    code,
    enrol,
    is_signed_in,
    post_code,
    post_login,
    prove,
    sign_in,
    wrong_code,
)
from units.models import Role

HOME = "/admin/"


@pytest.fixture
def leader(portal: Portal) -> User:
    return make_user(Role.LEADER, portal.units[0], username="lanh-dao")


@pytest.mark.parametrize("role", [Role.LEADER, Role.UNIT_ADMIN, Role.BOARD, None])
def test_who_approves_or_administers_must_enrol(portal: Portal, role: Role | None) -> None:
    unit = portal.province if role == Role.BOARD else portal.units[0]
    assert second_factor.is_required(make_user(role, unit))


def test_contributors_may_do_without_unless_the_setting_says_no(
    portal: Portal, settings: Any
) -> None:
    writer = make_user(Role.CONTRIBUTOR, portal.units[0])
    assert not second_factor.is_required(writer)
    settings.MFA_REQUIRED_FOR_ALL = True
    assert second_factor.is_required(writer)


def test_production_cannot_switch_it_off() -> None:
    from pathlib import Path

    text = (Path(__file__).parents[2] / "portal/settings/production.py").read_text()
    assert "SECOND_FACTOR_REQUIRED" not in text


@pytest.mark.parametrize(
    "path",
    [
        "",
        "pages/",
        "images/",
        "documents/",
        "account/",
        "api/main/pages/",
        "users/",
        "reports/locked/",
        "nhat-ky-an-ninh/",
        "tag-autocomplete/",
        "tai-khoan/mat-khau/",
        "tai-khoan/ma-du-phong/",
    ],
)
def test_nothing_opens_before_enrolment(client: Client, leader: User, path: str) -> None:
    client.force_login(leader)
    response = client.get(HOME + path)
    assert response["Location"] == reverse("mfa_activate_totp")
    for answer in (
        client.post(HOME + path, {"a": "b"}),
        client.get(HOME + path, headers={"Accept": "application/json"}),
        client.get(HOME + path, headers={"X-Requested-With": "XMLHttpRequest"}),
    ):
        assert answer.status_code == 403
        assert answer.json()["error_code"] == "second_factor"


def test_enrolment_and_leaving_stay_open(client: Client, leader: User) -> None:
    client.force_login(leader)
    for name in ("account_logout", "session_state", "wagtailadmin_javascript_catalog"):
        assert client.get(reverse(name)).status_code == 200
    post_login(client, leader.username)


def test_first_sign_in_leads_through_enrolment(
    client: Client, leader: User, django_capture_on_commit_callbacks: Any
) -> None:
    post_login(client, leader.username)
    assert client.get(HOME)["Location"] == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    assert "data:image/svg+xml;base64," in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(reverse("mfa_activate_totp"), {"code": code(secret=secret)})
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    codes = client.get(done["Location"])
    assert len(codes.context["unused_codes"]) == 10
    assert client.get(HOME).status_code == 200
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(value in again for value in codes.context["unused_codes"])


def test_secrets_are_encrypted_at_rest(leader: User, settings: Any) -> None:
    enrol(leader)
    row = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
    assert SECRET not in str(row.data)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert second_factor.accept_totp(row, code())


def test_a_password_alone_does_not_sign_in(client: Client, leader: User) -> None:
    enrol(leader)
    assert post_login(client, leader.username)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert client.get(HOME)["Location"].startswith(reverse("account_login"))
    post_code(client, code())
    assert client.get(HOME).status_code == 200


def test_a_code_works_once_and_never_an_older_one(client: Client, leader: User) -> None:
    enrol(leader)
    used, older = code(), code(-1)
    for value, opens in ((used, True), (used, False), (older, False)):
        fresh = Client()
        post_login(fresh, leader.username)
        post_code(fresh, value)
        assert is_signed_in(fresh) is opens


def test_guessing_codes_stops_after_five(leader: User) -> None:
    """Whatever the address and the session: the right code is refused too, until time has passed."""
    enrol(leader)
    for number in range(5):
        attacker = Client(REMOTE_ADDR=f"10.1.1.{number}")
        post_login(attacker, leader.username)
        assert "không đúng" in post_code(attacker, wrong_code()).content.decode()
    attacker = Client(REMOTE_ADDR="10.1.1.99")
    post_login(attacker, leader.username)
    assert "quá nhiều lần" in post_code(attacker, code()).content.decode()
    assert not is_signed_in(attacker)
    from portal.users.models import Throttle

    Throttle.objects.update(since="2020-01-01T00:00:00Z")
    post_code(attacker, code())
    assert is_signed_in(attacker)


def test_recovery_codes_work_once(leader: User) -> None:
    first = enrol(leader)[0]
    for opens in (True, False):
        browser = Client()
        post_login(browser, leader.username)
        post_code(browser, first)
        assert is_signed_in(browser) is opens


def begin_enrolment(client: Client, user: User) -> str:
    """The secret that the enrolment page shows."""
    post_login(client, user.username)
    client.get(reverse("mfa_activate_totp"))
    return client.session["mfa.totp.secret"]


def send_first_code(client: Client, value: str) -> Any:
    return client.post(reverse("mfa_activate_totp"), {"code": value})


def signs_in(user: User, value: str) -> bool:
    fresh = Client()
    post_login(fresh, user.username)
    post_code(fresh, value)
    return is_signed_in(fresh)


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_the_code_that_enrolled_a_device_opens_nothing_afterwards(
    client: Client, leader: User, steps: int
) -> None:
    """Wherever within the tolerance it stood, neither it nor an older one; the next one does."""
    moment = datetime(2026, 12, 1, 9, 0, 15, tzinfo=UTC)
    with at(moment):
        secret = begin_enrolment(client, leader)
        used = code(steps, secret)
        assert send_first_code(client, used)["Location"] == reverse("mfa_view_recovery_codes")
        older = [code(step, secret) for step in range(-1, steps)]
        assert not any(signs_in(leader, value) for value in (used, *older))
    with at(moment + timedelta(seconds=30)):
        assert not signs_in(leader, used)
        assert signs_in(leader, code(1, secret))


def test_the_code_that_enrolled_a_device_does_not_take_it_away(
    client: Client, leader: User
) -> None:
    secret = begin_enrolment(client, leader)
    used = code(secret=secret)
    send_first_code(client, used)
    client.post(reverse("mfa_reauthenticate"), {"code": used})
    authenticator = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
    assert not second_factor.accept_totp(authenticator, used)
    assert second_factor.accept_totp(authenticator, code(1, secret))


def test_a_device_enrolled_anew_has_codes_of_its_own(client: Client, leader: User) -> None:
    first = begin_enrolment(client, leader)
    send_first_code(client, code(secret=first))
    client.post(reverse("mfa_deactivate_totp"))
    client.get(reverse("mfa_activate_totp"))
    second = client.session["mfa.totp.secret"]
    assert second != first
    assert "không đúng" in send_first_code(client, code(secret=first)).content.decode()
    assert send_first_code(client, code(secret=second)).status_code == 302
    row = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
    assert not second_factor.accept_totp(row, code(secret=second))


def test_of_two_browsers_that_enrol_the_second_finds_the_device_of_the_first(
    leader: User,
) -> None:
    """Both have passed every check when the first is done."""
    one, two = Client(), Client()
    secrets = [begin_enrolment(client, leader) for client in (one, two)]
    checked = EnrolmentForm.clean_code

    def slow(form: EnrolmentForm) -> str:
        value = checked(form)
        if form.secret == secrets[1]:
            send_first_code(one, code(secret=secrets[0]))
        return value

    with mock.patch.object(EnrolmentForm, "clean_code", slow):
        late = send_first_code(two, code(secret=secrets[1]))
    assert late["Location"] == reverse("mfa_deactivate_totp")
    row = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
    assert second_factor.decrypt(row.data["secret"]) == secrets[0]


def test_equal_codes_of_neighbouring_periods_are_used_up_together() -> None:
    with mock.patch.object(second_factor, "counter_value", return_value=123456):
        step = second_factor.step_of(SECRET, "123 456")
        assert step is not None
        assert second_factor.step_of(SECRET, "123456", after=step) is None


def test_the_log_says_how_many_recovery_codes_are_left(client: Client, leader: User) -> None:
    first = enrol(leader)[0]
    post_login(client, leader.username)
    post_code(client, first)
    entry = ModelLogEntry.objects.get(action=Action.RECOVERY_CODE_USED)
    assert entry.data["left"] == 9


@pytest.mark.parametrize("kind", [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES])
def test_a_device_taken_away_during_the_check_refuses(leader: User, kind: str) -> None:
    """What was read a moment ago is no longer there when its turn comes."""
    recovery = enrol(leader)[0]
    kept = Authenticator.objects.get(user=leader, type=kind)
    Authenticator.objects.filter(user=leader).delete()
    form = CodeForm(user=leader)
    assert not form._accepts(kept, code() if kind == "totp" else recovery)


def test_a_session_without_a_code_ends_once_a_factor_exists(client: Client, leader: User) -> None:
    client.force_login(leader)
    enrol(leader)
    assert client.get(HOME)["Location"] == reverse("account_login")
    assert not is_signed_in(client)


def test_the_mark_of_one_user_does_not_serve_another(client: Client, leader: User) -> None:
    admin = make_user()
    sign_in(client, leader)
    client.force_login(admin)
    assert client.get(HOME)["Location"] == reverse("mfa_activate_totp")


def test_a_password_is_not_enough_to_remove_the_factor(client: Client, leader: User) -> None:
    enrol(leader)
    sign_in(client, leader)
    prove(client, leader, seconds_ago=6 * 60)
    response = client.post(reverse("mfa_deactivate_totp"))
    assert response["Location"].startswith(reverse("mfa_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))
    assert second_factor.has_second_factor(leader)


def test_a_new_telephone_replaces_the_old_and_nothing_opens_between(
    client: Client, portal: Portal
) -> None:
    writer = make_user(Role.CONTRIBUTOR, portal.units[0])
    enrol(writer)
    post_login(client, writer.username)
    post_code(client, code())
    elsewhere = Client()
    sign_in(elsewhere, writer)
    client.post(reverse("mfa_deactivate_totp"))
    assert not second_factor.has_second_factor(writer)
    assert client.get(HOME)["Location"] == reverse("mfa_activate_totp")
    assert elsewhere.get(HOME)["Location"].startswith(reverse("account_login"))


# --- a lost factor --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actor", "target", "allowed"),
    [
        ("admin-1", "writer-1", True),
        ("admin-1", "leader-1", True),
        ("admin-1", "writer-2", False),
        ("admin-1", "admin-2", False),
        ("admin-1", "both", True),
        ("admin-1", "admin-1", False),
        ("admin-1", "board", False),
        ("admin-1", "system", False),
        ("leader-1", "writer-1", False),
        ("board", "admin-1", True),
        ("board", "writer-2", True),
        ("board", "board-2", False),
        ("board", "system", False),
        ("system", "board", True),
        ("system", "system", False),
    ],
)
def test_who_may_reset_whom(portal: Portal, actor: str, target: str, allowed: bool) -> None:
    from units.people.memberships import grant

    one, two = portal.units
    people = {
        "admin-1": make_user(Role.UNIT_ADMIN, one),
        "admin-2": make_user(Role.UNIT_ADMIN, two),
        "leader-1": make_user(Role.LEADER, one),
        "writer-1": make_user(Role.CONTRIBUTOR, one),
        "writer-2": make_user(Role.CONTRIBUTOR, two),
        "both": make_user(Role.CONTRIBUTOR, one),
        "board": make_user(Role.BOARD, portal.province),
        "board-2": make_user(Role.BOARD, portal.province),
        "system": make_user(),
    }
    grant(people["both"], two, Role.CONTRIBUTOR)
    user = people[target]
    enrol(user)
    if allowed:
        services.reset_second_factor(people[actor], user)
    else:
        with pytest.raises(PermissionDenied):
            services.reset_second_factor(people[actor], user)
    assert second_factor.has_second_factor(user) is not allowed


def test_after_a_reset_all_sessions_end_and_enrolment_is_due(portal: Portal) -> None:
    writer = make_user(Role.CONTRIBUTOR, portal.units[0])
    enrol(writer)
    elsewhere = Client()
    sign_in(elsewhere, writer)
    services.reset_second_factor(make_user(), writer)
    assert elsewhere.get(HOME)["Location"].startswith(reverse("account_login"))
    browser = Client()
    post_login(browser, writer.username)
    assert browser.get(HOME)["Location"] == reverse("mfa_activate_totp")
    assert [message.subject for message in mail.outbox] == ["Xác thực hai lớp đã được đặt lại"]
