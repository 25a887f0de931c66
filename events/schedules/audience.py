"""Who reads internal entries: members of the unit, and whoever may see all units. Nobody else, anywhere."""

from __future__ import annotations

from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

from portal.users import second_factor
from units.models import Unit
from units.scope.rows import is_board, units_of_user

ResponseT = TypeVar("ResponseT", bound=HttpResponseBase)


def reads_internal(request: HttpRequest, unit: Unit | None) -> bool:
    """Whether this request is a member's; noted on the request, so that its answer is sealed."""
    user: Any = getattr(request, "user", None)
    if unit is None or user is None or not user.is_authenticated:
        return False
    if not (is_board(user) or unit.pk in {own.pk for own in units_of_user(user)}):
        return False
    # The administration's rule: a stolen password alone opens nothing.
    if second_factor.is_required(user) and not second_factor.session_is_marked(
        request.session, user
    ):
        return False
    request._portal_internal = True  # type: ignore[attr-defined]
    return True


def sealed(request: HttpRequest, response: ResponseT) -> ResponseT:
    """No cache keeps what a member was shown, and none hands a member's address to a visitor."""
    patch_vary_headers(response, ["Cookie"])
    if getattr(request, "_portal_internal", False):
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
    return response
