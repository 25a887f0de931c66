"""Take the words out of a document's file, in a program of its own that can be stopped."""

from __future__ import annotations

from typing import Any

import structlog
from django.core.files.storage import Storage
from django.dispatch import Signal
from django.utils import timezone

from home.registry.models import FileText
from home.registry.rules.reading import READERS, Reading, read
from portal.core.intake.apart import read_apart
from portal.core.intake.refusals import FileRefused
from portal.core.text import compose
from portal.media.models import PortalDocument

logger = structlog.get_logger(__name__)

# Sent with `document` when its words are known, or known to be unreadable.
text_extracted = Signal()


def is_readable(document: PortalDocument) -> bool:
    """Whether files of its kind have words to take out; pictures have none."""
    return document.file_extension.lower() in READERS


def is_up_to_date(document: PortalDocument) -> bool:
    found = FileText.objects.filter(document=document).first()
    return found is not None and bool(found.file_hash) and found.file_hash == document.file_hash


def extract(document: PortalDocument) -> FileText:
    """Read the file and keep what came of it, words or a reason; never raises for a bad file."""
    try:
        document.get_file_hash()
        data = _bytes_of(document.file.storage, document.file.name)
    except OSError as error:
        logger.warning("file_text_missing", document=document.pk, reason=str(error))
        return store(document, "missing")
    try:
        found = read_apart(read, data, document.file_extension.lower())
    except FileRefused as refusal:
        logger.warning("file_text_failed", document=document.pk, reason=refusal.code)
        return store(document, refusal.code)
    return store(document, found)


def store(document: PortalDocument, found: Reading | str) -> FileText:
    """Keep a reading, or the key of a reason."""
    values: dict[str, Any] = {"file_hash": document.file_hash, "read_at": timezone.now()}
    if isinstance(found, str):
        values.update(status=FileText.Status.FAILED, reason=found, text="", pages=0, is_cut=False)
    else:
        status = FileText.Status.SCAN if found.is_scan else FileText.Status.READ
        values.update(status=status, reason="", text=compose(found.text))
        values.update(pages=found.pages, is_cut=found.is_cut)
    row, _created = FileText.objects.update_or_create(document=document, defaults=values)
    return row


def _bytes_of(storage: Storage, name: str) -> bytes:
    with storage.open(name) as source:
        return source.read()
