"""What an editor is told after saving a document."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from home.registry.models import OfficialDocumentPage


def ask_for_abstract(request: HttpRequest, page: OfficialDocumentPage) -> None:
    """A scan is accepted, and the one who files it is asked for words."""
    # What the editor saves by itself in the background asks for JSON; it would pile up messages.
    if not request.accepts("text/html"):
        return
    draft: OfficialDocumentPage = page.get_latest_revision_as_object()
    if draft.needs_abstract():
        messages.warning(
            request,
            _(
                "Tệp của “%(name)s” là bản quét không có chữ. Văn bản vẫn được lưu; hãy viết thêm “Tóm tắt "
                "nội dung” để người khiếm thị đọc được và ô tìm kiếm tìm được."
            )
            % {"name": page.name},
        )
