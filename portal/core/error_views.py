"""Error pages in the site's own frame; if even the frame fails, a page without one."""

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)
_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing was stored; what was typed still stands on the page before. A script is told as data."""
    words = _too_much() if isinstance(exception, _TOO_MUCH) else _not_as_our_forms_send()
    if _is_for_a_script(request):
        body = {"success": False, "error_code": "malformed", "error_message": words}
        return JsonResponse(body, status=400)
    # A page that was only asked for holds nothing typed.
    context = {} if request.method in {"GET", "HEAD"} else {"explanation": words}
    return HttpResponse(render_to_string("400.html", context, request=request), status=400)


def _not_as_our_forms_send() -> str:
    return _(
        "Dữ liệu gửi lên thiếu hoặc sai dạng nên chưa có gì được lưu. Hãy bấm nút Quay lại của trình duyệt: "
        "nội dung đã nhập vẫn còn ở đó. Sao chép lại nội dung, tải lại trang rồi gửi lần nữa."
    )


def _too_much() -> str:
    return _(
        "Nội dung gửi lên một lần quá nhiều nên chưa có gì được lưu. Hãy bấm nút Quay lại của trình duyệt: "
        "nội dung đã nhập vẫn còn ở đó. Chia nội dung ra rồi gửi từng phần."
    )


def _is_for_a_script(request: HttpRequest) -> bool:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return True
    return "text/html" not in request.headers.get("Accept", "text/html")


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
