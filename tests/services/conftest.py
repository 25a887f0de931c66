"""A real worker beside a real Redis, on the database of the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Collection, Locale, Page

from deploy.redis_server import Redis
from portal.celery import app
from tests.factories import Portal, make_portal

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


def wait_until(what: Callable[[], bool], *, seconds: float = 30.0) -> bool:
    """Ask again and again until it is true or the time is up; the last answer."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def somebody_waits() -> bool:
    """Whether PostgreSQL keeps one of this database's connections waiting for a lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0] > 0


def planted_portal(*slugs: str) -> Portal:
    """A portal in a database that the test before has emptied of what migrations make."""
    Locale.objects.get_or_create(language_code="vi")
    if Page.get_first_root_node() is None:
        Page.add_root(instance=Page(title="Gốc", slug="root"))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Gốc")
    return make_portal(list(slugs))


def database_url() -> str:
    """The test's own database, for a process that is not the test."""
    name, given = connection.settings_dict["NAME"], connection.settings_dict
    return f"postgres://{given['USER']}@{given['HOST']}:{given['PORT']}/{name}"


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """Celery of this process sends to a Redis of this module instead of running tasks at once."""
    server = Redis(tmp_path_factory.mktemp("redis"))
    server.start()
    app.conf.update(
        broker_url=server.url,
        broker_transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS,
        task_always_eager=False,
    )
    app._after_fork()
    yield server
    server.stop()
    app.conf.update(broker_url="", task_always_eager=True)
    app._after_fork()


@pytest.fixture(scope="module")
def worker_process(
    broker: Redis, django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A worker as in production, started again when it ends by itself; gives the file with its log."""
    folder = tmp_path_factory.mktemp("worker")
    log = folder / "worker.log"
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "REDIS_URL": broker.url,
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": "tests-only",
        "ADMIN_HOST": "localhost",
        "MEDIA_ROOT": str(folder / "media"),
        "LOG_LEVEL": "INFO",
    }
    command = [sys.executable, "-m", "deploy.keep_running"]
    command += [sys.executable, "-m", "celery", "-A", "portal", "worker"]
    command += ["--concurrency", "1", "--without-gossip", "--without-mingle", "-n", "test@%h"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
    try:
        ready = wait_until(lambda: "ready" in log.read_text(), seconds=START_SECONDS)
        assert ready, log.read_text()
        yield log
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def is_at_rest(log: Path) -> bool:
    """Whether the worker says nothing for a second; each of its tasks takes a tenth of that.

    Tasks begun and ended can not be counted: what the broker had handed out when it stopped comes twice.
    """
    seen = log.read_text()
    time.sleep(1)
    return log.read_text() == seen


@pytest.fixture
def worker(worker_process: Path, transactional_db: None) -> Iterator[Path]:
    """The module's worker. The test's database is emptied afterwards, which must not meet a task half
    done: PostgreSQL would find the two waiting for each other."""
    yield worker_process
    assert wait_until(lambda: is_at_rest(worker_process)), worker_process.read_text()
