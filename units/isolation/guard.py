"""Every request for the administration meets its rule before the view: names without one are closed."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access

from portal.core.malformed import answer_to
from portal.core.middleware import is_admin_path
from portal.users.middleware import wants_page
from portal.users.proof import ask_first
from units.isolation.access import AddressRule, Asked, Who, check, lets_in
from units.isolation.limits import stopped
from units.isolation.rules import address_rules
from units.scope.actors import Actor
from units.scope.sight import current_actor

View = Callable[..., HttpResponseBase]
# What no line of the table names.
UNLISTED = AddressRule(Who.BOARD)


@cache
def rule_for(name: str) -> AddressRule | None:
    """The rule of an address's name: the exact line, else the longest line with a star."""
    rules = address_rules()
    if name in rules:
        return rules[name]
    matching = [key for key in rules if "*" in key and fnmatchcase(name, key)]
    return rules[max(matching, key=len)] if matching else None


def may_open(user: Actor, path: str) -> bool:
    """Whether the person may come to this address at all; menus ask it."""
    try:
        name = resolve(path).view_name
    except Resolver404:
        return True
    return lets_in((rule_for(name) or UNLISTED).who, user)


class AddressGuardMiddleware:
    """Stands after the middleware that knows who asks.

    Who is not signed in passes: Wagtail's own views send him to the sign-in.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        before = current_actor.set(None)
        try:
            return self.get_response(request)
        finally:
            current_actor.reset(before)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not is_admin_path(request.path):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        rule = rule_for(name) or UNLISTED
        if rule.who is Who.ANYONE or not request.user.is_authenticated:
            return None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return _without_role(request)
        current_actor.set(request.user)
        asked = Asked(request, name, args, kwargs)
        check(rule, asked)
        answer = ask_first(request) if rule.proof and rule.proof(asked) else None
        answer = answer or stopped(rule, request)
        if answer is not None:
            return answer
        if rule.view:
            return _answered(_scoped(rule.view, view), request, args, kwargs)
        return None


def _without_role(request: HttpRequest) -> HttpResponseBase:
    """Wagtail sends such a person to the sign-in, which sends back whoever is signed in: for ever."""
    words = _(
        "Vai trò của bạn đã hết thời hạn, chưa đến ngày, đã được thu hồi, hoặc đơn vị đã ngừng hoạt động. "
        "Hãy liên hệ quản trị đơn vị hoặc Ban Biên tập."
    )
    if not wants_page(request):
        body = {"success": False, "error_code": "no_role", "error_message": words}
        return JsonResponse(body, status=403)
    context = {"words": words}
    return TemplateResponse(request, "isolation/no_role.html", context, status=403)


def _answered(
    view: View, request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponseBase:
    """Here no middleware is asked about an error of the view, as it is after the last guard."""
    try:
        return require_admin_access(view)(request, *args, **kwargs)
    except Exception as error:
        answer = answer_to(request, error)
        if answer is None:
            raise
        return answer


def _scoped(path: str, view: View) -> View:
    """The view that stands in for Wagtail's, made with the same arguments."""
    found = import_string(path)
    if not hasattr(found, "as_view"):
        return found
    return found.as_view(**getattr(view, "view_initkwargs", {}))
