"""An uploaded picture: what it is, how large, and whether it can be opened to its end."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField

from portal.core.pictures import MOST_BYTES, PictureRefused, prove_whole


def check_picture(upload: Any) -> None:
    """Raises ValidationError, which names the file and says what to do; the upload is at its start again."""
    upload.seek(0)
    data = upload.read(MOST_BYTES + 1)
    upload.seek(0)
    try:
        kind = prove_whole(data).kind
        said = upload.name.rpartition(".")[2].lower()
        if said not in kind.suffixes:
            right = kind.suffixes[0]
            raise PictureRefused("picture_name", said=said, found=kind.label, right=right)
    except PictureRefused as error:
        message = _("“%(name)s”: %(what)s") % {"name": upload.name, "what": error}
        raise ValidationError(message, code=error.code) from error


class PictureField(WagtailImageField):
    """Wagtail's field, which opens what it is given; here it is given nothing that was not judged."""

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values and data.size <= self.max_upload_size:
            check_picture(data)
        return super().to_python(data)
