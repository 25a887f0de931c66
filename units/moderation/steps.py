"""An item enters a step, its authors are kept up to date, and the step ends."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from units.moderation import ledger, notices
from units.moderation.approvers import responsible_unit
from units.moderation.authorship import authors_of
from units.moderation.deadlines import deadline
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.steps import Barred, ReviewStep, Stage
from units.moderation.models.tasks import UnitReview


def passed_unit(workflow_state: WorkflowState) -> bool:
    """Whether step one was approved since the item was last submitted."""
    states = workflow_state.task_states.order_by("-started_at", "-pk")
    last = states.select_related("task__content_type").first()
    return (
        last is not None
        and last.status == TaskState.STATUS_APPROVED
        and isinstance(last.task.specific, UnitReview)
    )


def unlock_for_review(page: Page) -> None:
    """A lock that the author left would keep the reviewers out."""
    if page.locked:
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.save(update_fields=["locked", "locked_by", "locked_at"])


def enter(state: TaskState, stage: Stage, user: Any) -> ReviewStep:
    """Begin a step; the first of a round is the submission itself."""
    workflow_state = state.workflow_state
    page = workflow_state.content_object
    unit, now = responsible_unit(page), timezone.now()
    moments = deadline(stage, now)
    is_submission = stage == Stage.UNIT
    earlier = ReviewStep.objects.filter(task_state__workflow_state=workflow_state)
    previous = None if is_submission else earlier.last()
    step = ReviewStep.objects.create(
        task_state=state,
        page_id=page.pk,
        unit=unit,
        stage=stage,
        author_id=page.owner_id,
        submitted_by=previous.submitted_by if previous else user,
        submitted_revision_id=previous.submitted_revision_id if previous else state.revision_id,
        topics=ledger.topics_of(page, state.revision),
        submitted_at=previous.submitted_at if previous else now,
        entered_at=now,
        remind_at=moments.remind_at,
        due_at=moments.due_at,
        returned_before=returns_of(page),
    )
    refresh_barred(step, page)
    if is_submission:
        ledger.record_decision(
            Decision.SUBMITTED,
            page,
            unit=unit,
            actor=user,
            revision=state.revision,
            stage=stage,
            text=vars(workflow_state).pop("warnings_note", ""),
            round_id=workflow_state.pk,
            step_id=state.pk,
        )
    notices.step_entered(step)
    return step


def returns_of(page: Page) -> int:
    return LedgerEntry.objects.of_page(page.pk).filter(decision=Decision.RETURNED).count()


def refresh_barred(step: ReviewStep, page: Page) -> None:
    """Note anew whose work the item is: at each step, and after each edit under review."""
    wanted = authors_of(page)
    present = set(step.bars.values_list("user_id", flat=True))
    step.bars.filter(user_id__in=present - wanted).delete()
    Barred.objects.bulk_create(
        [Barred(step=step, user_id=user) for user in wanted - present], ignore_conflicts=True
    )


def leave(task_state_id: int) -> ReviewStep | None:
    """The step is over, however it ended."""
    step = (
        ReviewStep.objects.select_related("unit", "page").filter(task_state=task_state_id).first()
    )
    if step is not None and step.closed_at is None:
        step.closed_at = timezone.now()
        step.save(update_fields=["closed_at"])
    return step
