"""Submitting an item: the check list comes first, whichever way was taken.

The guard stands where a round of review begins (a workflow's state becomes active), below the editor's
buttons, our own screen and any code. What it stops stays a saved draft, and the person is led to the
check list (`units.moderation.middleware`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, WorkflowState

from units.moderation.checklist.adapter import findings_of
from units.moderation.checklist.rules.catalogue import Finding
from units.moderation.models.tasks import UnitReview
from units.moderation.refusals import ReviewRefusedError

# The version whose warnings were read and confirmed by whoever is submitting it.
_read: ContextVar[int | None] = ContextVar("warnings_read", default=None)


class SubmissionStoppedError(ReviewRefusedError):
    """The check list has errors, or warnings that nobody confirmed. Nothing was submitted."""

    def __init__(self, page: Page, findings: list[Finding]) -> None:
        super().__init__(_("Bài chưa được gửi duyệt: hãy xem danh sách kiểm tra."))
        self.page_id = page.pk
        self.findings = findings


class CorrectionStoppedError(SubmissionStoppedError):
    """The same about the board's urgent correction of a published page. Nothing was published."""


class SubmissionRefusedError(ReviewRefusedError):
    """The item cannot be submitted now; the text tells why."""


@contextmanager
def warnings_read(revision_id: int | None) -> Iterator[None]:
    """Inside, warnings about this version do not stop it."""
    token = _read.set(revision_id)
    try:
        yield
    finally:
        _read.reset(token)


def latest_findings(page: Page) -> list[Finding]:
    """What the check list says about the version that would be submitted."""
    return findings_of(page.get_latest_revision_as_object())


@transaction.atomic
def submit(page: Page, user: Any, *, read_revision: int | None = None) -> None:
    """Begin or resume the review of the latest version.

    `read_revision` is the version whose warnings the person confirmed. Raises SubmissionStoppedError and
    SubmissionRefusedError; nothing is done then.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    permissions = page.permissions_for_user(user)
    if page.workflow_in_progress:
        raise SubmissionRefusedError(_("Bài này đang được duyệt rồi."))
    if not (permissions.can_edit() and permissions.can_submit_for_moderation()):
        raise SubmissionRefusedError(_("Bạn không gửi duyệt được bài này."))
    state = page.current_workflow_state
    with warnings_read(read_revision):
        if state is not None:
            state.resume(user)
        else:
            page.get_workflow().start(page, user)


def before_round(state: WorkflowState) -> None:
    """Before a workflow's state is written: where that begins a round, the check list is asked.

    What was confirmed is kept on the state for the ledger. Raises SubmissionStoppedError.
    """
    if state.status != WorkflowState.STATUS_IN_PROGRESS or _is_running(state):
        return
    page = state.content_object
    if not isinstance(page, Page) or not _is_ours(state):
        return
    findings = latest_findings(page)
    if not findings:
        return
    if any(finding.is_error for finding in findings) or _read.get() != page.latest_revision_id:
        raise SubmissionStoppedError(page, findings)
    vars(state)["warnings_note"] = note_of(findings)


def before_correction(page: Page, revision: Revision) -> str:
    """Before the board's correction is published: the check list is asked as before a submission.

    Gives what the ledger is to say of the warnings that were confirmed. Raises CorrectionStoppedError.
    """
    findings = findings_of(revision.as_object())
    if not findings:
        return ""
    if any(finding.is_error for finding in findings) or _read.get() != revision.pk:
        raise CorrectionStoppedError(page, findings)
    return note_of(findings)


def correct(page: Page, user: Any, *, read_revision: int | None = None) -> None:
    """Publish the board's correction now. Raises CorrectionStoppedError and SubmissionRefusedError."""
    page = page.specific
    if not page.permissions_for_user(user).can_publish():
        raise SubmissionRefusedError(
            _("Chỉ Ban Biên tập đính chính được, khi mọi thay đổi chưa đăng là của Ban Biên tập.")
        )
    with warnings_read(read_revision):
        page.get_latest_revision().publish(user=user)


def _is_running(state: WorkflowState) -> bool:
    running = WorkflowState.objects.filter(pk=state.pk, status=WorkflowState.STATUS_IN_PROGRESS)
    return bool(state.pk) and running.exists()


def _is_ours(state: WorkflowState) -> bool:
    return UnitReview.objects.filter(workflow_tasks__workflow=state.workflow_id).exists()


def note_of(findings: list[Finding]) -> str:
    """For the ledger: which warnings were read and let stand, and where."""
    lines = [
        f"– {finding.where}: {finding.message}"
        + (f" “{finding.excerpt}”" if finding.excerpt else "")
        for finding in findings
    ]
    head = _("Người gửi đã xem và xác nhận %d điểm cần lưu ý:") % len(findings)
    return "\n".join([head, *lines])
