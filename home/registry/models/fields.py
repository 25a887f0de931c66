"""Fields of work (lĩnh vực) that documents are filed under."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.registry.wording import STARTING_FIELDS
from portal.core.text import compose, slugify


class DocumentFieldQuerySet(models.QuerySet):
    def active(self) -> DocumentFieldQuerySet:
        return self.filter(is_active=True)


class DocumentField(models.Model):
    """A field of work; shared by every unit, edited by the board."""

    name = models.CharField(_("tên lĩnh vực"), max_length=120, unique=True)
    slug = models.SlugField(_("tên trong địa chỉ"), max_length=100, unique=True, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_active = models.BooleanField(_("đang dùng"), default=True)

    objects: ClassVar[DocumentFieldQuerySet] = DocumentFieldQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = _("lĩnh vực văn bản")
        verbose_name_plural = _("lĩnh vực văn bản")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.name = compose(self.name).strip()
        self.slug = self.slug or slugify(self.name)


def ensure_fields() -> None:
    """The starting fields, for a portal that has none; the board edits them afterwards."""
    if not DocumentField.objects.exists():
        for order, field in enumerate(STARTING_FIELDS, 1):
            DocumentField.objects.create(sort_order=order, **field._asdict())
