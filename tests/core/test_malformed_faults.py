"""A fault of ours looks like a garbled request where both hold the same value: it stays a fault."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import DataError, IntegrityError, OperationalError
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from tests.factories import Portal, make_user
from tests.users.helpers import sign_in
from units.models import Membership, Unit

# A view of ours, what a view of ours calls, a view of Wagtail's, and code of ours that this one calls.
OUR_ADDRESS, OUR_VIEW = "/admin/thanh-vien/moi/", "units.people.views.InviteForm"
STOCK_ADDRESS, STOCK_VIEW = "/admin/", "wagtail.admin.views.home.HomeView.get_context_data"
OUR_HOOK = "units.moderation.panels.is_board"
LOCKED = OperationalError("database is locked")
Break = Callable[[], Any]


def raising(error: Exception) -> Break:
    def broken() -> None:
        raise error

    return broken


def answer(client: Client, address: str, target: str, broken: Break, sent: dict[str, str]) -> int:
    with patch(target, side_effect=lambda *_args, **_kwargs: broken()):
        return client.get(address, sent).status_code


@pytest.fixture
def client(portal: Portal) -> Client:
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    sign_in(client, make_user())
    return client


FAULTS: list[tuple[dict[str, str], Break]] = [
    ({"page": "1"}, lambda: {}["1"]),
    ({"q": "x"}, lambda: int("x")),
    ({"q": ""}, lambda: int("")),
    ({"id": "5"}, lambda: Unit.objects.get(pk="5555555")),
    ({"id": "5555555"}, lambda: Unit.objects.get(pk="5555555")),
    ({"page": "9"}, lambda: Paginator(["một"], 1).page("9")),
    ({"q": "x"}, lambda: Unit.objects.filter(x=1)),
    ({"q": "x"}, lambda: Unit.objects.filter(pk="x")),
    ({"q": "x"}, lambda: reverse("x")),
    ({"q": "1"}, lambda: reverse("wagtailadmin_pages:edit", args=["1", "2"])),
    ({"q": "{"}, lambda: json.loads("{")),
    ({"q": "x"}, raising(ValidationError("“x” không hợp lệ"))),
    ({"q": "x"}, lambda: signing.loads("x")),
    ({"q": "x" * 90}, raising(DataError("value too long for type character varying(80)"))),
    ({"q": "x"}, raising(DataError('invalid input syntax for type integer: "x"'))),
    ({"id": "5"}, raising(DataError("integer out of range"))),
    ({"id": "9" * 30}, raising(IntegrityError("UNIQUE constraint failed"))),
    ({"q": "a\x00b"}, raising(LOCKED)),
    ({"id": "9" * 30}, lambda: date(2026, 2, 30)),
    ({"id": "2147483647"}, raising(DataError("integer out of range"))),
]


@pytest.mark.parametrize(("sent", "broken"), FAULTS)
def test_a_fault_in_our_view_stays_one(
    client: Client, caplog: pytest.LogCaptureFixture, sent: dict[str, str], broken: Break
) -> None:
    with caplog.at_level(logging.ERROR, logger="django.request"):
        assert answer(client, OUR_ADDRESS, OUR_VIEW, broken, sent) == 500
    assert any(record.exc_info for record in caplog.records), "nobody would learn of it"


@pytest.mark.parametrize(("sent", "broken"), FAULTS[:12])
def test_a_fault_of_ours_below_a_view_of_wagtail_stays_one(
    client: Client, sent: dict[str, str], broken: Break
) -> None:
    assert answer(client, STOCK_ADDRESS, OUR_HOOK, broken, sent) == 500


@pytest.mark.parametrize(
    ("sent", "broken"),
    [
        ({"page": "1"}, lambda: {}["1"]),
        ({"page": "1"}, lambda: int("x")),
        ({"page": "1"}, lambda: Site.objects.filter(hostname="casino.example").get()),
        ({"page": "1"}, lambda: Unit.objects.get(pk="5555555")),
        ({"page": "1"}, lambda: Membership(role="x").unit),
        ({"q": "'"}, raising(ValueError("it's 'broken'"))),
        ({"q": ""}, lambda: reverse("wagtailadmin_pages:edit", args=[""])),
        ({"q": "a\x00b"}, raising(LOCKED)),
        ({"id": "5"}, raising(DataError("integer out of range"))),
        ({"id": "9" * 30}, raising(IntegrityError("UNIQUE constraint failed"))),
        ({"q": "x" * 79}, raising(DataError("value too long for type character varying(80)"))),
    ],
)
def test_what_no_value_of_the_request_caused_stays_a_fault(
    client: Client, sent: dict[str, str], broken: Break
) -> None:
    assert answer(client, STOCK_ADDRESS, STOCK_VIEW, broken, sent) == 500


@pytest.mark.parametrize(
    ("sent", "broken", "status"),
    [
        ({"q": "abc"}, lambda: int("abc"), 400),
        ({"q": "it's"}, lambda: int("it's"), 400),
        ({"id": "abc"}, lambda: Unit.objects.get(pk="abc"), 400),
        ({"id": "5555555"}, lambda: Unit.objects.get(pk="5555555"), 404),
        ({"sort": "abc"}, lambda: Unit.objects.order_by("abc").first(), 400),
        ({"q": "abc"}, lambda: reverse("wagtailadmin_pages:edit", args=["abc"]), 400),
        ({"q": "abc"}, raising(ValidationError("“abc” không hợp lệ")), 400),
        ({"id": "3000000000"}, raising(DataError("integer out of range")), 400),
        (
            {"id": "40000"},
            raising(DataError('value "40000" is out of range for type smallint')),
            400,
        ),
        ({"q": "x" * 81}, raising(DataError("value too long for type character varying(80)")), 400),
        ({"q": "x"}, raising(DataError('invalid input syntax for type integer: "x"')), 400),
    ],
)
def test_a_view_of_wagtail_that_stumbles_over_what_was_sent(
    client: Client, sent: dict[str, str], broken: Break, status: int
) -> None:
    assert answer(client, STOCK_ADDRESS, STOCK_VIEW, broken, sent) == status


@pytest.mark.parametrize(
    ("sent", "broken"),
    [
        ({"q": "a\x00b"}, raising(ValueError("A string literal cannot contain NUL (0x00)"))),
        ({"id": "9" * 30}, raising(OverflowError("Python int too large to convert to SQLite"))),
        ({"id": "3000000000"}, raising(DataError("integer out of range"))),
        ({"id": "9" * 5000}, lambda: int("9" * 5000)),
    ],
)
def test_what_no_database_can_keep_needs_no_view(
    client: Client, sent: dict[str, str], broken: Break
) -> None:
    assert answer(client, OUR_ADDRESS, OUR_VIEW, broken, sent) == 400
