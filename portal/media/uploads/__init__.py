"""What an uploaded file really is, judged by its bytes; the name and the browser are not believed."""

from .problems import UploadError
from .rules import DOCUMENT_KINDS, FileKind, judge

__all__ = ["DOCUMENT_KINDS", "FileKind", "UploadError", "judge"]
