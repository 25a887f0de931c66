"""Rights that are true at the moment of the request."""

from collections.abc import Callable

from django.contrib.auth.middleware import get_user
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
