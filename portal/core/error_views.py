"""Error pages in the site's own frame; if even the frame fails, a page without one."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse(render_to_string("400.html", request=request), status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse(render_to_string("403.html", request=request), status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """No request context, so no frame and no query: the database may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is missing or too old; says how to go on without losing the text."""
    logger.warning("CSRF check failed: %s", reason)
    context = {
        "heading": _("Biểu mẫu đã hết hạn"),
        "explanation": _(
            "Phiên làm việc của biểu mẫu đã hết hạn. Hãy quay lại trang trước, sao chép nội dung đã "
            "nhập, tải lại trang rồi gửi lại."
        ),
    }
    return HttpResponse(render_to_string("403.html", context, request=request), status=403)
