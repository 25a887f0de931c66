"""What no form of ours sends gets 400 and a way on; a real fault stays a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.core.paginator import Paginator
from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.coreutils import resolve_model_string

from portal.core.malformed import is_about_what_was_sent
from portal.core.sent_json import UnreadableError
from tests.factories import Portal, browser, make_user
from tests.users.helpers import sign_in
from units.models import Unit

BIG = "9" * 30
KEPT = "nội dung đã nhập vẫn còn ở đó"
FORM = "application/x-www-form-urlencoded"


def asked(query: str = "", **posted: Any) -> HttpRequest:
    request = RequestFactory().post(f"/admin/?{query}", posted)
    request.resolver_match = None
    return request


def caught(broken: Callable[[], Any]) -> Exception:
    with pytest.raises((ValueError, NoReverseMatch)) as raised:
        broken()
    return raised.value


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (asked(), MultiValueDictKeyError("body-count")),
        (asked(), UnreadableError("body")),
        (asked(body="[" * 5000), RecursionError("maximum recursion depth exceeded")),
        (asked(position="[" * 5000), caught(lambda: int("[" * 5000))),
        (asked(type="x"), caught(lambda: resolve_model_string("x"))),
        (asked(next="//["), caught(lambda: urlsplit("//["))),
        (asked(q="[" * 60_000), OperationalError("LIKE or GLOB pattern too complex")),
        (asked(body="{"), json.JSONDecodeError("Expecting", "{", 1)),
        (asked("id=abc"), ValueError("Field 'id' expected a number but got 'abc'.")),
        (asked("sort=abc"), FieldError("Cannot resolve keyword 'abc' into field.")),
        (asked(position=""), ValueError("invalid literal for int() with base 10: ''")),
        (asked("day=9999-99-99"), ValidationError("“9999-99-99” không phải là ngày")),
        (asked("id=" + BIG), OverflowError("Python int too large to convert to SQLite INTEGER")),
        (asked("next=abc"), NoReverseMatch("Reverse for 'abc' not found.")),
        (asked(next="a\x00b"), caught(lambda: reverse("a\x00b"))),
        (asked(next='{"a": 1}'), caught(lambda: reverse('{"a": 1}'))),
        (asked("offset=" + BIG), IntegrityError("datatype mismatch")),
        (asked(name="x" * 300), DataError("value too long for type character varying(80)")),
        (asked("q=a%00b"), OperationalError("unterminated string")),
        (asked(q='"\\u"'), OperationalError('fts5: syntax error near "\\"')),
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
        (asked(title="[" * 20), RecursionError("maximum recursion depth exceeded")),
        (asked(title="[" * 5000), caught(lambda: int("]" * 5000))),
        (asked(title="abc"), ValueError("invalid literal for int() with base 10: 'xyz'")),
        (asked(title="abc"), json.JSONDecodeError("Expecting", "{", 1)),
        (asked(title="abc"), caught(lambda: resolve_model_string("x"))),
        (asked(title="abc"), caught(lambda: urlsplit("//["))),
        (asked(title="abc"), caught(lambda: reverse("abc:x"))),
        (asked(title="abc"), OperationalError("LIKE or GLOB pattern too complex")),
        (asked(title="abc"), OperationalError('fts5: syntax error near "\\"')),
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
    sign_in(client, make_user())
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


@pytest.mark.parametrize(
    "look_up",
    [
        lambda **_kwargs: Paginator(["một"], 1).page("99999"),
        lambda **_kwargs: Unit.objects.get(pk="99999"),
    ],
)
def test_what_is_not_there_is_not_found(client: Client, look_up: Callable[..., Any]) -> None:
    with patch("wagtail.admin.views.home.HomeView.get_context_data", side_effect=look_up):
        assert client.get("/admin/?p=99999").status_code == 404


def test_a_person_is_told_what_to_do(client: Client) -> None:
    error = MultiValueDictKeyError("body-count")
    with patch("units.people.views.InviteForm", side_effect=error):
        response = client.post("/admin/thanh-vien/moi/", {})
    html = response.content.decode()
    assert response.status_code == 400
    assert KEPT in html
    assert "body-count" not in html


def test_a_script_gets_data(client: Client) -> None:
    with patch("units.people.views.InviteForm", side_effect=MultiValueDictKeyError("x")):
        response = client.post("/admin/thanh-vien/moi/", {}, headers={"accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error_code"] == "malformed"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ((b"a=1&" * 10_001, FORM), "Chia nội dung ra"),
        ((b"x", "multipart/form-data"), KEPT),
        ((b"x", f"{FORM}; charset=utf-16"), KEPT),
        ((b"x", "text/plain; charset=hex"), KEPT),
    ],
)
def test_a_form_that_cannot_be_read_at_all(portal: Portal, sent: Any, words: str) -> None:
    visitor, address = browser(), "/admin/tai-khoan/dang-nhap/"
    response = visitor.generic("POST", address, *sent)
    assert response.status_code == 400
    assert words in response.content.decode()
    told = visitor.generic("POST", address, *sent, headers={"accept": "application/json"})
    assert words in told.json()["error_message"]


def test_a_chooser_that_shows_again_what_is_no_id(client: Client) -> None:
    sent = {"portrait": "khong-co", "name": "Nông Văn Thử"}
    assert client.post("/admin/units/official/create/", sent).status_code == 400


def test_a_bare_answer_of_a_library_becomes_a_page(client: Client) -> None:
    """Wagtail says “Cannot POST to this view without AJAX”."""
    response = client.post("/admin/images/multiple/add/", {})
    assert response.status_code == 400
    assert KEPT in response.content.decode()


def test_the_way_back_after_the_sign_in_is_no_address(portal: Portal) -> None:
    assert browser().get("/admin/tai-khoan/dang-nhap/", {"next": "http://["}).status_code == 200


def test_public_addresses_too(portal: Portal) -> None:
    with patch("home.models.HomePage.serve", side_effect=ValueError("got 'abc'")):
        client = browser()
        client.raise_request_exception = False
        assert client.get("/?trang=abc").status_code == 400
        assert client.get("/?trang=2").status_code == 500


@pytest.mark.parametrize(
    ("register", "sent"),
    [
        ("units_official", {"unit__id__exact": "abc"}),
        ("units_unit", {"is_active__exact": ""}),
        ("units_unit", {"is_active__exact": "[" * 5000}),
    ],
)
def test_a_filter_of_a_register_takes_no_word_for_a_number_or_a_choice(
    client: Client, register: str, sent: dict[str, str]
) -> None:
    assert client.get(reverse(f"{register}_modeladmin_index"), sent).status_code == 400


def test_a_register_is_asked_with_a_word_of_its_template(client: Client) -> None:
    """A dictionary's key comes before its method: `params.items` was what had been sent as `items`."""
    register = reverse("navigation_menuitem_modeladmin_index")
    assert client.get(register, {"items": "1", "q": "Trang"}).status_code == 200


def test_no_row_has_the_number_zero(client: Client, portal: Portal) -> None:
    """Wagtail takes it for no number at all, and breaks off over the version that it did not look for."""
    address = reverse("wagtailadmin_pages:revisions_revert", args=[portal.home.pk, 0])
    assert client.get(address).status_code == 404
