"""Days that the deadlines do not count, and weekends that they do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Holiday(models.Model):
    """A day whose kind a weekday does not tell: a holiday, or a weekend worked in exchange.

    The days are decided year by year, so they are rows that the board edits.
    """

    day = models.DateField(_("ngày"), unique=True)
    name = models.CharField(_("tên"), max_length=120)
    is_worked = models.BooleanField(
        _("là ngày làm bù"), default=False, help_text=_("Đánh dấu nếu ngày này phải đi làm.")
    )

    class Meta:
        ordering = ["day"]
        verbose_name = _("ngày nghỉ, ngày làm bù")
        verbose_name_plural = _("ngày nghỉ, ngày làm bù")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} – {self.name}"
