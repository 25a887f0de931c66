"""The import of redirects: Wagtail reads a list in this very process, whatever it unpacks to."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.contrib.redirects import views

from portal.core.archives import MEGABYTE, ArchiveRefused, Limits, open_judged

MOST_BYTES: Final = MEGABYTE
# Of Excel's own lists of that size.
LIMITS: Final = Limits(entries=200, total=6 * MEGABYTE, ratio=100)


def start_import(request: HttpRequest) -> HttpResponse:
    """Wagtail's view, for a list that costs little to read."""
    upload = request.FILES.get("import_file")
    problem = _problem_of(upload) if isinstance(upload, UploadedFile) else ""
    if problem:
        messages.error(request, problem)
        return redirect("wagtailredirects:start_import")
    return views.start_import(request)


def _problem_of(upload: UploadedFile) -> str:
    """Why the list is not read; empty when it is."""
    if (upload.size or 0) > MOST_BYTES:
        return _("Tệp “%s” nặng hơn 1 MB. Hãy chia danh sách thành nhiều tệp nhỏ.") % upload.name
    if upload.read(2) == b"PK":
        try:
            open_judged(upload, LIMITS).close()
        except ArchiveRefused:
            return _("Không đọc được tệp “%s”. Hãy lưu danh sách thành tệp .csv rồi gửi lại.") % (
                upload.name
            )
    upload.seek(0)
    return ""
