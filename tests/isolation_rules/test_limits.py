"""Mails, imports and exports are counted for each person: by rule, so that no address is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import ModelLogEntry

from portal.core.intake.screens import FileImport
from portal.users import limits
from portal.users.events import Action
from portal.users.limits import EXPORTS, IMPORTS, MAILS, Limit
from portal.users.models import User
from tests.architecture.house import ROOM_NAMES, edges, room_of
from tests.factories import make_user
from tests.isolation_rules.conftest import Holdings
from tests.users.helpers import sign_in
from units.isolation.guard import rule_for
from units.models import Invitation, Role

# What a room imports that sends, takes in, or gives out.
MARKS = {
    MAILS: ("portal.core.mails",),
    IMPORTS: ("portal.core.intake",),
    EXPORTS: ("portal.core.spreadsheets",),
}
_SHOWS, _QUIET = "shows, and tells nobody", "no mail leaves"
_OWN = "tells the person alone of his own account"
# Addresses whose modules import such a thing, by name, and why they need no limit of it.
FREE = {
    (MAILS, "members_index"): _SHOWS,
    (MAILS, "members_invitations"): _SHOWS,
    (MAILS, "moderation_exceptions"): _SHOWS,
    (MAILS, "session_state"): _SHOWS,
    (MAILS, "members_edit"): _QUIET,
    (MAILS, "members_remove"): _QUIET,
    (MAILS, "invitation_withdraw"): _QUIET,
    (MAILS, "moderation_delegation_end"): _QUIET,
    (MAILS, "invitation_accept"): "an invitation is accepted once",
    (MAILS, "moderation_approve"): "a step is decided once",
    (MAILS, "moderation_return"): "a step is decided once",
    (MAILS, "mfa_activate_totp"): _OWN,
    (MAILS, "mfa_view_recovery_codes"): _OWN,
    (MAILS, "account_change_password"): _OWN,
    (MAILS, "own_mail_undo"): "a change is taken back once",
    (MAILS, "wagtailadmin_account"): "a change of address has a limit of its own",
    (IMPORTS, "schedules_paste"): "a table from the clipboard, read for the open editor",
    (IMPORTS, "word_paste"): "a text from the clipboard, read for the open editor",
    (EXPORTS, "quizzes_entry_delete"): "gives out no file",
    (EXPORTS, "quizzes_key"): "gives out no file",
    (EXPORTS, "quizzes_prize"): "gives out no file",
    (EXPORTS, "quizzes_results"): "gives out no file",
    (EXPORTS, "quizzes_winners"): "gives out no file",
    (EXPORTS, "registry_import"): "gives out an empty form",
    (EXPORTS, "security_log"): "the guard knows exports of Wagtail's lists by their parameter",
    (EXPORTS, "security_log_results"): "the same",
}


def admin_views() -> Iterator[tuple[str, Any]]:
    """Every named view of ours in the administration."""

    def walk(resolver: Any, prefix: str, names: str) -> Iterator[tuple[str, Any]]:
        for part in resolver.url_patterns:
            route = prefix + str(part.pattern).lstrip("^")
            if isinstance(part, URLResolver):
                spaces = f"{names}{part.namespace}:" if part.namespace else names
                yield from walk(part, route, spaces)
            elif isinstance(part, URLPattern) and route.startswith(settings.ADMIN_PATH):
                view = getattr(part.callback, "view_class", part.callback)
                if part.name and view.__module__.split(".")[0] in ROOM_NAMES:
                    yield names + part.name, view

    return walk(get_resolver(), "", "")


def reached(module: str) -> set[str]:
    """What a module imports, by way of its own room."""
    onward: dict[str, set[str]] = {}
    for importer, imported in edges():
        onward.setdefault(importer, set()).add(imported)
    seen, waiting = set(), [module]
    while waiting:
        for found in onward.get(waiting.pop(), set()) - seen:
            seen.add(found)
            if room_of(found) == room_of(module):
                waiting.append(found)
    return seen


def doing(kind: str) -> set[str]:
    """Names of the addresses whose module can do such a thing."""
    return {
        name
        for name, view in admin_views()
        if any(found.startswith(MARKS[kind]) for found in reached(view.__module__))
    }


@pytest.mark.parametrize("kind", MARKS)
def test_every_address_that_mails_imports_or_exports_has_its_limit(kind: str) -> None:
    names = doing(kind)
    limited = {name for name in names if (rule := rule_for(name)) and rule.limit == kind}
    assert limited
    assert sorted(name for name in names - limited if (kind, name) not in FREE) == []


def test_every_screen_for_files_has_the_limit_of_imports() -> None:
    screens = {
        name for name, view in admin_views()
        if isinstance(view, type) and issubclass(view, FileImport)
    }  # fmt: skip
    assert screens == {"news_word_import", "registry_import", "schedules_import"}
    assert {rule.limit for name in screens if (rule := rule_for(name))} == {IMPORTS}


def test_every_line_of_what_is_free_is_about_an_address() -> None:
    assert {(kind, name) for kind, name in FREE if name not in doing(kind)} == set()


@pytest.fixture
def two_each(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {name: Limit(2, row.seconds, row.what) for name, row in limits.STAFF_LIMITS.items()}
    monkeypatch.setattr(limits, "STAFF_LIMITS", few)
    monkeypatch.setattr("units.isolation.limits.STAFF_LIMITS", few)


@pytest.fixture
def admin(own: Holdings) -> User:
    return make_user(Role.UNIT_ADMIN, own.unit, username="quan-tri-hay-moi")


@pytest.fixture
def browser(admin: User) -> Client:
    client = Client(headers={"host": "localhost"})
    sign_in(client, admin)
    return client


def invite(client: Client, own: Holdings, number: int, **extra: Any) -> Any:
    data = {"email": f"can-bo-{number}@vks.example", "unit": own.unit.pk, "role": "contributor"}
    return client.post(reverse("members_invite"), data, **extra)


@pytest.mark.usefixtures("two_each")
def test_too_many_mails_are_stopped_and_what_was_typed_is_kept(
    browser: Client, admin: User, own: Holdings
) -> None:
    assert [invite(browser, own, number).status_code for number in range(2)] == [302, 302]
    for number in (2, 3):
        answer = invite(browser, own, number)
        text = answer.content.decode()
        assert answer.status_code == 429
        assert 3500 < int(answer["Retry-After"]) <= 3600
        assert "Hãy thử lại sau 60 phút" in text
        assert f'name="email" value="can-bo-{number}@vks.example"' in text
        assert f'action="{reverse("members_invite")}"' in text
    assert not Invitation.objects.filter(email="can-bo-2@vks.example").exists()
    entry = ModelLogEntry.objects.get(action=Action.LIMITED)
    assert (entry.user_id, entry.data["limit"]) == (admin.pk, "gửi thư")
    assert browser.get(reverse("members_invite")).status_code == 200


@pytest.mark.usefixtures("two_each")
def test_a_script_gets_words_and_another_person_goes_on(browser: Client, own: Holdings) -> None:
    for number in range(2):
        invite(browser, own, number)
    answer = invite(browser, own, 2, headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.status_code == 429
    assert "thử lại sau" in answer.json()["error_message"]
    other = Client(headers={"host": "localhost"})
    sign_in(other, make_user(Role.UNIT_ADMIN, own.unit, username="quan-tri-khac"))
    assert invite(other, own, 2).status_code == 302


@pytest.mark.usefixtures("two_each")
@pytest.mark.parametrize(
    ("name", "query"),
    [("security_log", "export=csv"), ("wagtailsnippets_laws_law:list", "export=xlsx"),
     ("moderation_ledger", "dang=csv"), ("reception_report", "tep=xlsx")],
)  # fmt: skip
def test_lists_are_taken_out_so_often_and_read_as_often_as_one_likes(
    board: Client, name: str, query: str
) -> None:
    address = reverse(name)
    for _time in range(2):
        assert board.get(f"{address}?{query}").status_code == 200
    answer = board.get(f"{address}?{query}")
    assert answer.status_code == 429
    assert "xuất tệp" in answer.content.decode()
    assert board.get(address).status_code == 200


@pytest.mark.usefixtures("two_each")
def test_imports_are_counted_when_something_is_sent(board: Client, own: Holdings) -> None:
    index = own.unit.home_page.get_children().get(slug="tin-tuc")
    address = reverse("news_word_import", args=[index.pk])
    for _time in range(4):
        assert board.get(address).status_code == 200
    assert [board.post(address).status_code for _time in range(3)] == [422, 422, 429]


@pytest.mark.usefixtures("two_each")
def test_who_may_not_come_is_refused_as_ever(contributor: Client) -> None:
    for _time in range(4):
        answer = contributor.get(f"{reverse('security_log')}?export=csv")
        assert answer.status_code in {302, 403}
