"""A draft news item from a Word file: made at once or not at all."""

from __future__ import annotations

import io
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.permissions import permission_policy
from wagtail.log_actions import log
from wagtail.models import Collection

from home.news.models import NewsIndexPage, NewsPage
from portal.core.intake.parcels import Shelf
from portal.core.text import compose
from portal.core.word import Block, Picture, PictureSlot
from portal.media.models import PortalImage
from portal.seam.file_facts import measure
from portal.users.models import User
from units.scope.folders import folder_to_fill

SHELF: Final = Shelf("word-imports", "news.word_import")


def collection_for(user: User, index: NewsIndexPage) -> Collection | None:
    """The unit's collection, if the person may add pictures to it."""
    return folder_to_fill(user, index, permission_policy)


@dataclass
class ConfirmedItem:
    """What a person confirmed."""

    title: str
    lead: str
    author: str
    blocks: list[Block]
    pictures: Mapping[int, Picture]
    alts: Mapping[int, str]


def create_draft(
    item: ConfirmedItem, index: NewsIndexPage, user: User, collection: Collection | None
) -> NewsPage:
    """Make the draft with its pictures in the unit's collection; nothing stays if a part fails."""
    made: list[PortalImage] = []
    try:
        with transaction.atomic():
            body = _body(item, user, collection, made)
            page = NewsPage(
                title=compose(item.title),
                lead=compose(item.lead),
                author_name=compose(item.author),
                live=False,
                owner=user,
            )
            page.body = NewsPage._meta.get_field("body").stream_block.to_python(body)
            index.add_child(instance=page)
            log(instance=page, action="wagtail.create", user=user, content_changed=True)
            page.save_revision(user=user, log_action=True, clean=False)
    except BaseException:
        # The rows are rolled back; the files are not in the database.
        for image in made:
            image.file.delete(save=False)
        raise
    return page


def _body(
    item: ConfirmedItem, user: User, collection: Collection | None, made: list[PortalImage]
) -> list[dict[str, Any]]:
    body = []
    for block in item.blocks:
        if not isinstance(block, PictureSlot):
            body.append(block.as_stream())
            continue
        if block.number is None or collection is None:
            continue
        picture = item.pictures.get(block.number)
        if picture is None:
            continue
        alt = compose(item.alts.get(block.number, block.alt))
        title = block.caption or alt or _picture_title(len(made) + 1, item)
        image = _image(picture, title[:255], alt, user, collection)
        made.append(image)
        body.append(block.as_stream(image.pk, alt))
    return body


def _picture_title(number: int, item: ConfirmedItem) -> str:
    return _("Ảnh %(number)d của “%(title)s”") % {"number": number, "title": item.title}


def _image(
    picture: Picture, title: str, alt: str, user: User, collection: Collection
) -> PortalImage:
    image = PortalImage(
        title=title, description=alt[:255], collection=collection, uploaded_by_user=user
    )
    name = f"{uuid.uuid4().hex[:12]}.{picture.extension}"
    image.file = ImageFile(io.BytesIO(picture.data), name=name)
    measure(image)
    image.save()
    log(instance=image, action="wagtail.create", user=user)
    return image
