"""Mails: how one is written, and how it leaves while the broker or the mail server may be away.

A mail that must arrive is kept in a row and sent by a job, which looks for the row, sends, and marks it::

    @mail_job("units.send_invitation")
    def send_invitation(invitation_id: int) -> None: ...

    send_after_commit(send_invitation, invitation.pk)

A worker tries again while the mail server is away; where nobody took the job, the row says what was not sent.
A mail that is only a courtesy (`send_or_log`) is sent by whoever writes it, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string

from . import jobs

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

logger = structlog.get_logger(__name__)

# SMTP's own errors are OSErrors too.
MAIL_ERRORS: tuple[type[Exception], ...] = (OSError,)
# 1, 2, 4 … minutes, an hour at most: a mail server that is away for a night is waited for.
RETRIES = 16
_FIRST_WAIT_SECONDS = 60
_LONGEST_WAIT_SECONDS = 3600


def mail_job(name: str) -> Callable[[Callable[..., None]], jobs.Job]:
    """Make a job of a function that sends a mail: a worker tries again when it raises one of MAIL_ERRORS.

    Called directly the job tries once and raises.
    """
    decorator: Callable[[Callable[..., None]], jobs.Job] = shared_task(
        name=name,
        autoretry_for=MAIL_ERRORS,
        max_retries=RETRIES,
        retry_backoff=_FIRST_WAIT_SECONDS,
        retry_backoff_max=_LONGEST_WAIT_SECONDS,
        retry_jitter=False,
    )
    return decorator


def send_after_commit(job: jobs.Job, *args: Any) -> None:
    """Send when what the mail tells of has happened; nothing is told of what was rolled back."""
    transaction.on_commit(partial(send_soon, job, *args))


def send_soon(job: jobs.Job, *args: Any) -> bool:
    """Leave a mail to a worker; without a broker send it at once. Neither can fail the caller.

    False, with a line in the log, when it did not leave: the row that the mail is kept in stays unsent.
    """
    try:
        return jobs.start(job, *args)
    except MAIL_ERRORS as error:
        logger.error("mail_delayed", mail=job.name, args=args, reason=str(error))
        return False


def send_or_log(message: EmailMultiAlternatives, **facts: Any) -> bool:
    """Send now, once; a mail server that is away costs this mail and a line in the log, nothing else."""
    try:
        message.send()
    except MAIL_ERRORS as error:
        logger.error("mail_not_sent", **facts, reason=str(error))
        return False
    return True


def write_mail(
    template: str, subject: str, to: str, context: Mapping[str, Any], *, with_html: bool = True
) -> EmailMultiAlternatives:
    """A mail from `<template>.txt`, and `<template>.html` beside it for those who read that."""
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"{template}.txt", dict(context)),
        to=[to],
    )
    if with_html:
        html = render_to_string(f"{template}.html", dict(context))
        message.attach_alternative(html, "text/html")
    return message


def admin_link(name: str, *args: Any, **kwargs: Any) -> str:
    """An address for a mail: the administration's own host, never the one that a request claims."""
    path = reverse(name, args=args or None, kwargs=kwargs or None)
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def put_into_outbox(
    people: Iterable[AbstractBaseUser], kind: str, subject: str, lines: list[str], link: str
) -> None:
    """One mail for each person, in the outbox of whoever keeps one above (`PORTAL_OUTBOX`): with the digests
    that people asked for, and tried again until it has left."""
    import_string(settings.PORTAL_OUTBOX)(people, kind, subject, lines, link)
