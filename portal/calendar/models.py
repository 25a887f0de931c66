"""Days that count as no working day, and weekends that do, where a year's decision differs."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Holiday(models.Model):
    """A day whose kind the law's own list does not tell: a day off, or a day worked in exchange.

    The days of the law come from the `holidays` library; what is decided year by year are rows that the
    board edits, and a row wins over the library.
    """

    day = models.DateField(_("ngày"), unique=True)
    name = models.CharField(_("tên"), max_length=120)
    is_worked = models.BooleanField(
        _("là ngày làm bù"), default=False, help_text=_("Đánh dấu nếu ngày này phải đi làm.")
    )

    class Meta:
        # The rows were the reviews' before schedules and receptions counted by them, too.
        db_table = "moderation_holiday"
        ordering = ["day"]
        verbose_name = _("ngày nghỉ, ngày làm bù")
        verbose_name_plural = _("ngày nghỉ, ngày làm bù")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} – {self.name}"
