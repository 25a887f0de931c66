"""The table of addresses is complete, and who is not named does not come in."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import GroupApprovalTask, ModelLogEntry

from home.news import address_rules as news_rules
from portal.audit.actions import FOREIGN_ID_REFUSED
from tests.factories import make_user
from tests.isolation_rules import new_screen
from tests.isolation_rules.conftest import Holdings
from tests.moderation.people import draft, submit
from units.isolation.access import BOARD, STAFF, Who
from units.isolation.guard import may_open, rule_for
from units.isolation.rules import address_rules, merged
from units.models import Role

# Who asks is a fixture that some tests name by a parameter.
pytestmark = pytest.mark.usefixtures("portal")


def admin_names(
    resolver: URLResolver, path: str = "", namespaces: tuple[str, ...] = ()
) -> Iterator[str]:
    """Names as `request.resolver_match.view_name` says them."""
    for pattern in resolver.url_patterns:
        where = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from admin_names(pattern, where, inner)
        elif isinstance(pattern, URLPattern) and where.startswith(settings.ADMIN_PATH):
            yield ":".join((*namespaces, pattern.name or pattern.lookup_str))


def test_every_address_of_the_administration_has_a_rule() -> None:
    names = set(admin_names(get_resolver()))
    assert len(names) > 150
    assert sorted(name for name in names if rule_for(name) is None) == []


def test_every_rule_belongs_to_an_address() -> None:
    names = set(admin_names(get_resolver()))
    optional = {"wagtailsnippets_*", "wagtailsnippetchoosers_*"}
    used = {id(rule_for(name)) for name in names}
    idle = [
        key for key, rule in address_rules().items() if id(rule) not in used and key not in names
    ]
    assert set(idle) <= optional


def test_an_exact_name_goes_before_a_star() -> None:
    assert rule_for("invitation_accept").who is Who.ANYONE
    assert rule_for("invitation_resend").who is Who.STAFF


def test_an_address_nobody_listed_is_closed_to_units(
    monkeypatch: pytest.MonkeyPatch, contributor: Client, board: Client
) -> None:
    monkeypatch.delitem(address_rules(), "wagtailadmin_account")
    rule_for.cache_clear()
    try:
        assert contributor.get(reverse("wagtailadmin_account")).status_code == 403
        assert board.get(reverse("wagtailadmin_account")).status_code == 200
    finally:
        rule_for.cache_clear()


def test_every_address_meets_one_line_whatever_the_order_of_the_rooms() -> None:
    for name in set(admin_names(get_resolver())) - set(address_rules()):
        lengths = [len(key) for key in address_rules() if "*" in key and fnmatchcase(name, key)]
        assert lengths.count(max(lengths)) == 1, name


def test_a_new_address_is_closed_until_its_room_names_it(
    monkeypatch: pytest.MonkeyPatch, contributor: Client, board: Client
) -> None:
    with override_settings(ROOT_URLCONF=new_screen.__name__):
        url = reverse("new_screen")
        assert contributor.get(url).status_code == 403
        assert board.get(url).content.decode() == new_screen.TEXT
        monkeypatch.setitem(address_rules(), "new_screen", STAFF)
        rule_for.cache_clear()
        try:
            assert contributor.get(url).content.decode() == new_screen.TEXT
        finally:
            rule_for.cache_clear()


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("news_promote", "news_promote"),
        ("wagtailadmin_reports:*", "wagtailadmin_reports:locked_pages"),
        ("wagtailadmin_reports:*", "wagtailadmin_reports:l*"),
        ("news_promote", "news_*"),
    ],
)
def test_two_rooms_cannot_name_one_address(below: str, above: str) -> None:
    """Neither the same name, nor one that another room's star covers: a room opens its own alone."""
    with pytest.raises(ImproperlyConfigured, match=r"home\.news names the address"):
        merged({"units.isolation": {below: BOARD}, "home.news": {above: STAFF}})


def test_one_room_may_name_an_address_more_exactly() -> None:
    lines = {"moderation_*": STAFF, "moderation_exceptions": BOARD}
    assert merged({"units.moderation": lines}) == lines


