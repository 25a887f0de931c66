"""Once after an upgrade: clean the pictures that were uploaded while originals were kept as they came."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.media.models import PortalDocument, PortalImage, cleaned, is_picture
from portal.seam.file_facts import measure


class Command(BaseCommand):
    help = "Xóa nơi chụp, giờ chụp, tên máy khỏi các ảnh đã tải lên, cả ảnh gửi làm văn bản."

    def handle(self, *args: Any, **options: Any) -> None:
        count, missing = 0, 0
        for row in [*PortalImage.objects.order_by("pk"), *_photographed_documents()]:
            try:
                count += self._clean(row)
            except FileNotFoundError:
                missing += 1
                self.stderr.write(_("Không thấy tệp của ảnh %s.") % row)
        self.stdout.write(
            _("Đã làm sạch %(cleaned)d ảnh; %(missing)d ảnh không còn tệp.")
            % {"cleaned": count, "missing": missing}
        )

    def _clean(self, row: PortalImage | PortalDocument) -> bool:
        """Whether there was something to take out. Copies are made anew when they are asked for."""
        storage, name = row.file.storage, row.file.name
        with row.file.open():
            clean = cleaned(row.file)
        if clean is None:
            return False
        # A new name: the old file stays whole until the row points at the clean one.
        clean.name = name.rpartition("/")[2]
        row.file = clean
        measure(row)
        row.save()
        if isinstance(row, PortalImage):
            row.renditions.all().delete()
        storage.delete(name)
        return True


def _photographed_documents() -> list[PortalDocument]:
    return [row for row in PortalDocument.objects.order_by("pk") if is_picture(row.file.name)]
