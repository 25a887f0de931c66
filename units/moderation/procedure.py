"""What Wagtail's tasks of the reviews ask, answered by the services of this room."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from portal.users.models import User
from units.moderation import approvers, steps
from units.moderation.decisions import decide
from units.moderation.forms import form_class_for
from units.moderation.models.steps import Stage
from units.moderation.models.tasks import ReviewProcedure, ReviewTask
from units.moderation.waiting import waiting_for


def install() -> None:
    """When the portal starts (`ready`): from now on the tasks can be asked."""
    ReviewTask.procedure = ReviewProcedure(
        prepare=steps.unlock_for_review,
        enter=steps.enter,
        may_decide=approvers.may_decide,
        may_edit=approvers.may_edit_under_review,
        deciders=_deciders,
        decide=decide,
        form_class_for=form_class_for,
        waiting_for=_waiting_for,
        has_passed_unit=steps.passed_unit,
    )


def _deciders(page: Page, stage: Stage) -> list[User]:
    return [approver.user for approver in approvers.approvers_of(page, stage).people]


def _waiting_for(user: Any, stage: Stage) -> list[int]:
    return [step.task_state_id for step in waiting_for(user) if step.stage == stage]
