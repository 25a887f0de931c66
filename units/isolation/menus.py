"""Menus without what the guard would refuse; nothing is decided here."""

from typing import Any

from django.http import HttpRequest

from units.isolation.guard import may_open


def leave_out_closed(request: HttpRequest, items: list[Any]) -> None:
    """For Wagtail's `construct_…_menu` hooks."""
    items[:] = [item for item in items if _is_open(request, item.url)]


def _is_open(request: HttpRequest, url: str) -> bool:
    return not url.startswith("/") or may_open(request.user, url.partition("?")[0])
