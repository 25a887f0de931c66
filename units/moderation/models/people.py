"""Who stands in for whom, and how each person wants the mails."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from units.models import Membership, Role


class DelegationQuerySet(models.QuerySet["Delegation"]):
    def active_on(self, day: date) -> DelegationQuerySet:
        """In force that day (both dates inclusive)."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def active(self) -> DelegationQuerySet:
        return self.active_on(timezone.localdate())

    def current_or_coming(self) -> DelegationQuerySet:
        return self.filter(ends_on__gte=timezone.localdate())


class Delegation(models.Model):
    """A leader's absence: a named member of the unit approves in his place, from day to day."""

    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="delegations_given",
        verbose_name=_("người ủy quyền"),
    )
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="delegations_held",
        verbose_name=_("người được ủy quyền"),
    )
    unit = models.ForeignKey(
        "units.Unit", models.CASCADE, related_name="delegations", verbose_name=_("đơn vị")
    )
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến hết ngày"))
    created_at = models.DateTimeField(_("lập lúc"), auto_now_add=True)

    scope_unit_path = "unit"
    objects: ClassVar[DelegationQuerySet] = DelegationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("ủy quyền duyệt")
        verbose_name_plural = _("ủy quyền duyệt")

    def __str__(self) -> str:
        return f"{self.leader} → {self.delegate} ({self.unit})"

    def clean(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Ngày kết thúc không được sớm hơn ngày bắt đầu.")})
        if self.leader_id == self.delegate_id:
            raise ValidationError({"delegate": _("Hãy chọn một người khác.")})
        members = Membership.objects.active().filter(unit=self.unit_id)
        if not members.filter(user=self.leader_id, role=Role.LEADER).exists():
            raise ValidationError(_("Chỉ lãnh đạo của đơn vị mới ủy quyền duyệt."))
        if not members.filter(user=self.delegate_id, user__is_active=True).exists():
            raise ValidationError({"delegate": _("Người này không phải thành viên của đơn vị.")})


class MailPreference(models.Model):
    """How one person wants the mails of the reviews; without a row each mail comes at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="moderation_mail"
    )
    digest = models.BooleanField(_("gộp thành một thư mỗi ngày"), default=False)

    class Meta:
        verbose_name = _("cách nhận thư duyệt bài")
        verbose_name_plural = _("cách nhận thư duyệt bài")

    def __str__(self) -> str:
        return str(self.user)


class PendingMail(models.Model):
    """A mail to be sent: kept until the mail server took it, or until the digest of the night."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=24)
    subject = models.CharField(max_length=300)
    context = models.JSONField(default=dict)
    for_digest = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.subject
