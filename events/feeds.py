"""How a calendar is sent to who subscribes to it."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponseBase
from django.http.response import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

# What a telephone has no use for any more is left out; what comes is not.
PAST_DAYS = 92
CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_response(request: HttpRequest, data: bytes, file_name: str) -> HttpResponseBase:
    """The file, or 304 for a reader that has it already."""
    etag = quote_etag(sha256(data).hexdigest()[:32])
    response = HttpResponse(data, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{file_name}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
