"""Wagtail's two indexes, brought up to date when somebody asks them and not at each save.

Each save of a page reads it anew twice, for the index of references and for the search of the
administration; most tests never look at either. As on a server, where Celery does it after the commit, a test
may save first; here the work waits until a statement names one of the tables, and then runs before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast
from unittest.mock import patch

from django.db import connection
from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

from portal.core.jobs import runs_at_once
from portal.core.tasks import CeleryBackend
from portal.seam.task_results import waiting_result

_TABLES = ("wagtailcore_referenceindex", "wagtailsearch_indexentry")
_TASKS = {
    task.module_path: task for task in (update_reference_index_task, insert_or_update_object_task)
}
_enqueue = CeleryBackend.enqueue
Work = tuple[str, tuple[Any, ...]]


class _Waiting:
    """What is still to be done, and what was done inside savepoints that may be rolled back yet."""

    def __init__(self) -> None:
        self._backend = cast(CeleryBackend, task_backends["default"])
        self._works: dict[Work, int] = {}  # to how many savepoints deep the work was asked for
        self._done: dict[Work, tuple[int, int]] = {}  # so deep asked for, so deep done
        self._is_busy = False

    def enqueue(
        self, backend: CeleryBackend, task: Task, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> TaskResult:
        if task.module_path not in _TASKS or not runs_at_once():
            return _enqueue(backend, task, args, kwargs)
        work, depth = (task.module_path, tuple(args)), _depth()
        self._works[work] = min(depth, self._works.pop(work, depth))
        return waiting_result(task, args, kwargs, backend.alias)

    def before(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """A wrapper of all statements."""
        if sql.startswith("RELEASE SAVEPOINT"):
            self._keep()
        elif sql.startswith("ROLLBACK TO SAVEPOINT"):
            self._ask_again()
        elif self._works and not self._is_busy and any(table in sql for table in _TABLES):
            self._do()
        return execute(sql, *rest)

    def _do(self) -> None:
        works, self._works = self._works, {}
        self._is_busy = True
        try:
            for work, asked_at in works.items():
                path, args = work
                # What fails is told in the log, as it is without a broker: a row may be gone by now.
                ImmediateBackend.enqueue(self._backend, _TASKS[path], args, {})
                self._done[work] = (asked_at, _depth())
        finally:
            self._is_busy = False

    def _keep(self) -> None:
        """What was done in the savepoint that ends belongs to the one around it."""
        depth = _depth()
        kept = self._done.items()
        self._done = {
            work: (asked_at, min(done_at, depth))
            for work, (asked_at, done_at) in kept
            if asked_at < min(done_at, depth)
        }

    def _ask_again(self) -> None:
        """What was done in it is undone, and still to be done if it was asked for outside."""
        depth = _depth()
        for work, (asked_at, done_at) in list(self._done.items()):
            if done_at > depth:
                del self._done[work]
                if asked_at <= depth:
                    self._works.setdefault(work, asked_at)


def _depth() -> int:
    return len(connection.savepoint_ids)


@contextmanager
def indexes_wait() -> Iterator[None]:
    """Inside, both indexes are written when they are first looked at."""
    waiting = _Waiting()
    with (
        connection.execute_wrapper(waiting.before),
        patch.object(
            CeleryBackend, "enqueue", lambda backend, *given: waiting.enqueue(backend, *given)
        ),
    ):
        yield
