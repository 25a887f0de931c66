"""Lists that every unit shares and the board keeps: fields of law, audiences, themes of the month."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.text import compose, slugify


class SharedListQuerySet(models.QuerySet):
    def active(self) -> SharedListQuerySet:
        return self.filter(is_active=True)


class SharedList(models.Model):
    """One row of a list by which readers narrow the hub."""

    name = models.CharField(_("tên"), max_length=120, unique=True)
    slug = models.SlugField(
        _("tên trong địa chỉ"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Để trống thì lấy theo tên."),
    )
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_active = models.BooleanField(
        _("đang dùng"),
        default=True,
        help_text=_("Bỏ chọn để không giao cho bài mới; bài cũ vẫn giữ."),
    )

    objects: ClassVar[SharedListQuerySet] = SharedListQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.name = compose(self.name)
        self.slug = self.slug or slugify(self.name)


class LegalField(SharedList):
    """A field of law (lĩnh vực): criminal, land, labour."""

    class Meta(SharedList.Meta):
        verbose_name = _("lĩnh vực pháp luật")
        verbose_name_plural = _("lĩnh vực pháp luật")


class Audience(SharedList):
    """Whom a page speaks to (đối tượng): pupils, border residents, women."""

    class Meta(SharedList.Meta):
        verbose_name = _("đối tượng")
        verbose_name_plural = _("đối tượng")


class MonthlyThemeQuerySet(models.QuerySet):
    def on(self, day: date) -> MonthlyTheme | None:
        """The theme of that day; of two that overlap the one that began later."""
        rows = self.filter(starts_on__lte=day, ends_on__gte=day)
        return rows.select_related("field").order_by("-starts_on", "-pk").first()


class MonthlyTheme(models.Model):
    """What all hubs speak of between two days (chủ đề tháng)."""

    title = models.CharField(_("chủ đề"), max_length=160)
    text = models.TextField(_("nội dung"), max_length=600, blank=True)
    starts_on = models.DateField(_("từ ngày"), default=timezone.localdate)
    ends_on = models.DateField(_("đến hết ngày"))
    field = models.ForeignKey(
        LegalField,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lĩnh vực"),
        help_text=_("Liên kết của chủ đề dẫn tới các bài thuộc lĩnh vực này."),
    )

    objects: ClassVar[MonthlyThemeQuerySet] = MonthlyThemeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("chủ đề tháng")
        verbose_name_plural = _("chủ đề tháng")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        self.title, self.text = compose(self.title), compose(self.text)
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Ngày kết thúc phải từ ngày bắt đầu trở đi.")})
