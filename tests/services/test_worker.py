"""The real parts together: PostgreSQL, Redis, a Celery worker in a process of its own."""

import itertools
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page

from deploy.redis_server import Redis
from portal.core import tasks
from portal.core.caches import FailSoftRedisCache, cache_outage
from portal.core.jobs import broker_outage

from .conftest import wait_until

pytestmark = pytest.mark.services

numbers = itertools.count()


def make_page() -> Page:
    Locale.objects.get_or_create(language_code="vi")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Gốc", slug="root"))
    page = Page(title="Thông báo", slug=f"thong-bao-{next(numbers)}", live=False)
    return root.add_child(instance=page)


def done_by(worker: Path) -> int:
    """Number of tasks that the worker says it finished."""
    return worker.read_text().count(" succeeded in ")


def port_of(server: Redis) -> int:
    return int(server.url.rpartition(":")[2].partition("/")[0])


@pytest.mark.django_db(transaction=True)
def test_a_publish_leaves_its_work_to_the_worker(worker: Path, database_vendor: str) -> None:
    assert database_vendor == "postgresql"
    before = done_by(worker)
    # The log is the module's: what stands there of a broker that another test took away is not meant.
    said = len(worker.read_text())
    make_page().save_revision().publish()
    assert not broker_outage.active
    assert wait_until(lambda: done_by(worker) > before), worker.read_text()
    told = worker.read_text()[said:]
    assert "Traceback" not in told, told


@pytest.mark.django_db(transaction=True)
def test_the_worker_fills_the_search_index(worker: Path) -> None:
    page = make_page()
    page.title = "Quy chế 2026"
    page.save_revision().publish()

    def found() -> bool:
        return page.pk in {hit.pk for hit in Page.objects.search("2026")}

    assert wait_until(found), worker.read_text()


@pytest.mark.django_db(transaction=True)
def test_the_worker_publishes_what_beat_says_is_due(worker: Path) -> None:
    page = make_page()
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    tasks.publish_scheduled.delay()

    def published() -> bool:
        page.refresh_from_db()
        return page.live

    assert wait_until(published), worker.read_text()


@pytest.mark.django_db(transaction=True)
def test_a_publish_survives_the_broker_and_the_worker_comes_back(
    worker: Path, broker: Redis
) -> None:
    page, port = make_page(), port_of(broker)
    broker.stop()
    page.title = "Khi Redis nghỉ"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live
    assert broker_outage.active

    broker.start(port)
    broker_outage.end()
    before = done_by(worker)
    page.save_revision().publish()
    assert wait_until(lambda: done_by(worker) > before, seconds=60), worker.read_text()


def test_the_cache_forgets_while_redis_is_away_and_works_again(redis_server: Redis) -> None:
    cache, port = FailSoftRedisCache(redis_server.url, {}), port_of(redis_server)
    cache.set("tin", "có")
    assert cache.get("tin") == "có"
    redis_server.stop()
    assert cache.get("tin", "không") == "không"
    redis_server.start(port)
    cache_outage.end()
    cache.set("tin", "lại có")
    assert cache.get("tin") == "lại có"
