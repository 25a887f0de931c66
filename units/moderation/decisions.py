"""Approve and return: the one place where an item is decided, whatever screen asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState

from portal.users.models import User
from units.moderation import ledger, notices, steps
from units.moderation.approvers import approvers_at
from units.moderation.authorship import authors_of
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.steps import ReturnReason, ReviewStep, Stage
from units.moderation.refusals import ReviewRefusedError
from units.moderation.rules.approvers import Approver, Approvers
from units.scope.actors import is_board

# In the ledger, beside a second approval by the person who gave the first.
ONE_PERSON = "mot-nguoi-hai-buoc"


class DecisionRefusedError(ReviewRefusedError):
    """A decision that cannot be taken; its text tells the person why."""


class AlreadyDecidedError(DecisionRefusedError):
    """Somebody else was first; the text tells who did what."""


class OutdatedError(DecisionRefusedError):
    """The item was edited after the page was opened on which the decision was taken."""


def what_was_done(task_state_id: int) -> str:
    """What the first of two people did with a step, told to the second."""
    row = (
        LedgerEntry.objects.filter(step_id=task_state_id)
        .exclude(decision__in=(Decision.SUBMITTED, Decision.ESCALATED))
        .last()
    )
    if row is None:
        return _("Bài không còn ở bước duyệt này. Chưa có gì thay đổi do thao tác của bạn.")
    return _(
        "%(name)s đã xử lý bài này lúc %(time)s: %(what)s. Thao tác của bạn không được thực hiện."
    ) % {
        "name": row.actor_name or _("Hệ thống"),
        "time": timezone.localtime(row.at).strftime("%H:%M %d/%m/%Y"),
        "what": row.get_decision_display().lower(),
    }


@transaction.atomic
def decide(
    task_state_id: int,
    user: User,
    action: str,
    *,
    reason: ReturnReason | str | int | None = None,
    comment: str = "",
    seen_revision: int | None = None,
    **_ignored: Any,
) -> None:
    """Approve or return the step.

    The row is locked first, so that of two people the second finds it decided. `seen_revision` is what
    the person had before his eyes. Raises DecisionRefusedError and its kinds; nothing is done then.
    """
    state, step = _locked(task_state_id)
    page = state.workflow_state.content_object.specific
    revision = page.get_latest_revision()
    if seen_revision is not None and revision.pk != seen_revision:
        raise OutdatedError(
            _("Bài vừa được %s sửa. Hãy xem lại nội dung trước khi quyết định.")
            % (revision.user or "")
        )
    case = _Case(state, step, page, revision, _approver(step, page, user))
    if action == "approve":
        _approve(case, comment)
    elif action == "reject":
        _return(case, reason, comment)
    else:
        raise DecisionRefusedError(_("Thao tác không hợp lệ."))


@dataclass(frozen=True)
class _Case:
    """A step while it is decided: locked, about this version, by this person."""

    state: TaskState
    step: ReviewStep
    page: Page
    revision: Revision
    approver: Approver[User]

    def write(self, decision: Decision, **facts: Any) -> None:
        """Into the ledger."""
        ledger.record_decision(
            decision,
            self.page,
            unit=self.step.unit,
            actor=self.approver.user,
            on_behalf_of=self.approver.on_behalf_of,
            revision=self.revision,
            stage=self.step.stage,
            round_id=self.state.workflow_state_id,
            step_id=self.state.pk,
            was_late=self.step.is_late,
            **facts,
        )

    def close(self) -> None:
        """The step is decided about what the approver saw, which may be newer than what came in."""
        steps.leave(self.state.pk)
        if self.state.revision_id != self.revision.pk:
            self.state.revision = self.revision
            self.state.save(update_fields=["revision"])


def _locked(task_state_id: int) -> tuple[TaskState, ReviewStep]:
    state = TaskState.objects.select_for_update().filter(pk=task_state_id).first()
    if state is None:
        raise AlreadyDecidedError(what_was_done(task_state_id))
    step = ReviewStep.objects.select_related("unit").filter(task_state=state).first()
    if state.status != TaskState.STATUS_IN_PROGRESS or step is None:
        raise AlreadyDecidedError(what_was_done(task_state_id))
    return state, step


def _approver(step: ReviewStep, page: Page, user: User) -> Approver[User]:
    authors = authors_of(page)
    approvers = approvers_at(step, authors)
    approver = approvers.of(user)
    if approver is None:
        raise DecisionRefusedError(_refusal(step, user, authors, approvers))
    return approver


def _refusal(step: ReviewStep, user: User, authors: set[int], approvers: Approvers[User]) -> str:
    if user.pk in authors:
        return _("Bạn là người viết hoặc sửa nội dung bài này nên không thể tự duyệt.")
    if step.stage == Stage.BOARD and is_board(user):
        return _(
            "Bạn đã duyệt bài này ở bước đơn vị, bước Ban Biên tập cần một người khác. "
            "Người duyệt được: %s."
        ) % ", ".join(str(one.user) for one in approvers.people)
    return _("Bạn không phải người duyệt ở bước này.")


def _approve(case: _Case, comment: str) -> None:
    is_last = case.step.stage == Stage.BOARD
    decision = Decision.BOARD_APPROVED if is_last else Decision.UNIT_APPROVED
    exception = {"reason_code": ONE_PERSON, "reason_name": _("Một người duyệt cả hai bước")}
    case.write(decision, text=comment, **(exception if case.approver.again else {}))
    case.close()
    case.state.approve(user=case.approver.user, comment=comment)
    notices.decided(case.step, decision, case.approver.user, comment=comment)


def _return(case: _Case, reason: ReturnReason | str | int | None, comment: str) -> None:
    chosen, text = _reason(reason), comment.strip()
    if chosen is None or not text:
        raise DecisionRefusedError(_("Hãy chọn lý do trả lại và ghi rõ điều cần sửa."))
    case.write(Decision.RETURNED, reason_code=chosen.code, reason_name=chosen.name, text=text)
    case.close()
    case.state.reject(user=case.approver.user, comment=f"{chosen.name}: {text}")
    notices.decided(
        case.step, Decision.RETURNED, case.approver.user, reason=chosen.name, comment=text
    )


def _reason(reason: ReturnReason | str | int | None) -> ReturnReason | None:
    """By object, id or code; only what the board's list offers now."""
    if isinstance(reason, ReturnReason):
        return reason if reason.is_active else None
    offered = ReturnReason.objects.filter(is_active=True)
    text = str(reason or "")
    if text.isdecimal():
        return offered.filter(pk=int(text)).first()
    return offered.filter(code=text).first()
