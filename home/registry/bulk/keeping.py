"""Uploads between preview and confirmation: beside the database, two hours, for one person and register."""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

KEPT_SECONDS: Final = 2 * 60 * 60
_SALT: Final = "registry.bulk"
_NAME: Final = re.compile(r"[0-9a-f]{32}")
PARTS: Final = ("sheet", "archive")


class Gone(Exception):
    """The kept uploads are no longer there: too old, used already, or never this person's."""


def _folder() -> Path:
    folder = Path(settings.VAR_DIR) / "document-imports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def keep(parts: dict[str, UploadedFile], user_id: int, index_id: int) -> str:
    """Keep the list and, if there is one, the archive; the token works for this person and register only."""
    _remove_old()
    name = uuid.uuid4().hex
    place = _folder() / name
    place.mkdir(mode=0o700)
    for part, upload in parts.items():
        handle = os.open(place / part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as target:
            upload.seek(0)
            shutil.copyfileobj(upload, target)
    return signing.dumps([name, user_id, index_id], salt=_SALT)


@contextmanager
def kept(token: str, user_id: int, index_id: int) -> Iterator[dict[str, IO[bytes]]]:
    """The open uploads by part. Raises Gone."""
    place = _place(token, user_id, index_id)
    opened: dict[str, IO[bytes]] = {}
    try:
        for part in PARTS:
            path = place / part
            if path.is_file():
                opened[part] = path.open("rb")
        if "sheet" not in opened:
            raise Gone
        yield opened
    finally:
        for source in opened.values():
            source.close()


def claim(token: str, user_id: int, index_id: int) -> str:
    """Take the uploads away for good: of two clicks only the first gets them. Raises Gone.

    The new token leads to them until `forget`.
    """
    place = _place(token, user_id, index_id)
    taken = uuid.uuid4().hex
    try:
        place.rename(_folder() / taken)
    except OSError as error:
        raise Gone from error
    return signing.dumps([taken, user_id, index_id], salt=_SALT)


def forget(token: str, user_id: int, index_id: int) -> None:
    shutil.rmtree(_place(token, user_id, index_id), ignore_errors=True)


def _place(token: str, user_id: int, index_id: int) -> Path:
    try:
        name, owner, index = signing.loads(token, salt=_SALT, max_age=KEPT_SECONDS)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Gone from error
    if (owner, index) != (user_id, index_id) or not _NAME.fullmatch(name):
        raise Gone
    return _folder() / name


def _remove_old() -> None:
    limit = time.time() - KEPT_SECONDS
    for path in _folder().iterdir():
        try:
            is_old = path.stat().st_mtime < limit
        except FileNotFoundError:  # another request was quicker
            continue
        if is_old:
            shutil.rmtree(path, ignore_errors=True)
