"""Names of cookies that a neighbour cannot set, where there is TLS."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from portal.core.cookies import secure_name


def request(secure: bool = False) -> HttpRequest:
    made = RequestFactory().get("/", secure=secure)
    made.session = {}
    return made


def test_a_cookie_below_a_path_is_secure_by_name_where_there_is_tls() -> None:
    assert secure_name(request(secure=True), "bai-7") == "__Secure-bai-7"
    assert secure_name(request(), "bai-7") == "bai-7"


@pytest.mark.parametrize(("tls", "name"), [(True, "__Host-messages"), (False, "messages")])
def test_messages_keep_to_what_their_name_promises(tls: bool, name: str) -> None:
    with override_settings(SESSION_COOKIE_SECURE=tls):
        storage, response = default_storage(request()), HttpResponse()
        storage.add(messages.INFO, "Đã lưu")
        storage.update(response)
        cookie = response.cookies[name]
        assert (cookie["path"], cookie["domain"], bool(cookie["secure"])) == ("/", "", tls)

        again = request()
        again.COOKIES[name] = cookie.value
        storage = default_storage(again)
        assert [str(message) for message in storage] == ["Đã lưu"]
        response = HttpResponse()
        storage.update(response)
        gone = response.cookies[name]
        # A browser forgets a name with a prefix only if it is told so in the same way.
        assert (gone["max-age"], gone["path"], bool(gone["secure"])) == (0, "/", tls)
