"""A database of its own for the browser tests, in a file.

The suite's SQLite lives in memory and belongs to one connection. A server that shared it would run
every thread through that one connection, with their transactions tangled, and what it commits would
stay for all later tests of the worker. A copy in a file gives each thread a connection of its own, as
in production, leaves the suite's database alone, and is put back in milliseconds after each test.
"""

import sqlite3
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


class BrowserDatabase:
    """The default connection, pointed at a copy of the empty, migrated test database."""

    def __init__(self, folder: Path) -> None:
        self.live = folder / "browser.sqlite3"
        self.kept = folder / "kept.sqlite3"
        self._settings = connections.settings["default"]
        self._original: BaseDatabaseWrapper | None = None
        self._name = self._settings["NAME"]

    def open(self) -> None:
        original = connections["default"]
        assert original.vendor == "sqlite", "browser tests run in the SQLite pass"
        original.ensure_connection()
        _copy(original.connection, self.live)
        with sqlite3.connect(self.live) as own:
            own.execute("PRAGMA journal_mode=WAL")
        self._original = original
        self._settings["NAME"] = str(self.live)
        self._settings["OPTIONS"]["init_command"] = "PRAGMA synchronous=OFF"
        connections["default"] = connections.create_connection("default")

    def keep(self) -> None:
        """Remember what the database holds now."""
        with sqlite3.connect(self.live) as now:
            _copy(now, self.kept)

    def put_back(self) -> None:
        """Make the database what it was at `keep`."""
        connections.close_all()
        with sqlite3.connect(self.kept) as kept:
            _copy(kept, self.live)

    def close(self) -> None:
        connections["default"].close()
        self._settings["NAME"] = self._name
        self._settings["OPTIONS"].pop("init_command")
        assert self._original is not None
        connections["default"] = self._original


def _copy(source: sqlite3.Connection, target: Path) -> None:
    destination = sqlite3.connect(target, timeout=20)
    try:
        source.backup(destination)
    finally:
        destination.close()
