"""Pictures of the sample province: drawn, never copied from anywhere."""

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from wagtail.models import Collection

from portal.demo import pictures
from portal.demo.book import note
from portal.demo.content.types import Picture
from portal.media.models import PortalImage


class Album:
    """Draws each picture once and keeps the rows by key."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._images: dict[str, PortalImage] = {}

    def lead(self, drawing: Picture) -> dict[str, Any]:
        """The lead image of a page, as its fields."""
        return {
            "lead_image": self.of(drawing),
            "lead_image_alt": drawing.alt,
            "lead_image_caption": drawing.caption,
            "lead_image_credit": drawing.credit,
        }

    def image(self, key: str, alt: str = "", credit: str = "") -> PortalImage:
        if key not in self._images:
            self._images[key] = self._store(key, alt, credit)
        return self._images[key]

    def of(self, picture: Picture) -> PortalImage:
        return self.image(picture.key, picture.alt, picture.credit)

    def _store(self, key: str, alt: str, credit: str) -> PortalImage:
        data = pictures.drawn(key)
        image = PortalImage(
            title=alt or key,
            description=alt,
            credit=credit,
            collection=self.collection,
            file=ImageFile(BytesIO(data), name=pictures.filename(key)),
        )
        image.file_size = len(data)
        image.save()
        return note(image)
