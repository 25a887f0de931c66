"""A result of a task is made with every one of its fields."""

from __future__ import annotations

from dataclasses import fields

from django_tasks.base import TaskResult, TaskResultStatus
from wagtail.tasks import update_reference_index_task

from portal.seam.task_results import waiting_result


def test_no_field_has_come_or_gone() -> None:
    assert {field.name for field in fields(TaskResult) if field.init} == {
        *("task", "id", "status", "enqueued_at", "started_at", "last_attempted_at", "finished_at"),
        *("args", "kwargs", "backend", "errors", "worker_ids"),
    }


def test_it_waits() -> None:
    result = waiting_result(update_reference_index_task, ("a", 1), {"b": 2}, "default")
    assert result.status == TaskResultStatus.READY
    assert (result.args, result.kwargs, result.backend) == (["a", 1], {"b": 2}, "default")
    assert not result.is_finished


def test_wagtail_hands_its_work_to_this_package() -> None:
    """When it goes over to Django's own tasks, the backend has to follow."""
    assert type(update_reference_index_task).__module__ == "django_tasks.base"
