"""The two steps that every item passes, as Wagtail's tasks.

Who may act and what an action does stand in `approvers` and `decisions`; the tasks only ask there, so
that Wagtail's screens and our own follow one rule.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, WorkflowState

from units.moderation.locks import ReviewLock
from units.moderation.models.steps import Stage


class ReviewTask(Task):
    """What both steps have in common."""

    stage: Stage
    lock_class = ReviewLock

    class Meta:
        abstract = True

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        from units.moderation import steps

        steps.unlock_for_review(workflow_state.content_object)
        state = super().start(workflow_state, user=user)
        steps.enter(state, self.stage, user)
        return state

    def may_act(self, page: Page, user: Any) -> bool:
        """Whether the page is at this very step and the user is one of those who decide it."""
        from units.moderation.approvers import may_decide

        return may_decide(page, user, self.stage)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, Any, bool]]:
        if not self.may_act(obj, user):
            return []
        return [
            ("reject", _("Trả lại"), True),
            ("approve", _("Duyệt"), False),
            ("approve", _("Duyệt kèm ghi chú"), True),
        ]

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        from units.moderation.decisions import decide

        decide(task_state.pk, user, action_name, **kwargs)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        from units.moderation.forms import ApproveForm, ReturnForm

        return ReturnForm if action == "reject" else ApproveForm

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        return self.may_act(obj, user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        from units.moderation.approvers import may_edit_under_review

        return not may_edit_under_review(obj, user)

    def user_can_lock(self, obj: Page, user: Any) -> bool:
        return self.may_act(obj, user)

    def user_can_unlock(self, obj: Page, user: Any) -> bool:
        return False

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet:
        from units.moderation.waiting import waiting_for

        mine = [step.task_state_id for step in waiting_for(user) if step.stage == self.stage]
        return TaskState.objects.filter(pk__in=mine, task=self)


class UnitReview(ReviewTask):
    """Step one: a leader of the unit that the item belongs to."""

    stage = Stage.UNIT

    class Meta:
        verbose_name = _("Lãnh đạo đơn vị duyệt")
        verbose_name_plural = _("Lãnh đạo đơn vị duyệt")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Lãnh đạo của đơn vị có bài duyệt hoặc trả lại."))


class BoardReview(ReviewTask):
    """Step two: the editorial board."""

    stage = Stage.BOARD

    class Meta:
        verbose_name = _("Ban Biên tập duyệt")
        verbose_name_plural = _("Ban Biên tập duyệt")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Ban Biên tập duyệt hoặc trả lại; bài được đăng khi duyệt."))

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Begin, unless step one is not done since the last return: then that step begins.

        Wagtail resumes a returned item at the task that returned it, past the leader.
        """
        from units.moderation import leader_alone, steps

        if steps.passed_unit(workflow_state):
            if leader_alone.needs_no_board(workflow_state.content_object):
                return leader_alone.skip_step(workflow_state, self)
            return super().start(workflow_state, user=user)
        first = workflow_state.workflow.tasks.order_by("workflow_tasks__sort_order").first()
        return first.specific.start(workflow_state, user=user)
