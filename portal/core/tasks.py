"""Background work: Wagtail's own tasks on Celery, and what beat runs.

Wagtail hands its work (reference index, file deletion, cache purges) to `django-tasks`. Its backend
here runs it at once without a broker, and gives it to Celery after the commit when there is one. A
broker that is down must never stop or slow a publish: the loss is logged, and the nightly repair
builds anew everything that a lost task would have kept up to date.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import structlog
from celery import shared_task
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command
from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult
from django_tasks.exceptions import InvalidTaskError

from portal.seam.task_results import waiting_result

from . import jobs

logger = structlog.get_logger(__name__)

# Longer than any run of the scheduler should take; frees the lock of a worker that was killed.
SCHEDULER_LOCK_SECONDS = 300


class CeleryBackend(ImmediateBackend):
    """A `django-tasks` backend on Celery; without a broker it runs each task at once."""

    supports_priority = False

    def validate_task(self, task: Task) -> None:
        """Refuse what only one of the two ways of running could do."""
        super().validate_task(task)
        if task.takes_context:
            raise InvalidTaskError("Backend does not pass a context to tasks.")

    def enqueue(self, task: Task, args: Sequence[Any], kwargs: Mapping[str, Any]) -> TaskResult:
        if jobs.runs_at_once():
            return super().enqueue(task, args, kwargs)
        self.validate_task(task)
        result = waiting_result(task, args, kwargs, self.alias)
        # The worker must not look for a row that is not there yet.
        transaction.on_commit(partial(send_to_broker, task.module_path, result.args, result.kwargs))
        return result


def send_to_broker(path: str, args: list[Any], kwargs: dict[str, Any]) -> bool:
    """Give one task to Celery. False, with a line in the log, when the broker cannot be reached."""
    return jobs.hand_over(run_django_task, path, args, kwargs)


@shared_task(name="portal.run_django_task")
def run_django_task(path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Run the `django-tasks` task at this dotted path, in a worker."""
    task: Task = import_string(path)
    try:
        task.call(*args, **kwargs)
    except ObjectDoesNotExist:
        # Deleted between the commit and now: nothing is left to do.
        logger.info("task_target_gone", task=path, args=args)


@shared_task(name="portal.publish_scheduled")
def publish_scheduled() -> None:
    """Publish and unpublish what is due; one run at a time, whatever the number of workers."""
    if not cache.add("publish-scheduled", True, SCHEDULER_LOCK_SECONDS):
        return
    try:
        call_command("publish_scheduled")
    finally:
        cache.delete("publish-scheduled")


@shared_task(name="portal.repair")
def repair() -> None:
    """Start every repair command as a task of its own, so that one failure stops no other."""
    for name in settings.PORTAL_REPAIR_COMMANDS:
        jobs.start(run_repair_command, name)


@shared_task(name="portal.run_repair_command")
def run_repair_command(name: str) -> None:
    """Run one management command of `PORTAL_REPAIR_COMMANDS`."""
    if name not in settings.PORTAL_REPAIR_COMMANDS:
        raise ValueError(f"{name} is not in PORTAL_REPAIR_COMMANDS")
    call_command(name, verbosity=0)
    logger.info("repair_done", command=name)
