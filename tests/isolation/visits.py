"""One person asks for one address in every way; what came back and what changed is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponseBase
from django.test import Client
from django.utils.http import urlencode

from portal.users.models import User
from tests.isolation.addresses import Address, filled, has_ids, options_of
from tests.isolation.conftest import Field
from tests.isolation.planting import is_planted
from tests.isolation.quick import QuickClient, Written, messages_of
from tests.isolation.sowing import Garden
from tests.users.helpers import prove

HOST = "localhost"
Row = tuple[str, Any]


# Sessions, and the log in which refused ids are noted: no page that a redirect leads to shows them.
QUIET = {"django_session", "users_opensession", "wagtailcore_modellogentry"}


def signed_in(user: User, kind: type[Client] = Client) -> Client:
    client = kind(headers={"host": HOST}, raise_request_exception=False)
    client.force_login(user)
    prove(client, user)
    return client


def text_of(response: HttpResponseBase) -> str:
    """Everything that reaches the reader: headers, cookies, the body, and what the next page says."""
    body = response.getvalue() if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.items())
    told = f"{headers} {response.cookies.output()} {messages_of(response)}"
    return f"{told} {body.decode('utf-8', 'replace')}"


def planted_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if is_planted(model)]


def foreign_rows(field: Field, models: Iterable[type[Model]]) -> dict[Row, tuple[Any, ...]]:
    """Every row that holds a foreign word or was planted for somebody else, with all its values."""
    planted = {
        (row._meta.label_lower, row.pk)
        for garden in (field.foreign, field.province)
        for rows in garden.rows.values()
        for row in rows
    }
    found = {}
    for model in models:
        label, key = model._meta.label_lower, model._meta.pk.attname
        names = [part.attname for part in model._meta.concrete_fields]
        for values in model._base_manager.values_list(*names):
            row = (label, values[names.index(key)])
            if row in planted or field.words.in_text(repr(values), field.foreign_owners):
                found[row] = values
    return found


class _Forms(HTMLParser):
    """What a browser would send of all forms of a page, without choosing or typing anything."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
            self.data.setdefault(name, [""])
        elif tag == "option" and self._select and "selected" in dict(attrs):
            self.data.setdefault(self._select, []).append(values.get("value", ""))
        elif tag == "input" and name and self._is_sent(values, dict(attrs)):
            self.data.setdefault(name, []).append(values.get("value", ""))

    @staticmethod
    def _is_sent(values: dict[str, str], raw: dict[str, str | None]) -> bool:
        kind = values.get("type", "text")
        if kind in {"checkbox", "radio"}:
            return "checked" in raw
        return kind not in {"submit", "button", "file", "image"}

    def handle_data(self, data: str) -> None:
        if self._area:
            self.data[self._area] = [self.data[self._area][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""


_sent_by_superuser: dict[str, dict[str, Any]] = {}


def form_of(field: Field, url: str) -> dict[str, Any]:
    """What the form at this address would send, as a system administrator gets it."""
    if url not in _sent_by_superuser:
        with transaction.atomic():
            response = signed_in(field.superuser, QuickClient).get(url)
            # Looking at a picture makes scaled copies of it; the next visit must not see them.
            transaction.set_rollback(True)
        forms = _Forms()
        if response.status_code == 200 and not response.streaming:
            body = response.content.decode("utf-8", "replace")
            if response["Content-Type"].startswith("application/json"):
                answer = json.loads(body)
                body = (answer.get("html") or "") if isinstance(answer, dict) else ""
            forms.feed(body)
        forms.data.pop("csrfmiddlewaretoken", None)
        _sent_by_superuser[url] = forms.data
    return _sent_by_superuser[url]


def crafted(garden: Garden) -> dict[str, Any]:
    """What many views understand: a title, a confirmation, and ids of this garden."""
    page, image = garden.one("news.newspage"), garden.one("media.portalimage")
    return {
        "title": "Sửa",
        "name": "Sửa",
        "comment": "Lý do",
        "confirm": "1",
        "action-publish": "1",
        "id": [str(page.pk), str(image.pk)],
        "new_parent_page": str(garden.unit.home_page_id),
        "parent_page": str(garden.unit.home_page_id),
        "destination_page_id": str(garden.unit.home_page_id),
        "chooser": str(garden.unit.home_page_id),
        "revision_id": "1",
        "position": "0",
        "user": str(garden.one("users.user").pk),
        "unit": str(garden.unit.pk),
        "collection": str(garden.one("wagtailcore.collection").pk),
        "role": "unit_admin",
        "email": "ke-la@vks.example",
        "next": "/admin/",
    }


def queries(field: Field, address: Address, garden: Garden) -> Iterable[dict[str, Any]]:
    """The plain address; with searches, filters and exports, as many as lists understand."""
    handle = field.words.handle(garden.owner)
    ids = {"id": [*garden.ids("news.newspage")[:2], *garden.ids("media.portalimage")]}
    yield {}
    if "chosen_multiple" in address.name or "bulk" in address.name:
        yield ids
        yield {"id": garden.ids("media.portaldocument")}
        yield {"id": garden.ids("users.user")}
    if has_ids(address) and not _LISTS.search(address.name):
        return
    # `label` too: what was planted first is on a later page of the log.
    found = {"q": handle, "search": handle, "term": handle, "label": handle}
    yield {**found, "fields": "*", "limit": 100}
    if has_ids(address):
        return
    user, unit = garden.one("users.user").pk, garden.unit
    collection = garden.one("wagtailcore.collection").pk
    yield {"fields": "*", "order": "id"}
    yield {"collection_id": collection, "collection": collection}
    yield {"user": user, "owner": user, "locked_by": user}
    yield {"child_of": unit.home_page_id, "parent_page_id": unit.home_page_id, "unit": unit.pk}
    yield {"descendant_of": unit.home_page_id, "fields": "*"}
    yield {"tag": handle, "label": handle}
    yield {"export": "csv", "all": "1"}


# Object addresses that show lists, too.
_LISTS = re.compile("results|choose|usage|history|explore|index|_api:")


def targets(field: Field, address: Address) -> list[tuple[Garden, dict[str, Any], bool]]:
    """(whose objects, values of the places, whether to send data as well)."""
    found = [(field.foreign, values, True) for values in filled(address, field.foreign)]
    options = len(options_of(address.name))
    found += [(field.province, each, True) for each in filled(address, field.province)[:options]]
    if has_ids(address):
        if len(address.places) > 1:
            mixed = filled(address, field.own, field.foreign)
            found += [(field.foreign, values, True) for values in mixed[:options]]
        own = filled(address, field.own)
        found += [(field.foreign, values, False) for values in own[:options]]
    unique = {
        address.url(values): (garden, values, sends) for garden, values, sends in reversed(found)
    }
    return list(unique.values())


class Known:
    """What holds for all visits to one field: its rows, and the pages that were read to the end."""

    def __init__(self, field: Field) -> None:
        self.rows = foreign_rows(field, planted_models())
        self.followed: set[tuple[Any, str]] = set()


class Visit:
    """What one person learnt and changed at one address."""

    def __init__(self, field: Field, user: User, known: Known) -> None:
        self.field, self.client, self.known = field, signed_in(user, QuickClient), known
        self.user = user
        self.leaks: list[str] = []

    def all_ways(self, address: Address) -> None:
        for garden, values, sends in targets(self.field, address):
            self.written = Written()
            with transaction.atomic():
                with self.written:
                    self._visit(address, address.url(values), garden, sends)
                self._compare(address.name)
                transaction.set_rollback(True)

    def _visit(self, address: Address, url: str, garden: Garden, sends: bool) -> None:
        """403 is the guard's word, given before the view reads anything (Wagtail's own views send
        people away by a redirect): what is closed for the plain address is closed for its searches,
        and one POST tells whether it is for what is sent as well."""
        form: dict[str, Any] = {}
        for query in queries(self.field, address, garden):
            response = self.client.get(url, query)
            self.look(f"GET {url} {sorted(query)}", response)
            if response.status_code == 403:
                break
        else:
            form = form_of(self.field, url) if sends else {}
        if sends:
            self._send(address, url, garden, form)

    def _send(self, address: Address, url: str, garden: Garden, form: dict[str, Any]) -> None:
        data = crafted(garden)
        query = urlencode({"id": data["id"], "next": "/admin/"}, doseq=True)
        ways = {"crafted": data, "form": {**data, **form} if form else None}
        if not has_ids(address):
            ways["empty"] = {}
        for name, sent in ways.items():
            if sent is None:
                continue
            response = self.client.post(f"{url}?{query}", sent)
            self.look(f"POST {url} {name}", response)
            if response.status_code == 403 and not form:
                break
        if "_api:" not in address.name:
            return
        json = {"destination_page_id": garden.unit.home_page_id, "slug": "moi", "revision_id": 1}
        sent_json = self.client.post(url, json, content_type="application/json")
        self.look(f"POST {url} json", sent_json)
        self.look(f"DELETE {url}", self.client.delete(url))

    def look(self, what: str, response: HttpResponseBase, follows: bool = True) -> None:
        told = self.field.words.in_text(text_of(response), self.field.foreign_owners)
        if told:
            self.leaks.append(f"{what} → {response.status_code}: {sorted(told)[:4]}")
        # Wagtail breaks off at forms that lack what every browser sends, and tells nothing by it.
        if response.status_code >= 500 and not what.endswith(("crafted", "empty", "json")):
            self.leaks.append(f"{what} → {response.status_code}")
        place = urlsplit(response.get("Location", ""))
        if follows and place.path and place.netloc in {"", HOST}:
            self._follow(what, f"{place.path}?{place.query}" if place.query else place.path)

    def _follow(self, what: str, url: str) -> None:
        """The page that a redirect leads to; once for each person while nothing has changed.

        Most requests are refused by way of the first screen. What differs between its answers is the
        message, and that is read with the answer that leaves it.
        """
        is_same = not self.written.beyond(QUIET)
        if is_same and (self.user.pk, url) in self.known.followed:
            return
        before = len(self.leaks)
        self.look(f"{what}, then", self.client.get(url), follows=False)
        if is_same and not self.written.beyond(QUIET) and len(self.leaks) == before:
            self.known.followed.add((self.user.pk, url))

    def _compare(self, url: str) -> None:
        """Rows of tables that nothing was written to are what they were."""
        models = [model for model in planted_models() if self.written.touched(model)]
        labels = {model._meta.label_lower for model in models}
        now = foreign_rows(self.field, models)
        before = {row: v for row, v in self.known.rows.items() if row[0] in labels}
        changed = {row for row in before if now.get(row) != before[row]}
        new = set(now) - set(before)
        if changed or new:
            self.leaks.append(f"{url} changed {sorted(changed)[:5]}, made {sorted(new)[:5]}")
