"""What a backend of tasks answers before anything has run.

What: builds `django_tasks.base.TaskResult` field by field.
Reason: a backend that hands a task on must answer with a result, and the package has no way to make one
    of a task. Its fields have changed with most releases before 1.0.
Versions: django-tasks 0.12
Upstream: https://github.com/django/django/pull/18627
Goes when: Django has tasks of its own (6.0) and Wagtail uses them; the backend is then written against
    those.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id


def waiting_result(
    task: Task, args: Sequence[Any], kwargs: Mapping[str, Any], backend: str
) -> TaskResult:
    """The result of a task that was handed on and has not begun."""
    return TaskResult(
        task=task,
        id=get_random_id(),
        status=TaskResultStatus.READY,
        enqueued_at=None,
        started_at=None,
        last_attempted_at=None,
        finished_at=None,
        args=list(args),
        kwargs=dict(kwargs),
        backend=backend,
        errors=[],
        worker_ids=[],
    )
