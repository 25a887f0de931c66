"""A draft news item from a Word file: kept until it is confirmed, then made at once or not at all."""

from __future__ import annotations

import io
import os
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.permissions import permission_policy
from wagtail.log_actions import log
from wagtail.models import Collection

from home.news.models import NewsIndexPage, NewsPage
from portal.core.text import compose
from portal.core.word import Block, Picture, PictureSlot
from portal.media.models import PortalImage
from portal.users.models import User
from units.models import Unit
from units.scope.rows import unit_of_object

KEPT_SECONDS: Final = 2 * 60 * 60
_SALT: Final = "news.word_import"
_NAME: Final = re.compile(r"[0-9a-f]{32}")


class Gone(Exception):
    """The kept file is no longer there: too old, used already, or never this person's."""


def _folder() -> Path:
    """Beside the database and out of reach of any web server; only this account may look."""
    folder = Path(settings.VAR_DIR) / "word-imports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def keep(data: bytes, user: User, index: NewsIndexPage) -> str:
    """Keep an upload for two hours; the token that returns works for this person and index only."""
    _remove_old()
    name = uuid.uuid4().hex
    handle = os.open(_folder() / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(data)
    return signing.dumps([name, user.pk, index.pk], salt=_SALT)


def fetch(token: str, user: User, index: NewsIndexPage) -> bytes:
    """Raises Gone."""
    try:
        return _path(token, user, index).read_bytes()
    except FileNotFoundError as error:
        raise Gone from error


def claim(token: str, user: User, index: NewsIndexPage) -> bytes:
    """Read and remove at once: of two clicks only the first gets the file. Raises Gone."""
    path = _path(token, user, index)
    taken = path.with_name(f"{path.name}.taken")
    try:
        path.rename(taken)
    except FileNotFoundError as error:
        raise Gone from error
    data = taken.read_bytes()
    taken.unlink()
    return data


def _path(token: str, user: User, index: NewsIndexPage) -> Path:
    try:
        name, user_id, index_id = signing.loads(token, salt=_SALT, max_age=KEPT_SECONDS)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Gone from error
    if (user_id, index_id) != (user.pk, index.pk) or not _NAME.fullmatch(name):
        raise Gone
    return _folder() / name


def _remove_old() -> None:
    limit = time.time() - KEPT_SECONDS
    for path in _folder().iterdir():
        try:
            if path.stat().st_mtime < limit:
                path.unlink()
        except FileNotFoundError:  # another request was quicker
            continue


def owning_unit(index: NewsIndexPage) -> Unit | None:
    return unit_of_object(index)


def collection_for(user: User, index: NewsIndexPage) -> Collection | None:
    """The unit's collection, if the person may add pictures to it."""
    unit = owning_unit(index)
    collection = unit.collection if unit else None
    if collection is None and unit is not None and unit.is_province:
        collection = Collection.get_first_root_node()
    if collection is None:
        return None
    allowed = permission_policy.collections_user_has_permission_for(user, "add")
    return collection if allowed.filter(pk=collection.pk).exists() else None


@dataclass
class Item:
    """What a person confirmed."""

    title: str
    lead: str
    author: str
    blocks: list[Block]
    pictures: Mapping[int, Picture]
    alts: Mapping[int, str]


def create_draft(
    item: Item, index: NewsIndexPage, user: User, collection: Collection | None
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
    item: Item, user: User, collection: Collection | None, made: list[PortalImage]
) -> list[dict[str, Any]]:
    body = []
    for block in item.blocks:
        if not isinstance(block, PictureSlot):
            body.append(block.as_stream())
            continue
        picture = item.pictures.get(-1 if block.number is None else block.number)
        if picture is None or block.number is None or collection is None:
            continue
        alt = compose(item.alts.get(block.number, block.alt))
        title = (
            block.caption
            or alt
            or _("Ảnh %(number)d của “%(title)s”")
            % {
                "number": len(made) + 1,
                "title": item.title,
            }
        )
        image = _image(picture, title[:255], alt, user, collection)
        made.append(image)
        body.append(block.as_stream(image.pk, alt))
    return body


def _image(
    picture: Picture, title: str, alt: str, user: User, collection: Collection
) -> PortalImage:
    image = PortalImage(
        title=title, description=alt[:255], collection=collection, uploaded_by_user=user
    )
    name = f"{uuid.uuid4().hex[:12]}.{picture.extension}"
    image.file = ImageFile(io.BytesIO(picture.data), name=name)
    image._set_image_file_metadata()
    image.save()
    log(instance=image, action="wagtail.create", user=user)
    return image
