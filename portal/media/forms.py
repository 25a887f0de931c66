"""The forms of every document and picture: the file is judged by content before it is kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.media.pictures import PictureField
from portal.media.uploads import DOCUMENT_KINDS, UploadError, judge

MEGABYTE = 1024 * 1024


def check_upload(upload: UploadedFile) -> None:
    """Raises UploadError, whose text says what to do."""
    kind = judge(upload, upload.name or "")
    limit = settings.PORTAL_DOCUMENT_MAX_MB
    size = upload.size or 0
    if kind in DOCUMENT_KINDS and size > limit * MEGABYTE:
        megabytes = f"{size / MEGABYTE:.1f}".replace(".", ",")
        raise UploadError("too_large", size=megabytes, limit=limit)


class CheckedDocumentForm(BaseDocumentForm):
    """Named in `WAGTAILDOCS_DOCUMENT_FORM_BASE`: the library, the chooser and the bulk upload."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            try:
                check_upload(upload)
            except UploadError as error:
                message = _("“%(name)s”: %(what)s") % {"name": upload.name, "what": error}
                raise ValidationError(message, code=error.code) from error
        return upload


class CheckedImageForm(BaseImageForm):
    """Named in `WAGTAILIMAGES_IMAGE_FORM_BASE`: the library, the chooser and the bulk upload."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
