"""Background work without a broker, with one, and with a dead one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.exceptions import InvalidTaskError
from kombu.exceptions import OperationalError
from wagtail.models import Locale, Page

from deploy.ports import free_port
from portal.celery import app
from portal.core import tasks
from portal.core.caches import FailSoftRedisCache
from portal.core.jobs import broker_outage

ran: list[str] = []


@task()
def note(word: str) -> None:
    ran.append(word)


@task()
def look_for_a_page(pk: int) -> None:
    Page.objects.get(pk=pk)


def with_context(context: Any, word: str) -> None:
    """Not decorated here: the backend must refuse it."""


@pytest.fixture(autouse=True)
def _fresh_list() -> None:
    ran.clear()


@pytest.fixture
def _with_broker() -> Iterator[None]:
    """Celery as in production, towards a port where nobody listens."""
    url = f"redis://127.0.0.1:{free_port()}/0"
    app.conf.update(broker_url=url, task_always_eager=False)
    app._after_fork()
    yield
    app.conf.update(broker_url="", task_always_eager=True)
    app._after_fork()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[Any]]]:
    """What was given to Celery, instead of giving it."""
    calls: list[tuple[str, list[Any]]] = []
    monkeypatch.setattr(
        tasks.run_django_task, "delay", lambda path, args, kwargs: calls.append((path, args))
    )
    return calls


def make_page(slug: str = "thong-bao") -> Page:
    Locale.objects.get_or_create(language_code="vi")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Gốc", slug="root"))
    return root.add_child(instance=Page(title="Thông báo", slug=slug, live=False))


def test_without_a_broker_a_task_runs_at_once() -> None:
    result = note.enqueue("ngay")
    assert ran == ["ngay"]
    assert result.is_finished


@pytest.mark.django_db
@pytest.mark.usefixtures("_with_broker")
def test_with_a_broker_a_task_is_sent_after_the_commit(
    sent: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        note.enqueue("sau")
        assert sent == []
    assert sent == [("tests.core.test_tasks.note", ["sau"])]
    assert ran == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_with_broker")
def test_a_rolled_back_transaction_sends_nothing(
    sent: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        note.enqueue("không")
        transaction.set_rollback(True)
    assert sent == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_with_broker")
def test_a_publish_survives_a_dead_broker_and_asks_it_once(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    real, asked = tasks.run_django_task.delay, []

    def counting(*args: Any) -> Any:
        asked.append(args)
        return real(*args)

    monkeypatch.setattr(tasks.run_django_task, "delay", counting)
    page = make_page()
    asked.clear()
    broker_outage.end()
    for title in ("Thông báo", "Thông báo số 2"):
        page.title = title
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
    page.refresh_from_db()
    assert page.live
    assert page.title == "Thông báo số 2"
    assert len(asked) == 1


@pytest.mark.usefixtures("_with_broker")
def test_a_dead_broker_is_an_outage_not_an_error() -> None:
    assert tasks.send_to_broker("tests.core.test_tasks.note", ["mất"], {}) is False
    assert broker_outage.active


@pytest.mark.parametrize(
    "error", [OperationalError("kombu"), ConnectionRefusedError(111), TimeoutError()]
)
def test_every_kind_of_broker_error_is_caught(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any) -> None:
        raise error

    monkeypatch.setattr(tasks.run_django_task, "delay", fail)
    assert tasks.send_to_broker("tests.core.test_tasks.note", [], {}) is False


def test_a_mistake_in_the_code_is_not_taken_for_a_dead_broker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_args: Any) -> None:
        raise TypeError("wrong arguments")

    monkeypatch.setattr(tasks.run_django_task, "delay", fail)
    with pytest.raises(TypeError):
        tasks.send_to_broker("tests.core.test_tasks.note", [], {})


def test_the_worker_side_runs_the_named_task() -> None:
    tasks.run_django_task("tests.core.test_tasks.note", ["thợ"], {})
    assert ran == ["thợ"]


@pytest.mark.django_db
def test_a_target_deleted_meanwhile_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", tasks.logger.name):
        tasks.run_django_task("tests.core.test_tasks.look_for_a_page", [10**9], {})
    assert "task_target_gone" in caplog.text


def test_a_task_that_wants_a_context_is_refused() -> None:
    with pytest.raises(InvalidTaskError):
        task(takes_context=True)(with_context)


@pytest.mark.django_db
def test_the_scheduler_publishes_what_is_due_and_leaves_the_rest() -> None:
    due, later = make_page("den-gio"), make_page("chua-den-gio")
    for page, hours in ((due, -1), (later, 1)):
        page.go_live_at = timezone.now() + timedelta(hours=hours)
        page.save_revision(approved_go_live_at=page.go_live_at)
    tasks.publish_scheduled()
    for page in (due, later):
        page.refresh_from_db()
    assert due.live
    assert not later.live


@pytest.mark.django_db
def test_two_schedulers_never_run_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(tasks, "call_command", called.append)
    cache.add("publish-scheduled", True)
    tasks.publish_scheduled()
    assert called == []
    cache.delete("publish-scheduled")
    tasks.publish_scheduled()
    assert called == ["publish_scheduled"]


@pytest.mark.django_db
def test_the_nightly_repair_runs_every_command(settings: Any) -> None:
    assert "rebuild_references_index" in settings.PORTAL_REPAIR_COMMANDS
    tasks.repair()


def test_repair_runs_no_other_command() -> None:
    with pytest.raises(ValueError, match="flush"):
        tasks.run_repair_command("flush")


def test_beat_knows_only_tasks_that_exist() -> None:
    app.loader.import_default_modules()
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


@pytest.fixture
def cache_away() -> FailSoftRedisCache:
    return FailSoftRedisCache(f"redis://127.0.0.1:{free_port()}/0", {})


def test_a_cache_that_is_away_is_an_empty_one(cache_away: FailSoftRedisCache) -> None:
    assert cache_away.get("tin", "mặc định") == "mặc định"
    assert cache_away.get_or_set("tin", lambda: 7) == 7
    assert cache_away.get_many(["a", "b"]) == {}
    assert cache_away.set_many({"a": 1}) == ["a"]
    assert cache_away.add("khóa", 1) is False
    assert "tin" not in cache_away
    cache_away.set("tin", 1)
    cache_away.delete_many(["tin"])
    cache_away.clear()
    with pytest.raises(ValueError, match="not found"):
        cache_away.incr("đếm")


def test_a_cache_that_is_away_is_asked_once(
    cache_away: FailSoftRedisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    connections: list[str] = []
    real = RedisCache._cache.func  # type: ignore[attr-defined]

    class Counting(FailSoftRedisCache):
        @property
        def _cache(self) -> Any:
            connections.append("one")
            return real(cache_away)

    counting = Counting("redis://unused", {})
    for _ in range(20):
        counting.get("tin")
    assert len(connections) == 1
