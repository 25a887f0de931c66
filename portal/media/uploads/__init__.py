"""What an uploaded file really is, judged by its bytes; the name and the browser are not believed."""

from .problems import UploadError
from .rules import DOCUMENT_KINDS, Kind, judge

__all__ = ["DOCUMENT_KINDS", "Kind", "UploadError", "judge"]
