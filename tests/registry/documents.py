"""Documents of a register, as tests speak of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from home.registry.models import DocumentFile, DocumentIndexPage, DocumentRelation
from home.registry.models import OfficialDocumentPage as DocumentPage
from portal.media.models import PortalDocument
from units.models import Unit


def register_of(unit: Unit) -> DocumentIndexPage:
    return DocumentIndexPage.objects.child_of(unit.home_page).get()


def make_document(unit: Unit, symbol: str, live: bool = True, **values: Any) -> DocumentPage:
    """A document with a revision, published unless `live` is False."""
    files, relations = values.pop("files", []), values.pop("relations", [])
    values.setdefault("issued_on", date(2025, 3, 12))
    values.setdefault("issuer", unit.name)
    values.setdefault("summary", "Về việc ban hành Quy chế tiếp công dân")
    page = DocumentPage(symbol=symbol, live=False, **values)
    page.files = [DocumentFile(document=document) for document in files]
    page.relations = [DocumentRelation(**relation) for relation in relations]
    register_of(unit).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return DocumentPage.objects.get(pk=page.pk)


def make_file(unit: Unit, name: str, data: bytes) -> PortalDocument:
    """A file in the unit's folder."""
    return PortalDocument.objects.create(
        title=name,
        collection=unit.collection,
        file=ContentFile(data, name=name),
        file_size=len(data),
    )
