"""Daily totals, and the marks that keep a reload from counting twice.

No address and no browser's name is kept: a mark is a hash with a salt that is thrown away the day
after, so that nobody can tell from the table who read what (law 91/2025/QH15 on personal data).
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CountKind(models.TextChoices):
    VIEW = "view", _("lượt xem")
    DOWNLOAD = "download", _("lượt tải")


class DailyCount(models.Model):
    """How often an object was viewed, or downloaded, on one day."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10, choices=CountKind.choices)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind", "day"], name="count_of_day"
            )
        ]
        indexes = [models.Index(fields=["day", "kind"], name="count_day_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.day}: {self.count}"


class DailyVisitors(models.Model):
    """How many visitors the portal had on one day."""

    day = models.DateField(primary_key=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"


class DailySalt(models.Model):
    """What the marks of a day are hashed with; thrown away with them."""

    day = models.DateField(primary_key=True)
    value = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.day)


class Mark(models.Model):
    """Somebody was here, not long ago: hash of visitor and object, and when it counted last."""

    key = models.CharField(max_length=64, primary_key=True)
    # Hash of the line alone, whatever browser says it is behind it: bounds what one line can add.
    line = models.CharField(max_length=64)
    is_visit = models.BooleanField(default=False)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["line", "seen_at"], name="mark_line"),
            models.Index(fields=["is_visit", "seen_at"], name="mark_visit"),
        ]

    def __str__(self) -> str:
        return self.key
