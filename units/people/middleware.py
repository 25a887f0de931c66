"""Rights that are true at the moment of the request, and screens that no right opens."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import get_user
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from portal.users.models import User
from units.people.memberships import sync_groups

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class CurrentRightsMiddleware:
    """Bring a person's groups up to date before anything asks for the rights.

    Lazily, like Django's own `request.user`: a public page that never asks who reads it touches
    neither session nor database, and stays the same bytes for everyone.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleLazyObject(lambda: current_user(request))  # type: ignore[assignment]
        return self.get_response(request)


def current_user(request: HttpRequest) -> object:
    user = get_user(request)
    if isinstance(user, User):
        sync_groups(user)
    return user


# Wagtail's own screens for accounts and groups, and its actions on many accounts at once.
_SYSTEM_NAMESPACES = frozenset({"wagtailusers_users", "wagtailusers_groups"})
_SYSTEM_APPS = frozenset({"users", "auth"})


class SystemScreensMiddleware:
    """Wagtail's screens for users and groups are for system administrators, whatever groups say.

    They edit every account, and whoever may change one can make himself superuser. Members have a
    screen of their own.
    """

    def __init__(self, get_response: GetResponse) -> None:
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
