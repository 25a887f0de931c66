"""Set the reviews up for a portal, and what other rooms call."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision, Workflow, WorkflowPage, WorkflowTask

from units.models import Unit
from units.moderation import ledger
from units.moderation.models import BoardReview, Decision, ReturnReason, UnitReview
from units.scope.rows import unit_of_object

WORKFLOW_NAME = gettext_lazy("Duyệt hai bước")
# What the portal had before there were two steps.
BOARD_ONLY_NAME = "Ban Biên tập duyệt"

STARTING_REASONS = (
    ("sai-thong-tin", gettext_lazy("Thông tin chưa chính xác")),
    ("du-lieu-ca-nhan", gettext_lazy("Lộ dữ liệu cá nhân")),
    ("suy-doan-vo-toi", gettext_lazy("Vi phạm nguyên tắc suy đoán vô tội")),
    ("trinh-bay", gettext_lazy("Trình bày chưa đạt")),
    ("hinh-anh", gettext_lazy("Hình ảnh chưa đạt")),
    ("trung-lap", gettext_lazy("Trùng với bài đã có")),
    ("khac", gettext_lazy("Lý do khác")),
)


@transaction.atomic
def ensure_workflow(home: Page) -> Workflow:
    """Give the province's site, and everything below it, the workflow of two steps.

    May be run again. The workflow with the board's step alone is replaced: what was waiting in it is
    withdrawn, and its authors submit again, because nobody of the unit has approved it.
    """
    workflow = _two_steps()
    retire_board_only(workflow)
    root = Page.objects.get(pk=home.pk)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    _ensure_reasons()
    return workflow


def _two_steps() -> Workflow:
    found = WorkflowTask.objects.filter(task__in=UnitReview.objects.values("pk")).first()
    if found is not None:
        return found.workflow
    workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    steps = (
        UnitReview.objects.create(name=_("Lãnh đạo đơn vị duyệt")),
        BoardReview.objects.create(name=_("Ban Biên tập duyệt")),
    )
    for order, task in enumerate(steps):
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow


def retire_board_only(workflow: Workflow) -> None:
    """Move the pages of the old workflow to the new one and switch the old one off."""
    for old in Workflow.objects.filter(name=BOARD_ONLY_NAME, active=True).exclude(pk=workflow.pk):
        WorkflowPage.objects.filter(workflow=old).update(workflow=workflow)
        old.deactivate()
        for task in old.tasks:
            task.active = False
            task.save(update_fields=["active"])
        _keep_schedules()


def _keep_schedules() -> None:
    """What the board had scheduled before there were two steps still goes live at its hour."""
    for revision in Revision.page_revisions.filter(approved_go_live_at__isnull=False):
        page = revision.content_object
        text = _("Đã hẹn giờ trước khi có duyệt hai bước")
        unit = unit_of_object(page)
        ledger.record(Decision.DIRECT, page, unit=unit, actor=None, revision=revision, text=text)


def ensure_for_portal(**_kwargs: Any) -> None:
    """After each migration: a portal that is set up has the present workflow."""
    if UnitReview._meta.db_table not in connection.introspection.table_names():
        return  # taken back to nothing
    province = Unit.objects.province()
    if province is not None and province.home_page is not None:
        ensure_workflow(province.home_page)


def _ensure_reasons() -> None:
    if not ReturnReason.objects.exists():
        for order, (code, name) in enumerate(STARTING_REASONS, 1):
            ReturnReason.objects.create(code=code, name=str(name), sort_order=order)
