"""The sample loader's own book: every row that it made, so that it can take away exactly those."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SampleRecord(models.Model):
    """One row made by the sample loader."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.CharField(max_length=40)
    row = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = _("dòng dữ liệu mẫu")
        verbose_name_plural = _("dữ liệu mẫu")
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="sample_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
