"""The register: its pages, what documents are to each other, and the words of their files."""

from .fields import DocumentField
from .pages import DocumentIndexPage, OfficialDocumentPage
from .parts import DocumentFile, DocumentRelation
from .texts import FileText

__all__ = [
    "DocumentField",
    "DocumentFile",
    "DocumentIndexPage",
    "DocumentRelation",
    "FileText",
    "OfficialDocumentPage",
]
