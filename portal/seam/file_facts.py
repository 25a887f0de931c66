"""Size and hash of a picture or document that no form of Wagtail's has made.

What: calls `AbstractImage._set_image_file_metadata` and `AbstractDocument._set_document_file_metadata`.
Reason: Wagtail writes size and hash in its forms. Imports, the cleaning of metadata and the sample make
    files without a form, and a file without a hash is never recognised as one that is there already.
Versions: Wagtail 7.4
Upstream: https://github.com/wagtail/wagtail/pull/8803
Goes when: the models measure a new file themselves when they are saved.
"""

from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage


def measure(row: AbstractImage | AbstractDocument) -> None:
    """Write down size and hash of the row's file, as Wagtail's forms do; the caller saves."""
    if isinstance(row, AbstractImage):
        row._set_image_file_metadata()
    else:
        row._set_document_file_metadata()
