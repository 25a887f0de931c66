"""One row for each step of review that an item entered: whose, since when, until when."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.users.models import User
from units.moderation.rules.approvers import Approvers
from units.moderation.rules.moments import in_words


class Stage(models.TextChoices):
    UNIT = "unit", _("Đơn vị")
    BOARD = "board", _("Ban Biên tập")


class ReturnReason(models.Model):
    """Why an item comes back; the list is the board's."""

    code = models.SlugField(_("mã"), max_length=40, unique=True)
    name = models.CharField(_("lý do"), max_length=120)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_active = models.BooleanField(_("đang dùng"), default=True)

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = _("lý do trả lại")
        verbose_name_plural = _("lý do trả lại")

    def __str__(self) -> str:
        return self.name


class ReviewStepQuerySet(models.QuerySet["ReviewStep"]):
    def open(self) -> ReviewStepQuerySet:
        return self.filter(closed_at=None)

    def late(self) -> ReviewStepQuerySet:
        return self.filter(due_at__lt=timezone.now())

    def oldest_first(self) -> ReviewStepQuerySet:
        return self.order_by("submitted_at", "pk")


class ReviewStep(models.Model):
    """An item at one stage, beside Wagtail's task state: what the queue shows and counts."""

    # Set by `waiting.open_steps`: who may decide, worked out for many steps at once.
    approvers: Approvers[User]

    task_state = models.OneToOneField(
        "wagtailcore.TaskState", models.CASCADE, related_name="review_step"
    )
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="review_steps")
    unit = models.ForeignKey(
        "units.Unit", models.CASCADE, related_name="review_steps", verbose_name=_("đơn vị")
    )
    stage = models.CharField(_("bước"), max_length=8, choices=Stage.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    submitted_revision_id = models.BigIntegerField(null=True)
    topics = models.JSONField(_("chủ đề"), default=list)
    submitted_at = models.DateTimeField(_("gửi lúc"))
    entered_at = models.DateTimeField(_("vào bước lúc"), default=timezone.now)
    remind_at = models.DateTimeField(_("nhắc lúc"))
    due_at = models.DateTimeField(_("hạn"), db_index=True)
    returned_before = models.PositiveSmallIntegerField(_("đã trả lại"), default=0)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, db_index=True)

    # Wrote it or last edited it in substance: may not decide about it.
    barred = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Barred", related_name="+", blank=True
    )

    scope_unit_path = "unit"
    objects: ClassVar[ReviewStepQuerySet] = ReviewStepQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["submitted_at", "pk"]
        verbose_name = _("bước duyệt")
        verbose_name_plural = _("bước duyệt")

    def __str__(self) -> str:
        return f"{self.page} – {self.get_stage_display()}"

    @property
    def due_words(self) -> str:
        return in_words(self.due_at)

    @property
    def is_late(self) -> bool:
        return self.closed_at is None and self.due_at < timezone.now()


class Barred(models.Model):
    """Somebody who may not decide about an item, because it is his own work."""

    step = models.ForeignKey(ReviewStep, models.CASCADE, related_name="bars")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "user"], name="barred_once")]

    def __str__(self) -> str:
        return f"{self.step_id}: {self.user_id}"
