"""Names of cookies that say who may have set them.

Browsers keep `__Host-` and `__Secure-` only if they come over TLS, `__Host-` only from this very host and for
all of it: a neighbour below the same domain cannot put one of his in its place. Without TLS (development)
browsers refuse such names, so they are plain there.
"""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest


def secure_name(request: HttpRequest, name: str) -> str:
    """For a cookie that lives below a path, which `__Host-` does not allow."""
    return f"__Secure-{name}" if request.is_secure() else name


class _HostCookie(CookieStorage):
    """Messages in a cookie, which is marked secure where that of the session is."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        if settings.SESSION_COOKIE_SECURE:
            self.cookie_name = f"__Host-{self.cookie_name}"


class HostMessages(FallbackStorage):
    storage_classes = (_HostCookie, SessionStorage)
