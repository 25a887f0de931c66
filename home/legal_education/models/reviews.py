"""That somebody has read a page again, and that its owner was told to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PageReview(models.Model):
    """A page was read again ("đã xem lại"): by whom, when, and for which reasons.

    A row beside the page and not a field of it: an older draft that is published later must not undo it,
    and it makes nothing public. It answers the reasons that were shown, not those that come later.
    """

    page = models.ForeignKey(
        "legal_education.LegalEducationPage", models.CASCADE, related_name="reviews"
    )
    reviewed_at = models.DateTimeField(_("xem lại lúc"), default=timezone.now)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reasons = models.JSONField(_("lý do"), default=list)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    # Which unit a row belongs to (`units.scope.rows`).
    scope_unit_path = "page"

    class Meta:
        ordering = ["-reviewed_at"]
        verbose_name = _("lần xem lại")
        verbose_name_plural = _("lần xem lại")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.reviewed_at:%d/%m/%Y}"


class DueNotice(models.Model):
    """The owner was told of one reason, once."""

    page = models.ForeignKey(
        "legal_education.LegalEducationPage", models.CASCADE, related_name="notices"
    )
    reason = models.CharField(max_length=60)
    told_at = models.DateTimeField(default=timezone.now)

    scope_unit_path = "page"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "reason"], name="legal_education_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.reason}"
