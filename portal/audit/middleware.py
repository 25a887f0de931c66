"""Remember the request, so that every security entry knows its address and browser."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from portal.audit.log import current_request

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class AuditContextMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = current_request.set(request)
        try:
            return self.get_response(request)
        finally:
            current_request.reset(token)
