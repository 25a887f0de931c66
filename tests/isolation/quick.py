"""What makes thousands of requests cheap: a client without a test's luggage, and who wrote where."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Model
from django.http import HttpResponseBase
from django.test import Client

_WRITES = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+[\"`]?(\w+)", re.I
)
_READS = re.compile(r"\s*(?:\(?\s*SELECT|SAVEPOINT|RELEASE|ROLLBACK|EXPLAIN)\b", re.I)


class QuickClient(Client):
    """Django's client without copies of every template's context, which cost more than the page."""

    def request(self, **request: Any) -> HttpResponseBase:  # type: ignore[override]
        response = self.handler(self._base_environ(**request))
        if response.cookies:
            self.cookies.update(response.cookies)
        return response


def messages_of(response: HttpResponseBase) -> str:
    """What the next page would tell the person about this request."""
    storage = getattr(response.wsgi_request, "_messages", None)  # type: ignore[attr-defined]
    return " ".join(str(message) for message in storage._queued_messages) if storage else ""


class Written:
    """The tables that statements changed while this was active.

    A statement that is neither known to read nor known to write one table counts for every table.
    """

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.everything = False
        self._wrapper = connection.execute_wrapper(self._note)

    def __enter__(self) -> Written:
        self._wrapper.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._wrapper.__exit__(*error)

    def _note(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        written = _WRITES.match(sql)
        if written:
            self.tables.add(written[1].lower())
        elif not _READS.match(sql):
            self.everything = True
        return execute(sql, *rest)

    def touched(self, model: type[Model]) -> bool:
        """Whether a row of the model may be another one now, in any of its tables."""
        own = {model._meta.db_table.lower()}
        own |= {parent._meta.db_table.lower() for parent in model._meta.get_parent_list()}
        return self.everything or bool(own & self.tables)

    def beyond(self, quiet: set[str]) -> bool:
        """Whether anything but these tables was written."""
        return self.everything or bool(self.tables - quiet)
