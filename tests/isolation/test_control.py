"""The other side of the matrix: who may see everything does see the words, so it proves something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from wagtail.models import Page

from tests.factories import make_user
from tests.isolation.addresses import Address, addresses, filled
from tests.isolation.conftest import ROLES, Field
from tests.isolation.visits import Known, Visit, crafted, form_of, queries, signed_in, text_of
from units.isolation.guard import AddressGuardMiddleware
from units.models import Official, Role

# Planted words that no screen shows even to a system administrator, by their beginnings: marks
# and codes of the ledger, the mails of the reviews, which have no screen, versions of weeks, which are
# read on the public site, papers of a contest, which stay with its entries, what search engines are told of
# a week, which follows from its dates; the rest is kept for the portal's own use.
UNSHOWN = (
    "moderation.ledgerentry.digest",
    "moderation.ledgerentry.reason_code",
    "moderation.pendingmail.",
    "moderation.reviewstep.topics",
    # Of a day that was postponed or held; the planted one is planned.
    "reception.receptionday.result_note",
    # The key of the rule that made the day.
    "reception.receptionday.rule",
    # Shown beside its question, and the planted one is of none.
    "quizzes.keycorrection.",
    "quizzes.quizdraft.",
    "quizzes.quizentry.answers",
    "quizzes.quizentry.phone_key",
    "quizzes.quizentry.token_hash",
    "quizzes.quizversion.content",
    # Answers and mails of what is due, which are rows behind the panel; words of files, for the search.
    "legal_education.duenotice.",
    "legal_education.pagereview.",
    "registry.filetext.",
    # Made from the symbol and the files when a document is saved; children are read from its revision.
    "registry.documentfile.label",
    "registry.documentrelation.other",
    "registry.officialdocumentpage.issuer_key",
    "registry.officialdocumentpage.search_description",
    "registry.officialdocumentpage.search_text",
    "registry.officialdocumentpage.seo_title",
    "registry.officialdocumentpage.symbol_key",
    "registry.officialdocumentpage.symbol_together",
    "registry.officialdocumentpage.title",
    # Of the account's owner alone; the key of his address; names in two parts, which no form has any more.
    "users.mailchange.",
    "users.user.email_key",
    "users.user.first_name",
    "users.user.last_name",
    "schedules.scheduleversion.content",
    "schedules.workschedulepage.search_description",
    "schedules.workschedulepage.seo_title",
    "schedules.workschedulepage.title",
    "units.invitation.nonce",
    "wagtailcore.modellogentry.data",
    "wagtailcore.pagelogentry.data",
    "wagtailcore.uploadedfile.file",
    "wagtailredirects.redirect.redirect_page_route_path",
)


def seen_by(field: Field, user: object) -> Iterator[str]:
    """Fields whose planted words come back, as often as they do."""
    client, owners = signed_in(user), [field.foreign.owner]
    for address in addresses():
        for values in filled(address, field.foreign):
            with transaction.atomic():
                for query in list(queries(field, address, field.foreign))[:2]:
                    text = text_of(client.get(address.url(values), query))
                    yield from _fields(field.words.in_text(text, owners))
                transaction.set_rollback(True)
        if address.name.endswith("logout"):
            client = signed_in(user)
    # The matrix visits two pages; the fields of the other kinds are in their own forms.
    rows = [row for rows in field.foreign.rows.values() for row in rows if isinstance(row, Page)]
    for page in rows:
        text = text_of(client.get(f"/admin/pages/{page.pk}/edit/"))
        yield from _fields(field.words.in_text(text, owners))


def _fields(labels: set[str]) -> set[str]:
    return {label.partition(": ")[2] for label in labels}


def planted(field: Field) -> set[str]:
    return _fields(field.words.labels_of(field.foreign.owner))


def test_a_system_administrator_sees_every_planted_word_somewhere(field: Field):
    missing = planted(field) - set(seen_by(field, field.superuser))
    assert {label for label in missing if not label.startswith(UNSHOWN)} == set()


def test_the_board_sees_what_the_units_write(field: Field):
    looked_for = {"news.newspage.title", "media.portalimage.title", "units.official.name"}
    for label in seen_by(field, make_user(Role.BOARD)):
        looked_for.discard(label)
        if not looked_for:
            break
    assert not looked_for


def _tells(field: Field, request: Any) -> None:
    """What a careless view does: the name of a row of another unit in a message."""
    messages.error(request, f"Không sửa được {field.foreign.one('units.official').name}")


def _changes(field: Field, request: Any) -> None:
    if request.method == "POST":
        Official.objects.filter(pk=field.foreign.one("units.official").pk).update(post="Khác")


def _deletes(field: Field, request: Any) -> None:
    field.foreign.one("navigation.linkedsite").__class__.objects.filter(
        unit=field.foreign.unit
    ).delete()


def _copies(field: Field, request: Any) -> None:
    name = field.foreign.one("units.official").name
    Official.objects.create(unit=field.own.unit, name=name, post="Viện trưởng")


def _writes_by_hand(field: Field, request: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailcore_page SET title = %s WHERE id = %s",
            ["Khác", field.foreign.one("news.newspage").pk],
        )


@pytest.fixture
def account_page(field: Field) -> Address:
    """An address that every role may ask for in every way: plain, with queries, with three bodies."""
    address = next(one for one in addresses() if one.name == "wagtailadmin_account")
    # Remembered before the guard is taken away, so that there is a form to send.
    assert form_of(field, address.url({}))
    return address


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("leak", [_tells, _changes, _deletes, _copies, _writes_by_hand])
def test_a_planted_leak_is_found(
    field: Field,
    monkeypatch: pytest.MonkeyPatch,
    account_page: Address,
    leak: Callable[[Field, Any], None],
    role: Role,
):
    """Behind a redirect, as most answers are: nothing of it stands in the answer itself."""

    def careless(self: Any, request: Any, *rest: Any) -> HttpResponse:
        leak(field, request)
        return HttpResponseRedirect("/admin/")

    known, user = Known(field), field.people[role]
    clean = Visit(field, user, known)
    clean.all_ways(account_page)
    assert clean.leaks == []
    monkeypatch.setattr(AddressGuardMiddleware, "process_view", careless)
    visit = Visit(field, user, known)
    visit.all_ways(account_page)
    assert visit.leaks


def _body(names: set[str], known: set[str]) -> str:
    """Which of the three bodies was sent: the crafted names alone, those of a form as well, or none."""
    return ("form" if names - known else "crafted") if names else "empty"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("body", ["crafted", "form", "empty"])
def test_a_leak_in_the_answer_to_one_body_alone_is_found(
    field: Field, monkeypatch: pytest.MonkeyPatch, account_page: Address, body: str, role: Role
):
    names = set(crafted(field.foreign))

    def careless(self: Any, request: Any, *rest: Any) -> HttpResponse:
        leaks = request.method == "POST" and _body(set(request.POST), names) == body
        return HttpResponse(field.foreign.one("units.official").name if leaks else "Đã lưu.")

    monkeypatch.setattr(AddressGuardMiddleware, "process_view", careless)
    visit = Visit(field, field.people[role], Known(field))
    visit.all_ways(account_page)
    assert [leak for leak in visit.leaks if f" {body} → 200: " in leak] == visit.leaks != []


def test_an_open_guard_is_found(field: Field, monkeypatch: pytest.MonkeyPatch):
    """Without our check of rows Wagtail's choosers tell the title of any id."""
    monkeypatch.setattr("units.isolation.guard.check", lambda rule, asked: None)
    visit = Visit(field, field.people[Role.LEADER], Known(field))
    for address in addresses():
        if address.name == "wagtailadmin_choose_page_chosen_multiple":
            visit.all_ways(address)
    assert visit.leaks
