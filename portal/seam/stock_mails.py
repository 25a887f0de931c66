"""Wagtail's own mails about reviews and comments.

What: takes the places of four receivers by their `dispatch_uid`, and replaces
    `EditView.send_commenting_notifications`.
Reason: Wagtail sends inside the request (a mail server that is down then fails or delays the save),
    partly in English, and tells of a return only whoever submitted the item. No setting turns the mails
    off.
Versions: Wagtail 7.4
Upstream: https://github.com/wagtail/wagtail/issues/7187
Goes when: a setting turns off the mails of workflows and comments, and comments send a signal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

STOCK_RECEIVERS = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
)


# The page, who spoke, what was said (new comments first, then answers), keys of the comments answered.
OnComments = Callable[[Page, Any, list[str], list[int]], None]


def replace_stock_mails(on_comments: OnComments) -> None:
    """No mail of Wagtail's own goes out, whether its receivers are connected already or only later.

    `on_comments` is told of what was said beside a page, once for each saving that said something.
    """
    for signal, sender, uid in STOCK_RECEIVERS:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(_say_nothing, sender=sender, dispatch_uid=uid)

    def send_commenting_notifications(view: EditView, changes: dict[str, Any]) -> None:
        said = [comment.text for comment in changes["new_comments"]]
        said += [reply.text for _comment, replies in changes["new_replies"] for reply in replies]
        threads = [comment.pk for comment, _replies in changes["new_replies"]]
        if said:
            on_comments(view.page, view.request.user, said, threads)

    EditView.send_commenting_notifications = send_commenting_notifications


def _say_nothing(sender: Any, **_kwargs: Any) -> None:
    """Whoever replaced the mails tells people himself."""
