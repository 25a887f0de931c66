"""Wagtail's own mails about reviews and comments give way to ours.

Wagtail sends them inside the request (a mail server that is down then fails the save), partly in English,
and tells of a return only whoever submitted the item. It has no setting that turns them off (7.4).
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.pages.edit import EditView
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from units.moderation import notices

_STOCK = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
)


def silence() -> None:
    """Take the places of Wagtail's receivers, whether they are connected already or only later."""
    for signal, sender, uid in _STOCK:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(_say_nothing, sender=sender, dispatch_uid=uid)
    EditView.send_commenting_notifications = _tell_of_comments


def _say_nothing(sender: Any, **_kwargs: Any) -> None:
    """`notices` has told whoever is to know."""


def _tell_of_comments(view: EditView, changes: dict[str, Any]) -> None:
    said = [comment.text for comment in changes["new_comments"]]
    said += [reply.text for _comment, replies in changes["new_replies"] for reply in replies]
    threads = [comment.pk for comment, _replies in changes["new_replies"]]
    if said:
        notices.commented(view.page, view.request.user, said, threads)
