"""Wagtail's screens for accounts and groups, which no right opens."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

# Wagtail's own screens for accounts and groups, and its actions on many accounts at once.
_SYSTEM_NAMESPACES = frozenset({"wagtailusers_users", "wagtailusers_groups"})
_SYSTEM_APPS = frozenset({"users", "auth"})


class SystemScreensMiddleware:
    """Wagtail's screens for users and groups are for system administrators, whatever groups say.

    They edit every account, and whoever may change one can make himself superuser. Members have a
    screen of their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        match = request.resolver_match
        if match is None:
            return
        is_bulk = (
            match.url_name == "wagtail_bulk_action" and kwargs.get("app_label") in _SYSTEM_APPS
        )
        if not is_bulk and not _SYSTEM_NAMESPACES & set(match.namespaces):
            return
        # Somebody who is not signed in is led to the sign-in by Wagtail.
        if request.user.is_authenticated and not request.user.is_superuser:
            raise PermissionDenied
