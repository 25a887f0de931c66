"""An uploaded or exchanged file is read in the background; a moved document changes its register."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

import structlog
from django.db import DatabaseError, transaction
from django.db.models.signals import post_save
from django.http import HttpRequest
from wagtail.documents.models import document_served
from wagtail.signals import post_page_move, pre_page_move

from home.registry import moving
from home.registry.extraction import is_readable
from home.registry.models import DocumentFile
from home.registry.tasks import read_file
from portal.media.models import PortalDocument
from portal.traffic.services import count_download

logger = structlog.get_logger(__name__)
_nobody_reads: ContextVar[bool] = ContextVar("registry_nobody_reads", default=False)


@contextmanager
def unread() -> Iterator[None]:
    """Documents saved inside the block are read by whoever saves them, or by the nightly repair."""
    token = _nobody_reads.set(True)
    try:
        yield
    finally:
        _nobody_reads.reset(token)


def connect() -> None:
    pre_page_move.connect(moving.before_move, dispatch_uid="registry.before_move")
    post_page_move.connect(moving.after_move, dispatch_uid="registry.after_move")
    post_save.connect(on_document_saved, sender=PortalDocument, dispatch_uid="registry.read")
    document_served.connect(on_download, dispatch_uid="registry.download")


def on_document_saved(
    sender: type[PortalDocument], instance: PortalDocument, raw: bool = False, **kwargs: Any
) -> None:
    changed = kwargs.get("update_fields")
    concerns_file = changed is None or "file" in changed
    if _nobody_reads.get() or raw or not concerns_file:
        return
    if is_readable(instance):
        transaction.on_commit(partial(read_later, instance.pk))


def read_later(document_id: int) -> None:
    read_file.enqueue(document_id)


def on_download(
    sender: type[PortalDocument], instance: PortalDocument, request: HttpRequest, **kwargs: Any
) -> None:
    """Count a public document's file; a draft's is fetched by those who work on it.

    A figure that cannot be written must not keep a reader from the file.
    """
    if not DocumentFile.objects.filter(document=instance, page__live=True).exists():
        return
    try:
        with transaction.atomic():
            count_download(instance, request)
    except DatabaseError:
        logger.exception("download_not_counted", document=instance.pk)
