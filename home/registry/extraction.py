"""Take the words out of a document's file, in a program of its own that can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Final

import structlog
from django.conf import settings
from django.core.files.storage import Storage
from django.dispatch import Signal
from django.utils import timezone

from home.registry.models import FileText
from home.registry.reading import READERS, Reading
from portal.core.text import compose
from portal.media.models import PortalDocument

logger = structlog.get_logger(__name__)

# Sent with `document` when its words are known, or known to be unreadable.
text_extracted = Signal()

SECONDS: Final = 40
_SILENT: Final = (subprocess.CalledProcessError, json.JSONDecodeError, KeyError, TypeError)


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
        return keep(document, "missing")
    return keep(document, _read_apart(document, data))


def keep(document: PortalDocument, found: Reading | str) -> FileText:
    """Store a reading, or the key of a reason."""
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


def _read_apart(document: PortalDocument, data: bytes) -> Reading | str:
    command = [sys.executable, "-m", "home.registry.reading", document.file_extension.lower()]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, one of three fixed words)
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            cwd=settings.BASE_DIR,
        )
        answer = json.loads(done.stdout)
        if "error" not in answer:
            return Reading(answer["text"], answer["pages"], answer["is_cut"])
    except subprocess.TimeoutExpired:
        logger.warning("file_text_too_slow", document=document.pk)
        return "too_slow"
    except _SILENT as error:
        # Stopped by its own limit of time or memory.
        logger.warning("file_text_stopped", document=document.pk, reason=str(error)[:300])
        return "too_slow"
    logger.warning("file_text_failed", document=document.pk, **answer)
    return str(answer["error"])
