"""The words of a file, taken out in the background, and why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.media.models import PortalDocument

REASONS: Final[dict[str, StrOrPromise]] = {
    "password": _("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải tệp lên lại."),
    "too_large": _("Tệp quá lớn hoặc quá rối để đọc chữ. Người đọc vẫn tải được tệp."),
    "too_slow": _("Đọc tệp mất quá nhiều thời gian nên đã dừng. Người đọc vẫn tải được tệp."),
    "damaged": _(
        "Không đọc được chữ trong tệp: có thể tệp bị hỏng. Hãy mở thử, lưu lại và tải lên lại."
    ),
    "missing": _("Không tìm thấy tệp trong kho. Hãy tải tệp lên lại."),
}


class FileTextQuerySet(models.QuerySet):
    def failed(self) -> FileTextQuerySet:
        return self.filter(status=FileText.Status.FAILED)

    def by_document(self, documents: Iterable[PortalDocument]) -> dict[int, FileText]:
        """What was read of these documents, by the document's key."""
        rows = self.filter(document__in=[document.pk for document in documents])
        return {row.document_id: row for row in rows}


class FileText(models.Model):
    """What a search may find in one document of the library."""

    class Status(models.TextChoices):
        READ = "read", _("Đã đọc chữ trong tệp")
        SCAN = "scan", _("Bản quét, không có chữ")
        FAILED = "failed", _("Không đọc được")

    document = models.OneToOneField(
        "media.PortalDocument", models.CASCADE, related_name="file_text", verbose_name=_("tệp")
    )
    status = models.CharField(_("tình trạng"), max_length=8, choices=Status.choices)
    reason = models.CharField(_("lý do"), max_length=20, blank=True)
    text = models.TextField(_("chữ trong tệp"), blank=True)
    pages = models.PositiveIntegerField(_("số trang"), default=0)
    is_cut = models.BooleanField(_("chỉ giữ phần đầu"), default=False)
    # Of the file that was read: another file behind the same document is read again.
    file_hash = models.CharField(max_length=40, blank=True)
    read_at = models.DateTimeField(_("đọc lúc"), default=timezone.now)

    scope_unit_path = "document"
    objects: ClassVar[FileTextQuerySet] = FileTextQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        default_permissions = ()
        verbose_name = _("chữ trong tệp")
        verbose_name_plural = _("chữ trong tệp")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.get_status_display()}"

    @property
    def explanation(self) -> StrOrPromise:
        return REASONS.get(self.reason, "")
