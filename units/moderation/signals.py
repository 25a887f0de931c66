"""Where the guard and the steps are tied to what Wagtail and Django announce."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, Revision, WorkflowState
from wagtail.signals import page_unpublished, pre_page_move, workflow_cancelled

from units.moderation import authorship, guard, ledger, notices, steps, submission
from units.moderation.approvers import open_step
from units.moderation.models.ledger import Decision, LedgerEntry

_CLEARANCE = "_portal_clearance"
_ALIAS_FIELDS = {"alias_of", "alias_of_id"}
_LIVE_FIELDS = {"live", "live_revision", "live_revision_id"}


def connect() -> None:
    pre_save.connect(before_save, dispatch_uid="moderation_before_save")
    pre_save.connect(before_round, sender=WorkflowState, dispatch_uid="moderation_before_round")
    post_save.connect(after_save, dispatch_uid="moderation_after_save")
    pre_delete.connect(before_delete, dispatch_uid="moderation_before_delete")
    pre_page_move.connect(before_move, dispatch_uid="moderation_before_move")
    page_unpublished.connect(after_unpublish, dispatch_uid="moderation_after_unpublish")
    workflow_cancelled.connect(after_cancel, dispatch_uid="moderation_after_cancel")


def before_save(
    sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **_kwargs: Any
) -> None:
    """Refuse a write that would publish or schedule without approval."""
    if raw:
        return
    if isinstance(instance, AbstractImage | AbstractDocument):
        guard.check_file(instance)
    elif isinstance(instance, Revision):
        setattr(instance, _CLEARANCE, _before_revision(instance, update_fields))
    elif isinstance(instance, Page):
        setattr(instance, _CLEARANCE, _before_page(instance, update_fields))


def _before_revision(revision: Revision, update_fields: Any) -> guard.Clearance | None:
    if update_fields is None:
        guard.check_overwrite(revision)
        authorship.sign_first_revision(revision)
    if update_fields is None or "approved_go_live_at" in update_fields:
        return guard.check_schedule(revision)
    return None


def _before_page(page: Page, update_fields: Any) -> guard.Clearance | None:
    if update_fields is None or _LIVE_FIELDS & set(update_fields):
        return guard.check_page(page)
    if _ALIAS_FIELDS & set(update_fields) and page.alias_of_id is None:
        authorship.note_source(page)
    return None


def before_round(sender: Any, instance: WorkflowState, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        submission.before_round(instance)


def after_save(sender: Any, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    """Write what was published, and note whose work an item under review now is."""
    if raw or not isinstance(instance, Page | Revision):
        return
    clearance = vars(instance).pop(_CLEARANCE, None)
    if isinstance(instance, Revision):
        _after_revision(instance, clearance)
    elif clearance is not None:
        revision = instance.live_revision if instance.live_revision_id else None
        guard.write_clearance(instance, revision, clearance)
        if clearance.decision == Decision.PUBLISHED:
            notices.published(instance)


def _after_revision(revision: Revision, clearance: guard.Clearance | None) -> None:
    page = revision.content_object
    if not isinstance(page, Page):
        return
    if clearance is not None:
        guard.write_clearance(page, revision, clearance)
    step = open_step(page)
    if step is not None:
        steps.refresh_barred(step, page)


def before_move(
    sender: Any, instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        guard.check_move(instance, parent_page_after)


def after_unpublish(sender: Any, instance: Page, **_kwargs: Any) -> None:
    """What was approved before is used up: to come back, the item is approved anew."""
    if instance.pk and Page.objects.filter(pk=instance.pk).exists():
        user = guard.acting_user()
        ledger.record_decision(
            Decision.UNPUBLISHED, instance, unit=guard.unit_of(instance), actor=user, revision=None
        )


def before_delete(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """An item that is deleted while it waits leaves an end in the ledger, and nobody goes on waiting."""
    if not isinstance(instance, Page):
        return
    step = open_step(instance)
    if step is not None and steps.leave(step.task_state_id) is not None:
        ledger.record_decision(
            Decision.WITHDRAWN,
            step.page,
            unit=step.unit,
            actor=guard.acting_user(),
            revision=step.task_state.revision,
            stage=step.stage,
            text=_("Bài bị xóa khi đang duyệt."),
            round_id=step.task_state.workflow_state_id,
            step_id=step.task_state_id,
        )


def after_cancel(sender: Any, instance: Any, user: Any = None, **_kwargs: Any) -> None:
    """The author took the item back, or the workflow was switched off."""
    for state in instance.task_states.all():
        step = steps.leave(state.pk)
        if (
            step is None
            or LedgerEntry.objects.filter(step_id=state.pk, decision__in=CLOSING).exists()
        ):
            continue
        ledger.record_decision(
            Decision.WITHDRAWN,
            step.page,
            unit=step.unit,
            actor=user,
            revision=state.revision,
            stage=step.stage,
            round_id=instance.pk,
            step_id=state.pk,
        )
        notices.decided(step, Decision.WITHDRAWN, user)


CLOSING = (Decision.UNIT_APPROVED, Decision.BOARD_APPROVED, Decision.RETURNED, Decision.WITHDRAWN)