def test_two_rooms_stop_the_portal_at_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(news_rules.RULES, "reception_days", STAFF)
    address_rules.cache_clear()
    try:
        with pytest.raises(ImproperlyConfigured, match=r"events\.reception names the address"):
            apps.get_app_config("isolation").ready()
    finally:
        monkeypatch.undo()
        address_rules.cache_clear()


CLOSED = [
    ("wagtailadmin_reports:locked_pages", []),
    ("wagtailadmin_reports:workflow", []),
    ("wagtailadmin_reports:workflow_tasks", []),
    ("wagtailadmin_reports:site_history", []),
    ("wagtailadmin_reports:aging_pages", []),
    ("wagtailadmin_reports:page_types_usage", []),
    ("wagtailredirects:index", []),
    ("wagtailadmin_workflows:index", []),
    ("wagtailadmin_workflows:task_index", []),
    ("wagtailadmin_collections:index", []),
    ("wagtailsites:index", []),
    ("wagtailusers_users:index", []),
    ("wagtailusers_groups:index", []),
    ("security_log", []),
    ("subsites_index", []),
]


@pytest.mark.parametrize(("name", "args"), CLOSED)
@pytest.mark.parametrize("role", ["contributor", "leader", "unit_admin"])
def test_what_spans_all_units_is_closed_to_them(
    request: pytest.FixtureRequest, role: str, name: str, args: list[int]
) -> None:
    client = request.getfixturevalue(role)
    assert client.get(reverse(name, args=args)).status_code == 403
    assert client.post(reverse(name, args=args)).status_code == 403


def test_the_board_reads_reports_but_no_accounts(board: Client, superuser: Client) -> None:
    assert board.get(reverse("wagtailadmin_reports:site_history")).status_code == 200
    for name in ("wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"):
        assert board.get(reverse(name)).status_code == 403
        assert superuser.get(reverse(name)).status_code == 200


def test_only_system_administrators_reach_accounts_by_bulk_action(
    unit_admin: Client, board: Client
) -> None:
    for action in ("assign_role", "set_active_state", "delete"):
        url = reverse("wagtail_bulk_action", args=["users", "user", action])
        for person in (unit_admin, board):
            assert person.get(f"{url}?id=1").status_code == 403
            assert person.post(f"{url}?id=1").status_code == 403


def test_menus_leave_out_what_is_closed(contributor: Client, board: Client) -> None:
    home = reverse("wagtailadmin_home")
    assert (
        reverse("wagtailadmin_reports:site_history") not in contributor.get(home).content.decode()
    )
    assert reverse("wagtailadmin_reports:site_history") in board.get(home).content.decode()


def test_a_refused_id_is_in_the_log(contributor: Client, foreign: Holdings) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[foreign.draft.pk])
    assert contributor.get(url).status_code == 404
    entry = ModelLogEntry.objects.get(action=FOREIGN_ID_REFUSED)
    assert entry.data["model"] == "wagtailcore.page"
    assert entry.data["value"] == str(foreign.draft.pk)
    assert foreign.word not in str(entry.data)


def test_who_is_not_signed_in_is_sent_to_the_sign_in(foreign: Holdings) -> None:
    client = Client(headers={"host": "localhost"})
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[foreign.draft.pk]))
    assert answer.status_code == 302
    assert not ModelLogEntry.objects.filter(action=FOREIGN_ID_REFUSED).exists()


def test_may_open_asks_the_table(django_user_model: type) -> None:
    nobody = django_user_model()
    assert may_open(nobody, reverse("wagtailadmin_home"))
    assert not may_open(nobody, reverse("wagtailusers_users:index"))


def test_a_preview_at_a_task_is_for_tasks_of_the_page(leader: Client, own: Holdings) -> None:
    """With any other task's id Wagtail would answer with the name of that task."""
    author = make_user(Role.CONTRIBUTOR, own.unit, username="nguoi-gui")
    page = submit(draft(own.unit, author), author)
    task, other = page.current_workflow_task, GroupApprovalTask.objects.create(name="Bước khác")
    name = "wagtailadmin_pages:workflow_preview"
    assert leader.get(reverse(name, args=[page.pk, task.pk])).status_code == 200
    assert leader.get(reverse(name, args=[page.pk, other.pk])).status_code == 404
