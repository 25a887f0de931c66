"""Pictures that say what they show and who made them; documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from threading import Lock
from typing import Any, Final

from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    SourceImageIOError,
)
from willow.image import UnrecognisedImageFormatError

from portal.core.pictures import UNREADABLE, PictureRefused
from portal.core.validators import validate_alt_text
from portal.media.metadata import without_metadata
from portal.media.recordings import check_recording
from portal.seam.file_facts import measure
from portal.seam.new_files import is_new_file

# Wagtail makes the copies of one picture in three threads, and each decodes the whole picture.
_ONE_AT_A_TIME: Final = Lock()
# Documents that are pictures: a page that somebody photographed.
PICTURE_SUFFIXES: Final = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})


def is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURE_SUFFIXES


def cleaned(upload: Any) -> File | None:
    """The picture under its name without its metadata; None when there is nothing to take out."""
    source = upload.file
    source.seek(0)
    before = source.read()
    source.seek(0)
    after = without_metadata(before)
    return None if after == before else File(BytesIO(after), name=upload.name)


def _forget_metadata(row: Any) -> None:
    """Put the cleaned picture in the place of what came, with its own size and hash."""
    clean = cleaned(row.file)
    if clean is None:
        return
    row.file = clean
    if row.file_hash or row.file_size:
        measure(row)


class PortalImage(AbstractImage):
    """A picture; its description is the alternative text wherever a page gives none of its own."""

    # A field's file; a plain one may be assigned to it.
    file: Any

    credit = models.CharField(_("tác giả hoặc nguồn ảnh"), max_length=120, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("hình ảnh")
        verbose_name_plural = _("hình ảnh")

    @property
    def default_alt_text(self) -> str:
        """The description alone: the title usually is the file's name."""
        return self.description

    def clean(self) -> None:
        super().clean()
        if self.description:
            validate_alt_text(self.description)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Where and when a photograph was taken is not kept: what is not stored cannot leak."""
        if is_new_file(self.file):
            _forget_metadata(self)
        super().save(*args, **kwargs)

    @contextmanager
    def get_willow_image(self) -> Iterator[Any]:
        """Raises PictureRefused, also where Willow does not know what the bytes are."""
        try:
            with super().get_willow_image() as image:
                yield image
        except UnrecognisedImageFormatError as error:
            raise PictureRefused("picture_unknown") from error

    def get_rendition(self, filter: Filter | str) -> AbstractRendition:
        """A copy; where none can be made Wagtail's stand-in for one, for its choosers ask without a net.

        `get_renditions` raises SourceImageIOError instead.
        """
        try:
            return super().get_rendition(filter)
        except SourceImageIOError:
            missing = self.get_rendition_model()(image=self, width=0, height=0)
            missing.file.name = "not-found"
            return missing

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> File:
        """A copy tells nothing besides the picture either, although Willow copies what the original tells.

        Bytes that are unreadable, or a picture that nobody would be let in with today, are told like a
        missing file, which every tag of Wagtail survives.
        """
        try:
            with _ONE_AT_A_TIME:
                made = super().generate_rendition_file(filter, source=source)
        except (*UNREADABLE, PictureRefused) as error:
            raise SourceImageIOError(str(error)) from error
        made.seek(0)
        return File(BytesIO(without_metadata(made.read())), name=made.name)


class PortalRendition(AbstractRendition):
    """A scaled copy of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        # Pictures are asked for by the name of the file.
        indexes = [models.Index(fields=["file"], name="rendition_file")]


class PortalDocument(AbstractDocument):
    """A file for download."""

    # A field's file; a plain one may be assigned to it.
    file: Any

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("tài liệu")
        verbose_name_plural = _("tài liệu")

    def clean(self) -> None:
        """A file that comes in now is what its name says; one that is stored already was asked then."""
        super().clean()
        if is_new_file(self.file):
            check_recording(self.file)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A photographed page keeps its place and device no more than any other picture."""
        if is_new_file(self.file) and is_picture(self.file.name):
            _forget_metadata(self)
        super().save(*args, **kwargs)
