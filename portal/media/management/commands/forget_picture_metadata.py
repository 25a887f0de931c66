"""Once after an upgrade: clean the pictures that were uploaded while originals were kept as they came."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files import File
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.media.metadata import without_metadata
from portal.media.models import PortalImage


class Command(BaseCommand):
    help = "Xóa nơi chụp, giờ chụp, tên máy khỏi các ảnh đã tải lên và các bản thu nhỏ của chúng."

    def handle(self, *args: Any, **options: Any) -> None:
        cleaned, missing = 0, 0
        for image in PortalImage.objects.order_by("pk").iterator():
            try:
                cleaned += self._clean(image)
            except FileNotFoundError:
                missing += 1
                self.stderr.write(_("Không thấy tệp của ảnh %s.") % image)
        self.stdout.write(
            _("Đã làm sạch %(cleaned)d ảnh; %(missing)d ảnh không còn tệp.")
            % {"cleaned": cleaned, "missing": missing}
        )

    def _clean(self, image: PortalImage) -> bool:
        """Whether there was something to take out. Copies are made anew when they are asked for."""
        storage, name = image.file.storage, image.file.name
        with storage.open(name) as source:
            before = source.read()
        after = without_metadata(before)
        if after == before:
            return False
        # A new name: the old file stays whole until the row points at the clean one.
        image.file = File(BytesIO(after), name=name.rpartition("/")[2])
        image._set_image_file_metadata()
        image.save()
        image.renditions.all().delete()
        storage.delete(name)
        return True
