"""Background work: the one way to start it, and what happens while the broker is away.

A job is a Celery task, declared beside the work that it does, with the name that it has in the broker::

    @shared_task(name="laws.watch_validity")
    def watch_validity() -> None: ...

    jobs.start(watch_validity)

A worker knows the jobs that a room's module `tasks` holds or imports; Celery looks there. What beat runs is
named in `portal.celery`. Mails are jobs too, with retries of their own (`portal.core.mails`).

Work whose failure must not reach the caller even without a broker (Wagtail's indexes, the reading of
files) is a task of `django-tasks`, as Wagtail declares its own; `portal.core.tasks` brings those here.
"""

from __future__ import annotations

from typing import Any, Protocol

import structlog
from celery import current_app
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from .outages import Outage

logger = structlog.get_logger(__name__)

# kombu wraps most connection errors in its own; the driver's and the system's reach us on the way.
BROKER_ERRORS: tuple[type[Exception], ...] = (KombuError, RedisError, OSError)

# One publish enqueues several tasks: after a failure they are not sent for so many seconds.
broker_outage = Outage(seconds=30.0)


class Job(Protocol):
    """What `shared_task` makes of a function: called it works at once, `delay` leaves it to a worker."""

    name: str

    def __call__(self, *args: Any) -> Any: ...

    def delay(self, *args: Any) -> Any: ...


def runs_at_once() -> bool:
    """Whether there is no broker, so that whoever starts a job does its work."""
    return bool(current_app.conf.task_always_eager)


def start(job: Job, *args: Any) -> bool:
    """Leave the job to a worker; without a broker do it now.

    False, with a line in the log, when the broker is away: the caller knows what makes up for it (a row
    that says what was not done, the nightly repair, or doing it himself). Without a broker the job's own
    errors are the caller's. Inside a transaction say `transaction.on_commit(partial(start, job, …))`: a
    worker must not look for a row that is not there yet.
    """
    if runs_at_once():
        job(*args)
        return True
    return hand_over(job, *args)


def hand_over(job: Job, *args: Any) -> bool:
    """Give the job to the broker. False, with a line in the log, when it cannot be reached."""
    if broker_outage.active:
        logger.warning("task_lost", task=job.name, args=args, reason="broker away a moment ago")
        return False
    try:
        job.delay(*args)
    except BROKER_ERRORS as error:
        broker_outage.begin()
        logger.error("task_lost", task=job.name, args=args, reason=str(error))
        return False
    return True
