"""The ledger: what happened to every item, in rows that are only ever added.

Names are copied into the row and nothing points at other tables, so that it tells the same after a
page, a person or a unit was renamed or deleted. Each row has its twin in Wagtail's log, from which the
ledger can be built again (`units.moderation.ledger.derive`).
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LedgerIsAppendOnlyError(TypeError):
    """Somebody tried to change or delete a row of the ledger."""


class Decision(models.TextChoices):
    """What a row says; the twin in the log is the action `moderation.<value>`."""

    SUBMITTED = "submitted", _("Gửi duyệt")
    UNIT_APPROVED = "unit_approved", _("Đơn vị duyệt")
    BOARD_APPROVED = "board_approved", _("Ban Biên tập duyệt")
    RETURNED = "returned", _("Trả lại")
    WITHDRAWN = "withdrawn", _("Rút lại")
    ESCALATED = "escalated", _("Quá hạn, chuyển Ban Biên tập")
    SCHEDULED = "scheduled", _("Hẹn giờ đăng")
    PUBLISHED = "published", _("Đăng")
    URGENT = "urgent", _("Đính chính khẩn")
    DIRECT = "direct", _("Đăng không qua duyệt")
    UNPUBLISHED = "unpublished", _("Gỡ bài")
    REFUSED = "refused", _("Từ chối đăng")


class LedgerQuerySet(models.QuerySet["LedgerEntry"]):
    def update(self, **_values: Any) -> NoReturn:
        raise LedgerIsAppendOnlyError

    def delete(self) -> NoReturn:
        raise LedgerIsAppendOnlyError

    def bulk_update(self, *_args: Any, **_values: Any) -> NoReturn:
        raise LedgerIsAppendOnlyError

    def of_page(self, page_id: int) -> LedgerQuerySet:
        return self.filter(page_id=page_id)

    def of_round(self, round_id: int | None) -> LedgerQuerySet:
        return self.filter(round_id=round_id)


class LedgerEntry(models.Model):
    """One thing that happened to one item."""

    # Set by the history of an item: address of the differences from the row before.
    compare_url: str

    at = models.DateTimeField(_("lúc"), default=timezone.now, db_index=True)
    decision = models.CharField(_("việc"), max_length=16, choices=Decision.choices)
    page_id = models.BigIntegerField(_("mã trang"))
    page_title = models.CharField(_("tên bài"), max_length=255)
    page_type = models.CharField(_("loại trang"), max_length=120)
    revision_id = models.BigIntegerField(_("phiên bản"), null=True)
    digest = models.CharField(_("dấu nội dung"), max_length=64, blank=True)
    unit_id = models.BigIntegerField(_("mã đơn vị"), null=True, db_index=True)
    unit_name = models.CharField(_("đơn vị"), max_length=160, blank=True)
    author_id = models.BigIntegerField(_("mã tác giả"), null=True)
    author_name = models.CharField(_("tác giả"), max_length=160, blank=True)
    topics = models.JSONField(_("chủ đề"), default=list)
    actor_id = models.BigIntegerField(_("mã người làm"), null=True)
    actor_name = models.CharField(_("người làm"), max_length=160, blank=True)
    on_behalf_id = models.BigIntegerField(_("mã người ủy quyền"), null=True)
    on_behalf_name = models.CharField(_("thay mặt"), max_length=160, blank=True)
    stage = models.CharField(_("bước"), max_length=8, blank=True)
    reason_code = models.CharField(_("mã lý do"), max_length=40, blank=True)
    reason_name = models.CharField(_("lý do"), max_length=120, blank=True)
    text = models.TextField(_("ghi chú"), blank=True)
    # Wagtail's workflow state and task state: one round of review, and one step of it.
    round_id = models.BigIntegerField(_("lượt duyệt"), null=True, db_index=True)
    step_id = models.BigIntegerField(_("bước duyệt"), null=True)
    was_late = models.BooleanField(_("quá hạn"), default=False)

    objects: ClassVar[LedgerQuerySet] = LedgerQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["page_id", "at"], name="ledger_page"),
            models.Index(fields=["decision", "at"], name="ledger_decision"),
        ]
        verbose_name = _("dòng sổ duyệt")
        verbose_name_plural = _("sổ duyệt")

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.page_title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise LedgerIsAppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise LedgerIsAppendOnlyError
