"""What waits for somebody: the queue, read with few queries however long it is."""

from __future__ import annotations

from typing import Any

from portal.users.models import User
from units.moderation.approvers import approvers_on_duty, duty_roster, first_approvers
from units.moderation.models.steps import ReviewStep, Stage
from units.moderation.rules.approvers import Approvers
from units.scope.actors import is_board


def open_steps() -> list[ReviewStep]:
    """Everything under review, oldest first, each with `approvers` as they are now."""
    steps = (
        ReviewStep.objects.open()
        .select_related("page", "unit", "author", "task_state")
        .prefetch_related("bars")
        .oldest_first()
    )
    found, roster = list(steps.defer("task_state__revision")), duty_roster()
    at_board = [step.task_state_id for step in found if step.stage == Stage.BOARD]
    first = first_approvers(at_board) if at_board else {}
    for step in found:
        barred = {bar.user_id for bar in step.bars.all()}
        step.approvers = approvers_on_duty(
            roster, step.unit, step.stage, barred, first.get(step.task_state_id)
        )
    return found


def waiting_for(user: Any) -> list[ReviewStep]:
    """What this person may decide now."""
    return [step for step in open_steps() if approvers(step).of(user) is not None]


def visible_to(user: Any) -> list[ReviewStep]:
    """The board sees the queue across units; everybody else what waits for him."""
    return open_steps() if is_board(user) else waiting_for(user)


def approvers(step: ReviewStep) -> Approvers[User]:
    return step.approvers
