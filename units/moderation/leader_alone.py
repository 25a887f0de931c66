"""Pages whose unit's approval is enough: urgent kinds, in units for which the board has said so.

A page type says so by `BasePage.leader_publishes_alone`; this room knows none of them by name. Nobody
approves his own work all the same: the board takes that step over, and its approval is enough then.
"""

from __future__ import annotations

from django.utils import timezone
from wagtail.models import Page, Task, TaskState, WorkflowState

from portal.core.pages import BasePage


def needs_no_board(page: Page) -> bool:
    """Asked anew each time: what the board has withdrawn meanwhile opens nothing."""
    specific = page.specific
    return isinstance(specific, BasePage) and specific.leader_publishes_alone()


def skip_step(workflow_state: WorkflowState, task: Task) -> TaskState:
    """A step that nobody has to decide, so that the workflow goes on at once."""
    state = task.get_task_state_class()(workflow_state=workflow_state, task=task)
    state.revision = workflow_state.content_object.get_latest_revision()
    state.status, state.finished_at = TaskState.STATUS_SKIPPED, timezone.now()
    state.save()
    return state
