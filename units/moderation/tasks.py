"""Work of this room for Celery: digests, reminders, escalations; single mails are a job of `mail`."""

from __future__ import annotations

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from units.moderation import ledger, mail, notices
from units.moderation.models import Decision, ReviewStep


@shared_task(name="moderation.send_digests")
def send_digests() -> None:
    """Each evening: one mail instead of many, for whoever wants it so."""
    mail.send_digests()


@shared_task(name="moderation.watch_deadlines")
def watch_deadlines() -> None:
    """Remind at half of a step's time, tell the board when it has passed; each once."""
    now = timezone.now()
    for pk in (
        ReviewStep.objects.open().filter(due_at__lte=now, escalated_at=None).values_list("pk")
    ):
        _escalate(pk[0])
    early = ReviewStep.objects.open().filter(remind_at__lte=now, due_at__gt=now, reminded_at=None)
    for pk in early.values_list("pk"):
        _remind(pk[0])
    mail.resend()


@transaction.atomic
def _remind(pk: int) -> None:
    step = _claim(pk, "reminded_at")
    if step is not None:
        notices.reminded(step)


@transaction.atomic
def _escalate(pk: int) -> None:
    step = _claim(pk, "escalated_at")
    if step is None:
        return
    ledger.record_decision(
        Decision.ESCALATED,
        step.page,
        unit=step.unit,
        actor=None,
        revision=step.task_state.revision,
        stage=step.stage,
        round_id=step.task_state.workflow_state_id,
        step_id=step.task_state_id,
        was_late=True,
    )
    notices.escalated(step)


def _claim(pk: int, name: str) -> ReviewStep | None:
    """The step, for the one run that marks it; None when another did or it was decided."""
    waiting = ReviewStep.objects.open().filter(pk=pk, **{name: None})
    if not waiting.update(**{name: timezone.now()}):
        return None
    return ReviewStep.objects.select_related("unit", "page", "task_state__revision").get(pk=pk)
