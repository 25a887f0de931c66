"""The databases that tests start from: each is made once in a run, kept, and copied by every worker.

Migrating takes ten seconds and building even a small portal more than one, so neither is done for each
worker or module. A test starts from the database that its fixtures name (`portal_database`, see
`BUILDS`), or from the migrated, empty one; a worker keeps its copy of each and turns from one to the
other between tests, which roll back what they do. Rows, files and what the builder returned are kept
together in a folder of the run (`FOLDER`), which the first process makes and takes away.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from wagtail.models import Site

from tests import factories
from units.publication.direct import allow_direct_publication

FOLDER = "TEST_DATABASES"
MIGRATED = "migrated"


@dataclass(frozen=True)
class Build:
    """How a database comes into being: on top of which other one, and what is then done."""

    base: str
    make: str  # "module:function", imported when it is needed


# A fixture that asks for `<name>_database` makes its tests start from that one.
BUILDS = {
    "portal": Build(MIGRATED, "tests.fixtures:make_small_portal"),
    "gardens": Build("portal", "tests.isolation.conftest:build"),
    "sample": Build(MIGRATED, "tests.demo.loading:load_sample"),
    "desk": Build(MIGRATED, "tests.demo.loading:load_desk_alone"),
}
# They take so long to make that all tests that start from one take turns together (deploy/shares.py).
LONG_MADE = {"sample", "desk"}


def database_of(item: pytest.Item) -> str:
    """The name of the database that a test starts from; nothing when it needs none."""
    asked = set(getattr(item, "fixturenames", ()))
    named = [name for name in BUILDS if f"{name}_database" in asked]
    named = [name for name in named if name not in {BUILDS[other].base for other in named}]
    if len(named) > 1:
        raise pytest.UsageError(f"{item.nodeid}: cannot start from {' and '.join(named)} at once")
    if named:
        return named[0]
    marked = item.get_closest_marker("django_db") is not None
    return MIGRATED if marked or asked & {"db", "transactional_db", "django_db_setup"} else ""


class Databases:
    """The copies of one worker. Only `use` turns the default connection to another one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = _SERVERS[connection.vendor](folder)
        self._made: dict[str, bytes] = {}
        self._now = ""

    def use(self, name: str) -> None:
        """Let the default connection lead to this worker's copy of the database."""
        if name == self._now:
            return
        assert not connection.in_atomic_block, f"{self._now} is still in use: not turned to {name}"
        self._now, copy = "", f"{name}_{os.getpid()}"
        if name not in self._made:
            made = self._keep(name)
            self._server.copy(name, copy)
            if (files := self._folder / f"{name}.files").exists():
                shutil.copytree(files, settings.MEDIA_ROOT, dirs_exist_ok=True)
            self._made[name] = made
        self._server.turn_to(copy)
        self._now = name
        forget_rows()

    def made(self, name: str) -> Any:
        """What the builder returned; objects of one's own, whatever others did with theirs."""
        return pickle.loads(self._made[name])[1]  # noqa: S301

    def drop_all(self) -> None:
        self._server.drop_all()

    def _keep(self, name: str) -> bytes:
        """Make the database unless another worker has; what its builder returned."""
        kept = self._folder / f"{name}.made"
        with (self._folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_bytes(pickle.dumps(self._make(name)))
        made = kept.read_bytes()
        factories.numbers.skip_to(pickle.loads(made)[0])  # noqa: S301
        return made

    def _make(self, name: str) -> tuple[int, Any]:
        """Numbers given out so far, and what the builder returned."""
        if name == MIGRATED:
            self._server.create(name)
            call_command("migrate", interactive=False, verbosity=0, run_syncdb=True)
            self._server.keep(name)
            return factories.numbers.last, None
        build = BUILDS[name]
        self._keep(build.base)
        self._server.copy(build.base, name)
        self._server.turn_to(name)
        forget_rows()
        with (
            override_settings(MEDIA_ROOT=self._folder / f"{name}.files"),
            allow_direct_publication("Kiểm thử"),
            transaction.atomic(),
        ):
            made = resolve_name(build.make)()
            # What waits for a commit never comes about in a test that is rolled back; nor here.
            connection.run_on_commit.clear()
        self._server.keep(name)
        return factories.numbers.last, made


def forget_rows() -> None:
    """Caches of the process that hold rows: the same keys may be other rows in another database.

    Types of content are read again at once: whether a process happens to know one must not change what
    a test counts.
    """
    ContentType.objects.clear_cache()
    ContentType.objects.get_for_models(*apps.get_models())
    Site.clear_site_root_paths_cache()


class Server:
    """Where databases are: created, copied and kept by name; one is led to at a time."""

    def __init__(self, folder: Path) -> None:
        raise NotImplementedError

    def create(self, name: str) -> None:
        """A new one with nothing in it, turned to."""
        raise NotImplementedError

    def copy(self, kept: str, name: str) -> None:
        raise NotImplementedError

    def turn_to(self, name: str) -> None:
        raise NotImplementedError

    def keep(self, name: str) -> None:
        """The one turned to is finished: others may copy it from now on."""
        raise NotImplementedError

    def drop_all(self) -> None:
        """Take away what this run made outside its folder."""


class Memory(Server):
    """SQLite: kept in files, worked on in memory, where nothing is ever written to a disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, sqlite3.Connection] = {}

    def create(self, name: str) -> None:
        self.turn_to(name)

    def copy(self, kept: str, name: str) -> None:
        self.turn_to(name)
        with sqlite3.connect(self._file(kept)) as file:
            file.backup(self._open[name])
        file.close()

    def turn_to(self, name: str) -> None:
        # Closing would throw away what is in memory.
        connection.connection = self._open.get(name)
        _rename(f"file:{name}?mode=memory&cache=shared")
        if name not in self._open:
            connection.connect()
            self._open[name] = connection.connection

    def keep(self, name: str) -> None:
        with sqlite3.connect(self._file(name)) as file:
            self._open[name].backup(file)
        file.close()
        connection.connection = None
        self._open.pop(name).close()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite3"


class PostgresServer(Server):
    """PostgreSQL copies a database by itself; names carry the run's folder, as the server may stay."""

    def __init__(self, folder: Path) -> None:
        self._run = f"test_{folder.name.lower()}".replace("-", "_")

    def create(self, name: str) -> None:
        self._drop(self._named(name))
        self._administer(f'CREATE DATABASE "{self._named(name)}"')
        self.turn_to(name)

    def copy(self, kept: str, name: str) -> None:
        self._drop(self._named(name))
        self._administer(
            f'CREATE DATABASE "{self._named(name)}" TEMPLATE "{self._named(kept)}" STRATEGY FILE_COPY'
        )

    def turn_to(self, name: str) -> None:
        connection.close()
        _rename(self._named(name))

    def keep(self, name: str) -> None:
        # What nobody is connected to can be copied.
        connection.close()

    def _named(self, name: str) -> str:
        return f"{self._run}_{name}"

    def drop_all(self) -> None:
        like = self._run.replace("_", r"\_") + r"\_%"
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [like])
            found = cursor.fetchall()
        for (name,) in found:
            self._drop(name)

    def _drop(self, name: str) -> None:
        self._administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _administer(self, statement: str) -> None:
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)


_SERVERS: dict[str, type[Server]] = {"sqlite": Memory, "postgresql": PostgresServer}


def _rename(name: str) -> None:
    """For connections of other threads as well: they are made from the same settings."""
    connection.settings_dict["NAME"] = name


@contextmanager
def undone_at_the_end(blocker: Any) -> Iterator[None]:
    """For fixtures of a module or class: what is written inside is gone after their last test."""
    with blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
    yield
    with blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
