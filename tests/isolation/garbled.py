"""What no browser sends, sent to an address in every way; an answer of 500 and more is told.

Which fields an address reads it says itself: its form, and every name that its view asks for while it
answers a plain request. All of them get a bad value at once. Where such a request is refused before all
were read, each field is sent by itself, so that no field hides another one.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.utils.datastructures import MultiValueDict

# More than any Python reads (3.12 follows ten thousand levels), and still room for every field of a form.
DEPTH = 12_000
BIG = "9" * 30
BAD_REQUEST, METHOD_NOT_ALLOWED = 400, 405

VALUES: dict[str, str] = {
    "deep list": "[" * DEPTH,
    "deep object": '{"a":' * DEPTH,
    "nested": "[" * 900 + "]" * 900,
    "list": "[1]",
    "object": '{"a": null}',
    "no JSON": "null",
    "surrogate": r'{"a": "\ud800\u0000"}',
    "64 bits": str(2**63),
    "big": BIG,
    "digits": "9" * 5000,
    "negative": "-1",
    "word": "khong-co",
    "NUL": "a\x00b",
    "nothing": "",
    "address": "http://[",
    "day": "9999-99-99",
}
JSON_BODIES: dict[str, bytes] = {
    "deep list": b"[" * DEPTH,
    "deep object": b'{"a":' * DEPTH,
    "list": b"[[1]]",
    "number": b"1" * 5000,
    "text": rb'"\ud800"',
    "null": b"null",
    "no UTF-8": b'{"a": "\xff\xfe"}',
    "nothing": b"",
}
MULTIPART = "multipart/form-data"
BODIES: dict[str, tuple[bytes, str]] = {
    "no boundary": (b"x", MULTIPART),
    "boundary that is none": (b"x", f"{MULTIPART}; boundary=\x01"),
    "broken off": (b"--b\r\nContent-Disposition: form-data; name=", f"{MULTIPART}; boundary=b"),
    "no base64": (
        b"--b\r\nContent-Disposition: form-data; name=title\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n\xff!\r\n--b--",
        f"{MULTIPART}; boundary=b",
    ),
    "no UTF-8": (b"title=%ED%A0%80%FF&%FF=1&next=%ED%A0%80", "application/x-www-form-urlencoded"),
    "UTF-16": (b"title=x", "application/x-www-form-urlencoded; charset=utf-16"),
    "no text": (b"--b--", f"{MULTIPART}; boundary=b; charset=hex"),
    "escapes": (
        b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n\\ud800\r\n--b--',
        f"{MULTIPART}; boundary=b; charset=unicode_escape",
    ),
    "unknown charset": (b"title=x", "application/x-www-form-urlencoded; charset=khong-co"),
    "too many fields": (b"a=&" * 10_001, "application/x-www-form-urlencoded"),
}
HEADERS: dict[str, dict[str, str]] = {
    "charset": {"content-type": "text/plain; charset=hex"},
    "length": {"content-length": "khong-co"},
    "range": {"range": "bytes=9-1,-,x", "if-modified-since": "khi nào", "if-none-match": '"'},
    "accept": {"accept": "/;q=x", "accept-language": "x" * 600, "accept-encoding": ";q="},
    "origin": {"origin": "http://[", "referer": "http://[", "x-forwarded-for": "x"},
}
COOKIES = {
    "session": "sessionid=a\x00b; csrftoken=\x01",
    "long session": f"sessionid={'9' * 5000}; csrftoken={'[' * 5000}",
    "messages": f"messages={'[' * 5000}; django_language=../../x",
    "signed messages": 'messages="[[\\"__json_message\\"]]:1:x"; wagtail_sidebar_collapsed=[',
}
# Fields by which a form is read, not what it says: each gets its bad values alone.
_CONTROL = re.compile(r"-(TOTAL_FORMS|INITIAL_FORMS|count|\d+-(order|type|deleted|id))$")
_CONTROL_VALUES = ("word", "big", "negative")


@contextmanager
def names_asked() -> Iterator[set[str]]:
    """Names of the fields that are looked for in what was sent."""
    found: set[str] = set()

    def noting(method: Callable[..., Any]) -> Callable[..., Any]:
        def looked(self: Any, key: Any, *rest: Any, **named: Any) -> Any:
            if isinstance(key, str):
                found.add(key)
            return method(self, key, *rest, **named)

        return looked

    with (
        patch.object(MultiValueDict, "__getitem__", noting(MultiValueDict.__getitem__)),
        patch.object(MultiValueDict, "get", noting(MultiValueDict.get)),
        patch.object(MultiValueDict, "getlist", noting(MultiValueDict.getlist)),
        patch.object(MultiValueDict, "__contains__", noting(dict.__contains__)),
    ):
        yield found


class Garbler:
    """One person's (or a visitor's) bad requests; `faults` tells which answers are faults of the server."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.faults: list[str] = []
        self._cookies = client.cookies.copy()

    def fields(self, url: str, form: dict[str, Any]) -> None:
        """Bad values for every field that is asked for."""
        self._ask(url)
        self._post(url, form)
        for name, body in JSON_BODIES.items():
            kind = "application/json"
            self._send(f"POST {url} JSON {name}", self.client.post, url, body, content_type=kind)

    def address(self, url: str) -> None:
        """The address itself is bad, or not for this person."""
        self._send(f"GET {url}", self.client.get, url)
        everything = dict.fromkeys(("id", "next", "title", "action"), VALUES["deep list"])
        self._send(f"POST {url}", self.client.post, url, everything)

    def head_and_body(self, url: str) -> None:
        """What is read before any view is asked: headers, cookies, the body's shape, the method."""
        for name, headers in HEADERS.items():
            self._send(f"GET {url} with {name}", self.client.get, url, headers=headers)
        session = self._cookies["sessionid"].OutputString() if "sessionid" in self._cookies else ""
        for name, cookie in COOKIES.items():
            headers = {"cookie": f"{session}; {cookie}" if "sessionid" not in cookie else cookie}
            self._send(f"GET {url} with {name}", self.client.get, url, headers=headers)
        for name, (body, kind) in BODIES.items():
            self._send(f"POST {url} {name}", self.client.generic, "POST", url, body, kind)
        for method in ("PATCH", "PUT", "DELETE", "OPTIONS", "KHONG"):
            self._send(
                f"{method} {url}",
                self.client.generic,
                method,
                url,
                b"[" * DEPTH,
                "application/json",
            )

    def _ask(self, url: str) -> None:
        with names_asked() as asked:
            self._send(f"GET {url}", self.client.get, url)
        self._fields(
            f"GET {url}", dict.fromkeys(asked, ""), lambda sent: self.client.get(url, sent)
        )

    def _post(self, url: str, form: dict[str, Any]) -> None:
        with names_asked() as asked:
            if self._send(f"POST {url} nothing", self.client.post, url, {}) == METHOD_NOT_ALLOWED:
                return
            self._send(f"POST {url} its form", self.client.post, url, form)
        valid = {**dict.fromkeys(asked, ""), **form}
        self._fields(f"POST {url}", valid, lambda sent: self.client.post(url, sent))
        files = {name: _file() for name in valid if not _CONTROL.search(name)}
        self._send(f"POST {url} files", self.client.post, url, {**valid, **files})

    def _fields(
        self, what: str, valid: dict[str, Any], send: Callable[[dict[str, Any]], HttpResponseBase]
    ) -> None:
        content = [name for name in valid if not _CONTROL.search(name)]
        control = [name for name in valid if _CONTROL.search(name)]
        for kind, value in VALUES.items() if content else ():
            sent = {**valid, **dict.fromkeys(content, value)}
            status = self._send(f"{what} {kind}", send, sent)
            if status >= 400 and status not in {403, 404, 405}:
                for name in content:
                    self._send(f"{what} {name} {kind}", send, {**valid, name: value})
        for name in control:
            for kind in _CONTROL_VALUES:
                self._send(f"{what} {name} {kind}", send, {**valid, name: VALUES[kind]})
            self._send(f"{what} without {name}", send, {n: valid[n] for n in valid if n != name})

    def _send(
        self, what: str, send: Callable[..., HttpResponseBase], *args: Any, **rest: Any
    ) -> int:
        told: list[str] = []

        def note(**_signal: Any) -> None:
            told.append(_where(sys.exc_info()[1]))

        self.client.cookies = self._cookies.copy()
        got_request_exception.connect(note)
        try:
            with transaction.atomic():
                response = send(*args, **rest)
                if response.streaming:
                    # Read to its end, it closes its file, and not the connection as `close()` would.
                    response.getvalue()
                transaction.set_rollback(True)
        finally:
            got_request_exception.disconnect(note)
        if response.status_code >= 500:
            self.faults.append(f"{what} → {response.status_code} {' '.join(told)}")
        elif response.status_code == BAD_REQUEST and not _says_what_to_do(response):
            self.faults.append(f"{what} → 400 without a sentence")
        return response.status_code


def _says_what_to_do(response: HttpResponseBase) -> bool:
    if response["Content-Type"].startswith("application/json"):
        return True
    return "Hãy" in response.content.decode()  # type: ignore[attr-defined]


def _where(error: BaseException | None) -> str:
    if error is None:
        return ""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{f.filename.rpartition('site-packages/')[2]}:{f.lineno}" for f in frames]
    return f"{type(error).__name__}: {str(error)[:120]!r} at {places[-8:]}"


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("../a\x00b.png", b"\x89PNG\r\n\x1a\n\x00", "image/png")
