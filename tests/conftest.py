"""What every test gets: an empty cache, throw-away files, and the database named in the header.

The database is chosen by DATABASE_URL (`make test-sqlite`, `make test-postgres`).
"""

import gc
import os
import pickle
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key

from deploy import shares
from deploy.redis_server import Redis
from deploy.tools import find_chromium
from tests.databases import FOLDER, LONG_MADE, Databases, database_of

hypothesis_settings.register_profile("laptop", deadline=None, max_examples=60)
hypothesis_settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "laptop")


COMMITTING = ("browser", "services")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that commit end with an empty database, so they run apart from those that share one.

    What takes longest comes first: at the end of a pass one worker would wait for the other.
    """
    items.sort(key=lambda item: database_of(item) not in LONG_MADE)
    for item in items:
        mark = item.get_closest_marker("django_db")
        commits = mark is not None and mark.kwargs.get("transaction")
        if commits and not any(item.get_closest_marker(name) for name in COMMITTING):
            raise pytest.UsageError(
                f"{item.nodeid}: commits, and is marked by none of {COMMITTING}"
            )


def pytest_itemcollected(item: pytest.Item) -> None:
    """Each test says by itself which share of the suite it belongs to."""
    path = item.path.relative_to(item.config.rootpath).as_posix()
    for mark in shares.marks_of(path, _group_of(item)):
        item.add_marker(mark)


def _group_of(item: pytest.Item) -> str:
    """Tests that share what is expensive: a class, an opened page, the sample."""
    if isinstance(item, pytest.Function) and "opened" in item.fixturenames:
        return str(item.callspec.params["opened"])
    if (name := database_of(item)) in LONG_MADE:
        return name
    cls = item.getparent(pytest.Class)
    return cls.nodeid if cls else item.nodeid


def pytest_configure(config: pytest.Config) -> None:
    """The folder of the kept databases: of all workers, and of all passes of `deploy.run_tests`."""
    for mark in shares.marks():
        config.addinivalue_line("markers", f"{mark}: see deploy/shares.py")
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="portal-tests-")
        config.add_cleanup(partial(_throw_away_databases, config))


def pytest_collection_finish() -> None:
    """The collector need not look again and again at what stays until the end, nor after each page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50)


@cache
def databases() -> Databases:
    """Those of this process."""
    return Databases(Path(os.environ[FOLDER]))


def _throw_away_databases(config: pytest.Config) -> None:
    with config.stash[blocking_manager_key].unblock():
        databases().drop_all()
    shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture: a database that is made now must know nothing of what they change."""
    if name := database_of(item):
        with item.config.stash[blocking_manager_key].unblock():
            databases().use(name)


def pytest_report_header() -> str:
    from django.conf import settings

    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None) -> Databases:
    """Instead of pytest-django's, which migrates for every worker: `pytest_runtest_setup` has been here."""
    return databases()


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """No test sees what another one cached, nor believes that a service it stopped is still away."""
    from django.core.cache import caches

    from portal.core.caches import cache_outage
    from portal.core.jobs import broker_outage

    for each in caches.all(initialized_only=True):
        each.clear()
    cache_outage.end()
    broker_outage.end()


@pytest.fixture(autouse=True)
def _sessions_wait_for_no_clock(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session is written again every few seconds; on a slow machine that fell into a count of queries.

    Browsers keep the real interval, and so does the module about idle sessions (it overrides this).
    """
    if not request.node.get_closest_marker("browser"):
        monkeypatch.setattr("portal.users.idle.WRITE_INTERVAL", 3600)


@pytest.fixture(autouse=True)
def _files_are_read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program for each file costs a third of a second; who proves something about it has the marker."""
    from portal.core.intake import apart
    from portal.core.intake.reader import outcome_of

    if not any(request.node.get_closest_marker(name) for name in (*COMMITTING, "reads_apart")):
        monkeypatch.setattr(
            apart, "_told_by_program", lambda task, bounds: pickle.dumps(outcome_of(task))
        )


@pytest.fixture(autouse=True)
def _indexes_wait(request: pytest.FixtureRequest) -> Iterator[None]:
    """Wagtail's indexes are written when they are asked; where processes work together, at once."""
    from tests.late_indexes import indexes_wait

    if any(request.node.get_closest_marker(name) for name in COMMITTING):
        yield
        return
    with indexes_wait():
        yield


@pytest.fixture(scope="session", autouse=True)
def _tests_publish_directly() -> Iterator[None]:
    """What a test itself makes public needs no review; what a view of the portal publishes does.

    The permission never reaches into a request, so screens are tested with their rules in force;
    tests/moderation closes it for itself.
    """
    from units.publication.direct import allow_direct_publication

    with allow_direct_publication("Kiểm thử"):
        yield


@pytest.fixture(scope="session", autouse=True)
def _throw_away_media() -> Iterator[None]:
    """The folder that the test settings made for this process."""
    from django.conf import settings

    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture
def database_vendor() -> str:
    """`sqlite` or `postgresql`, for the few tests that prove something about one of them."""
    from django.db import connection

    return connection.vendor


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is; tests that need it carry the marker `browser`."""
    path = find_chromium()
    assert path, "no Chromium: run `make test`, which leaves the browser tests out by name"
    return path


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[Redis]:
    """A Redis of this test alone; `redis_server.url` points at it, `stop` and `start` work."""
    server = Redis(tmp_path / "redis")
    server.start()
    yield server
    server.stop()
