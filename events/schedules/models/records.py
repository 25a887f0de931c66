"""Rows beside the weeks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.schedules.rules.lines import ScheduleLine, readable


class ScheduleVersion(models.Model):
    """A week as it was published: number 0 first, then one for each amendment.

    It holds internal entries too, and is shown by the same gate as the present version.
    """

    page = models.ForeignKey(
        "schedules.WorkSchedulePage",
        models.CASCADE,
        related_name="versions",
        verbose_name=_("lịch tuần"),
    )
    number = models.PositiveSmallIntegerField(_("lần điều chỉnh"))
    published_at = models.DateTimeField(_("đăng lúc"))
    content = models.JSONField(_("nội dung"), default=dict)

    scope_unit_path = "page"

    class Meta:
        ordering = ["page", "number"]
        verbose_name = _("phiên bản lịch")
        verbose_name_plural = _("phiên bản lịch")
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="schedule_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.page} – {self.number}"

    @property
    def lines(self) -> tuple[ScheduleLine, ...]:
        return readable(self.content.get("entries"))

    @property
    def header(self) -> dict[str, Any]:
        return {key: value for key, value in self.content.items() if key != "entries"}


class LeaderPublicationQuerySet(models.QuerySet["LeaderPublication"]):
    def includes(self, unit_id: int | None) -> bool:
        return unit_id is not None and self.filter(unit=unit_id).exists()


class LeaderPublication(models.Model):
    """A unit whose work schedules are public with its leader's approval, without the board's.

    The board decides for which units; nobody approves his own work all the same.
    """

    unit = models.OneToOneField(
        "units.Unit", models.CASCADE, related_name="+", verbose_name=_("đơn vị")
    )

    scope_unit_path = "unit"
    objects: ClassVar[LeaderPublicationQuerySet] = LeaderPublicationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("đơn vị tự đăng lịch")
        verbose_name_plural = _("đơn vị tự đăng lịch")

    def __str__(self) -> str:
        return str(self.unit)
