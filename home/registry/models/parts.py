"""What belongs to one document: its files, and its relations to others."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from home.registry.querysets import RelationQuerySet
from home.registry.wording import RelationKind
from portal.core.text import compose
from portal.media.uploads import DOCUMENT_KINDS

SUFFIXES = frozenset(suffix for kind in DOCUMENT_KINDS for suffix in kind.suffixes)


class DocumentFile(Orderable):
    """A file of a document: the signed copy, an annex, a form."""

    page = ParentalKey("registry.OfficialDocumentPage", related_name="files")
    # Gone from the library means gone from the register: Wagtail says so before it deletes.
    document = models.ForeignKey(
        "media.PortalDocument", models.CASCADE, related_name="+", verbose_name=_("tệp")
    )
    label = models.CharField(
        _("tên hiển thị"),
        max_length=200,
        blank=True,
        help_text=_("Ví dụ: Phụ lục 1. Để trống thì dùng tên của tệp."),
    )

    panels = [FieldPanel("document"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("tệp văn bản")
        verbose_name_plural = _("tệp văn bản")

    def __str__(self) -> str:
        return self.shown_name

    def clean(self) -> None:
        super().clean()
        self.label = compose(self.label).strip()
        if self.document_id and self.document.file_extension.lower() not in SUFFIXES:
            message = _("Văn bản chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) hoặc ảnh.")
            raise ValidationError({"document": message})

    @property
    def shown_name(self) -> str:
        return self.label or self.document.title


class DocumentRelation(Orderable):
    """That a document replaces, amends or is replaced by another: one of the register, or one in words."""

    page = ParentalKey("registry.OfficialDocumentPage", related_name="relations")
    kind = models.CharField(_("quan hệ"), max_length=12, choices=RelationKind.choices)
    target = models.ForeignKey(
        "registry.OfficialDocumentPage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="named_in",
        verbose_name=_("văn bản trên cổng"),
    )
    other = models.CharField(
        _("hoặc văn bản không có trên cổng"),
        max_length=300,
        blank=True,
        help_text=_("Ví dụ: Quyết định số 12/QĐ-VKS ngày 05/01/2018 của Viện trưởng."),
    )

    objects: ClassVar[RelationQuerySet] = RelationQuerySet.as_manager()  # type: ignore[assignment]

    panels = [
        FieldPanel("kind"),
        FieldRowPanel(
            [PageChooserPanel("target", "registry.OfficialDocumentPage"), FieldPanel("other")]
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("quan hệ với văn bản khác")
        verbose_name_plural = _("quan hệ với văn bản khác")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.target or self.other}"

    def clean(self) -> None:
        super().clean()
        self.other = compose(self.other).strip()
        if bool(self.target_id) == bool(self.other):
            message = _("Hãy chọn một văn bản trên cổng, hoặc ghi văn bản không có trên cổng.")
            raise ValidationError({"target": message})
