"""What no form of ours sends gets 400 and a way on; a real fault stays a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.core.paginator import EmptyPage
from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError

from portal.core.malformed import is_about_what_was_sent
from tests.factories import Portal, browser, make_user
from units.models import Unit

BIG = "9" * 30


def asked(query: str = "", **posted: Any) -> HttpRequest:
    request = RequestFactory().post(f"/admin/?{query}", posted)
    request.resolver_match = None
    return request


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (asked(), MultiValueDictKeyError("body-count")),
        (asked(body="{"), json.JSONDecodeError("Expecting", "{", 1)),
        (asked("id=abc"), ValueError("Field 'id' expected a number but got 'abc'.")),
        (asked("sort=abc"), FieldError("Cannot resolve keyword 'abc' into field.")),
        (asked(position=""), ValueError("invalid literal for int() with base 10: ''")),
        (asked("day=9999-99-99"), ValidationError("“9999-99-99” không phải là ngày")),
        (asked("id=" + BIG), OverflowError("Python int too large to convert to SQLite INTEGER")),
        (asked("next=abc"), NoReverseMatch("Reverse for 'abc' not found.")),
        (asked("offset=" + BIG), IntegrityError("datatype mismatch")),
        (asked(name="x" * 300), DataError("value too long for type character varying(80)")),
        (asked("q=a%00b"), OperationalError("unterminated string")),
        (asked("q=a%00b"), ValueError("A string literal cannot contain NUL (0x00) characters.")),
    ],
)
def test_an_error_about_what_was_sent_is_the_senders(
    request_: HttpRequest, error: Exception
) -> None:
    assert is_about_what_was_sent(request_, error)


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (asked(title="abc"), KeyError("unit")),
        (asked(title="abc"), ValueError("invalid literal for int() with base 10: 'xyz'")),
        (asked(title="abc"), json.JSONDecodeError("Expecting", "{", 1)),
        (asked(title="abc"), OperationalError("database is locked")),
        (asked(title="abc"), IntegrityError("UNIQUE constraint failed")),
        (asked(title="abc"), AttributeError("'NoneType' object has no attribute 'abc'")),
    ],
)
def test_a_fault_of_the_server_stays_one(request_: HttpRequest, error: Exception) -> None:
    assert not is_about_what_was_sent(request_, error)


@pytest.fixture
def client(portal: Portal) -> Client:
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    client.force_login(make_user())
    return client


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/admin/api/main/pages/find/", {"id": "abc"}),
        ("/admin/api/main/images/", {"offset": BIG}),
        ("/admin/reception/receptionday/", {"unit": "abc"}),
        ("/admin/choose-email-link/", {"parent_page_id": "abc"}),
        # Answered by a view of ours in the place of Wagtail's.
        ("/admin/choose-external-link/", {"parent_page_id": "abc"}),
    ],
)
def test_garbled_addresses_of_the_administration(
    client: Client, path: str, query: dict[str, str]
) -> None:
    with connection.execute_wrapper(alone):
        assert client.get(path, query).status_code == 400


def alone(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """As on a server, where a statement that fails takes no other ones along (PostgreSQL)."""
    if sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
        return execute(sql, *rest)
    with transaction.atomic():
        return execute(sql, *rest)


def test_number_that_sqlite_cannot_count_to_is_no_fault(client: Client) -> None:
    """PostgreSQL compares it and finds nothing."""
    status = client.get("/admin/pages/", {"owner": BIG}).status_code
    assert status == (400 if connection.vendor == "sqlite" else 200)


@pytest.mark.parametrize(
    "data", [{}, {"import_file_name": "x", "input_format": "y", "from_index": "a"}]
)
def test_a_form_that_looks_for_what_was_not_sent(client: Client, data: dict[str, str]) -> None:
    assert client.post("/admin/redirects/import/process/", data).status_code == 400


@pytest.mark.parametrize("error", [EmptyPage("hết"), Unit.DoesNotExist("không có")])
def test_what_is_not_there_is_not_found(client: Client, error: Exception) -> None:
    with patch("units.people.views.InviteForm", side_effect=error):
        assert client.get("/admin/thanh-vien/moi/?p=99999").status_code == 404


def test_a_person_is_told_what_to_do(client: Client) -> None:
    error = MultiValueDictKeyError("body-count")
    with patch("units.people.views.InviteForm", side_effect=error):
        response = client.post("/admin/thanh-vien/moi/", {})
    html = response.content.decode()
    assert response.status_code == 400
    assert "nội dung đã nhập vẫn còn ở đó" in html
    assert "body-count" not in html


def test_a_script_gets_data(client: Client) -> None:
    with patch("units.people.views.InviteForm", side_effect=MultiValueDictKeyError("x")):
        response = client.post("/admin/thanh-vien/moi/", {}, headers={"accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error_code"] == "malformed"


def test_public_addresses_too(portal: Portal) -> None:
    with patch("home.models.HomePage.serve", side_effect=ValueError("got 'abc'")):
        client = browser()
        client.raise_request_exception = False
        assert client.get("/?trang=abc").status_code == 400
        assert client.get("/?trang=2").status_code == 500
