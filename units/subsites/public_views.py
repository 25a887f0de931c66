"""What the directory of units and the first page of a unit's site show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from home.sections.views import site_home_context
from units.frame.frames import Frame, frame_for_page
from units.models import Official
from units.organisation.maps import map_points
from units.subsites.models import UnitDirectoryPage, UnitHomePage


def directory(page: UnitDirectoryPage, request: HttpRequest) -> HttpResponseBase:
    context = page.get_context(request)
    frame = frame_for_page(page, request)
    context["groups"] = _groups(frame)
    on_map = [*frame.units.lower_level, *([frame.province] if frame.province else [])]
    context["map_points"] = map_points(on_map, frame.url_of)
    return page.answer(request, context)


def _groups(frame: Frame) -> list[tuple[str, list[dict[str, Any]]]]:
    """(kind of unit, cards of its units)."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for unit in frame.units.lower_level:
        groups.setdefault(unit.get_kind_display(), []).append(frame.card_of(unit))
    return list(groups.items())


def unit_home(page: UnitHomePage, request: HttpRequest) -> HttpResponseBase:
    context = site_home_context(page, request)
    unit = frame_for_page(page, request).unit
    if unit is not None:
        context["leaders"] = list(Official.objects.leading(unit).select_related("portrait"))
    return page.answer(request, context)
