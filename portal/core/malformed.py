"""Requests that no form of ours sends: they get 400 and a way on, never a server error.

Views of Wagtail read what was sent without asking whether it is there or can be read at all (7.4): a field
that is missing, a number beyond 64 bits, text that is no JSON. Each would be a fault of the server to
whoever sees it, and to whoever counts faults. Here they are told from real ones: the error must be about
a value that this very request holds.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from traceback import walk_tb

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldError, ObjectDoesNotExist, ValidationError
from django.core.paginator import InvalidPage
from django.core.signing import BadSignature
from django.db import DatabaseError, DataError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    RawPostDataException,
)
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _

from portal.core.error_views import page_not_found

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponseBase]

NUL = "\x00"
# SQLite and PostgreSQL count to 2^63 - 1: nineteen digits.
_DIGITS = 19
_QUOTES = ("'%s'", '"%s"', "“%s”")
_OF_DATABASES = (OverflowError, DatabaseError, ValueError)
_QUOTING = (
    ValueError, TypeError, KeyError, ValidationError, FieldError, NoReverseMatch, IncorrectLookupParameters,
)  # fmt: skip


class MalformedRequestMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return answer_to(request, error)


def answer_to(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """404 or 400 for an error that the request itself made; None for a fault of ours."""
    if _names_what_is_not_there(request, error):
        return page_not_found(request)
    if not is_about_what_was_sent(request, error):
        return None
    logger.warning("Malformed request to %s", request.path, exc_info=error)
    return _bad_request(request)


def _names_what_is_not_there(request: HttpRequest, error: Exception) -> bool:
    """A page of a list beyond its end, or the number of a row that no table has.

    By name: what a row lacks that was found (`RelatedObjectDoesNotExist`) is a fault of ours.
    """
    if isinstance(error, InvalidPage):
        return True
    is_row = isinstance(error, ObjectDoesNotExist) and type(error).__name__ == "DoesNotExist"
    return is_row and any(value.isdecimal() for value in _sent(request))


def is_about_what_was_sent(request: HttpRequest, error: Exception) -> bool:
    if isinstance(error, MultiValueDictKeyError):
        return True
    # Wagtail's import of redirects stumbles while it says that a value was not signed by us.
    if isinstance(error, BadSignature) or isinstance(error.__context__, BadSignature):
        return True
    if isinstance(error, KeyError) and _is_in_a_form(error):
        return True
    if isinstance(error, json.JSONDecodeError):
        return error.doc in {*_sent(request), _body(request)}
    if isinstance(error, UnicodeDecodeError):
        return bytes(error.object) in getattr(request, "_body", b"")
    if isinstance(error, DataError):
        return any(True for _value in _sent(request))
    if isinstance(error, _OF_DATABASES) and any(map(_is_no_value, _sent(request))):
        return True
    if isinstance(error, _QUOTING):
        text = str(error)
        return any(quote % value in text for value in _sent(request) for quote in _QUOTES)
    return False


def _is_in_a_form(error: KeyError) -> bool:
    """A form that looks, in its last check, for a field that was not sent or is not valid."""
    frames = [frame.f_code.co_name for frame, _line in walk_tb(error.__traceback__)]
    return "_clean_form" in frames


def _sent(request: HttpRequest) -> Iterator[str]:
    """Every value of the address and of the form."""
    match = request.resolver_match
    if match is not None:
        yield from (str(value) for value in (*match.args, *match.kwargs.values()))
    for values in request.GET.lists():
        yield from (values[0], *values[1])
    yield from _posted(request)


def _posted(request: HttpRequest) -> Iterator[str]:
    for _name, values in request.POST.lists():
        yield from (value for value in values if isinstance(value, str))


def _body(request: HttpRequest) -> str:
    try:
        return request.body.decode("utf-8", "replace")
    except RawPostDataException:
        return ""


def _is_no_value(value: str) -> bool:
    """What neither database can keep or look for."""
    if NUL in value:
        return True
    digits = value.strip().lstrip("-")
    return len(digits) >= _DIGITS and digits.isdecimal()


def _bad_request(request: HttpRequest) -> HttpResponse:
    """Nothing was stored; what was typed still stands on the page before."""
    words = _(
        "Dữ liệu gửi lên thiếu hoặc sai dạng nên chưa có gì được lưu. Hãy bấm nút Quay lại của trình duyệt: "
        "nội dung đã nhập vẫn còn ở đó. Sao chép lại nội dung, tải lại trang rồi gửi lần nữa."
    )
    if _is_for_a_script(request):
        body = {"success": False, "error_code": "malformed", "error_message": words}
        return JsonResponse(body, status=400)
    # A page that was only asked for holds nothing typed.
    context = {} if request.method in {"GET", "HEAD"} else {"explanation": words}
    return HttpResponse(render_to_string("400.html", context, request=request), status=400)


def _is_for_a_script(request: HttpRequest) -> bool:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return True
    return "text/html" not in request.headers.get("Accept", "text/html")
