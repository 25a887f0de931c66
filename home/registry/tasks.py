"""Background work of the register: the words of uploaded files."""

from __future__ import annotations

from django_tasks import task

from home.registry.extraction import extract, is_readable, is_up_to_date, text_extracted
from portal.media.models import PortalDocument


@task()
def read_file(document_id: int) -> None:
    """Take the words out of one document, unless that was done; then tell who listens (the search)."""
    document = PortalDocument.objects.filter(pk=document_id).first()
    if document is None or not is_readable(document) or is_up_to_date(document):
        return
    extract(document)
    text_extracted.send(sender=PortalDocument, document=document)
