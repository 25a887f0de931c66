"""The two steps that every item passes, as Wagtail's tasks.

Wagtail asks a task who may act and what an action does. The answers stand above the models (`approvers`,
`decisions`, `steps`), so a task asks its `procedure`, which `units.moderation.procedure` puts in its place
when the portal starts: Wagtail's screens and our own follow one rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from django import forms
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, WorkflowState

from units.moderation.leader_alone import needs_no_board
from units.moderation.locks import ReviewLock
from units.moderation.models.steps import Stage


class Decide(Protocol):
    """Approve or return a step; `facts` are what the form of the action asked for."""

    def __call__(self, task_state_id: int, user: Any, action: str, **facts: Any) -> None: ...


@dataclass(frozen=True, kw_only=True)
class ReviewProcedure:
    """What the two tasks ask of the reviews. The user is whoever acts, signed in or not."""

    # Before an item enters a step, and when it has.
    prepare: Callable[[Page], None]
    enter: Callable[[TaskState, Stage, Any], object]
    may_decide: Callable[[Page, Any, Stage], bool]
    may_edit: Callable[[Page, Any], bool]
    # Who decides the page at this step, for the note on its lock.
    deciders: Callable[[Page, Stage], Iterable[Any]]
    decide: Decide
    form_class_for: Callable[[str], type[forms.Form]]
    # Ids of Wagtail's task states that wait for the user at this step.
    waiting_for: Callable[[Any, Stage], list[int]]
    has_passed_unit: Callable[[WorkflowState], bool]


class ReviewTask(Task):
    """What both steps have in common."""

    stage: Stage
    procedure: ClassVar[ReviewProcedure]
    lock_class = ReviewLock

    class Meta:
        abstract = True

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        self.procedure.prepare(workflow_state.content_object)
        state = super().start(workflow_state, user=user)
        self.procedure.enter(state, self.stage, user)
        return state

    def may_act(self, page: Page, user: Any) -> bool:
        """Whether the page is at this very step and the user is one of those who decide it."""
        return self.procedure.may_decide(page, user, self.stage)

    def deciders(self, page: Page) -> Iterable[Any]:
        return self.procedure.deciders(page, self.stage)

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
        self.procedure.decide(task_state.pk, user, action_name, **kwargs)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return self.procedure.form_class_for(action)

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        return self.may_act(obj, user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        return not self.procedure.may_edit(obj, user)

    def user_can_lock(self, obj: Page, user: Any) -> bool:
        return self.may_act(obj, user)

    def user_can_unlock(self, obj: Page, user: Any) -> bool:
        return False

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet:
        mine = self.procedure.waiting_for(user, self.stage)
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
        if not self.procedure.has_passed_unit(workflow_state):
            first = workflow_state.workflow.tasks.order_by("workflow_tasks__sort_order").first()
            return first.specific.start(workflow_state, user=user)
        if needs_no_board(workflow_state.content_object):
            return self._skip(workflow_state)
        return super().start(workflow_state, user=user)

    def _skip(self, workflow_state: WorkflowState) -> TaskState:
        """Nobody has to decide this step, so the workflow goes on at once."""
        state = self.get_task_state_class()(workflow_state=workflow_state, task=self)
        state.revision = workflow_state.content_object.get_latest_revision()
        state.status, state.finished_at = TaskState.STATUS_SKIPPED, timezone.now()
        state.save()
        return state
