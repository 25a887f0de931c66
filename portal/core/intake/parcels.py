"""What waits between preview and confirmation, for one person and one page.

A `Shelf` keeps the files themselves, beside the database and out of reach of any web server. An `Envelope`
keeps nothing here: what was read travels in the form, signed. Which of the two is the room's choice.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from django.conf import settings
from django.core import signing

KEPT_SECONDS: Final = 2 * 60 * 60
_NAME: Final = re.compile(r"[0-9a-f]{32}")
Parts = Mapping[str, IO[bytes]]


class Gone(Exception):
    """What was kept is no longer there: too old, used already, or never this person's."""


class Owner(NamedTuple):
    """Whose it is, and of which page: a token is worth nothing to anybody else or anywhere else."""

    user_id: int
    page_id: int


@dataclass(frozen=True)
class Envelope:
    """`salt` tells one room's envelopes from another's."""

    salt: str
    seconds: int = KEPT_SECONDS

    def seal(self, content: Any, owner: Owner) -> str:
        return signing.dumps([*owner, content], salt=self.salt, compress=True)

    def open(self, text: str, owner: Owner) -> Any:
        """Raises Gone."""
        try:
            *known, content = signing.loads(text, salt=self.salt, max_age=self.seconds)
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise Gone from error
        if known != list(owner):
            raise Gone
        return content


@dataclass(frozen=True)
class Shelf:
    """`folder` is its name below `VAR_DIR`; `salt` that of its tokens."""

    folder: str
    salt: str

    def keep(self, parts: Mapping[str, IO[bytes]], owner: Owner) -> str:
        """Keep the files by name for two hours; the answer is the token that leads to them."""
        self._remove_old()
        name = uuid.uuid4().hex
        place = self._place() / name
        place.mkdir(mode=0o700)
        for part, source in parts.items():
            handle = os.open(place / part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as target:
                source.seek(0)
                shutil.copyfileobj(source, target)
        return Envelope(self.salt).seal(name, owner)

    @contextmanager
    def look(self, token: str, owner: Owner) -> Iterator[Parts]:
        """The open files, which stay. Raises Gone."""
        with _opened(self._path(token, owner)) as parts:
            yield parts

    @contextmanager
    def take(self, token: str, owner: Owner) -> Iterator[Parts]:
        """The open files, which are gone afterwards: of two clicks only the first gets them. Raises Gone."""
        taken = self._place() / uuid.uuid4().hex
        try:
            self._path(token, owner).rename(taken)
        except OSError as error:
            raise Gone from error
        try:
            with _opened(taken) as parts:
                yield parts
        finally:
            shutil.rmtree(taken, ignore_errors=True)

    def _path(self, token: str, owner: Owner) -> Path:
        name = Envelope(self.salt).open(token, owner)
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise Gone
        return self._place() / name

    def _place(self) -> Path:
        place = Path(settings.VAR_DIR) / self.folder
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place

    def _remove_old(self) -> None:
        limit = time.time() - KEPT_SECONDS
        for path in self._place().iterdir():
            try:
                is_old = path.stat().st_mtime < limit
            except FileNotFoundError:  # another request was quicker
                continue
            if is_old and path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif is_old:  # as they were kept before there were shelves
                path.unlink(missing_ok=True)


@contextmanager
def _opened(place: Path) -> Iterator[Parts]:
    with ExitStack() as stack:
        try:
            parts = {path.name: stack.enter_context(path.open("rb")) for path in place.iterdir()}
        except FileNotFoundError as error:
            raise Gone from error
        yield parts
