"""The province's first page, and the pages of every site that are read from units' records."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase

from events.upcoming import reception_url
from home.models import ContactPage, HomePage, OrganisationPage
from home.sections.structured import government_organization
from home.sections.views import site_home_context
from portal.core.addresses import canonical_url
from units.frame.frames import frame_for_page
from units.models import Official, Unit
from units.organisation.maps import map_points


def province_home(page: HomePage, request: HttpRequest) -> HttpResponseBase:
    context = site_home_context(page, request)
    frame = frame_for_page(page, request)
    units = frame.units.lower_level
    if units and units[0].home_page is not None:
        context["units_url"] = canonical_url(units[0].home_page.get_parent(), request)
    context["units"] = [frame.card_of(unit) for unit in units]
    on_map = [*units, *([frame.province] if frame.province else [])]
    context["map_points"] = map_points(on_map, frame.url_of)
    return page.answer(request, context)


def organisation(page: OrganisationPage, request: HttpRequest) -> HttpResponseBase:
    context = page.get_context(request)
    frame = frame_for_page(page, request)
    if frame.unit is None:
        return page.answer(request, context)
    context["leaders"] = list(Official.objects.leading(frame.unit).select_related("portrait"))
    context["departments"] = _departments(frame.unit)
    if frame.is_province:
        context["units"] = [frame.card_of(unit) for unit in frame.units.lower_level]
    return page.answer(request, context)


def _departments(unit: Unit) -> list[tuple[Unit, Official | None]]:
    """Each department with the first of its leaders."""
    departments = Unit.objects.active().departments().filter(parent=unit)
    leaders = Official.objects.filter(unit__in=departments, is_leader=True)
    heads: dict[int, Official] = {}
    for official in leaders.order_by("sort_order", "pk"):
        heads.setdefault(official.unit_id, official)
    return [(department, heads.get(department.pk)) for department in departments]


def contact(page: ContactPage, request: HttpRequest) -> HttpResponseBase:
    context = page.get_context(request)
    frame = frame_for_page(page, request)
    context["reception_url"] = reception_url(frame.unit)
    if frame.is_province:
        context["units"] = [frame.card_of(unit) for unit in frame.units.lower_level]
    if frame.unit is not None:
        organization = government_organization(frame.unit, frame.absolute_home_url)
        context["meta"].graph.append(organization)
    return page.answer(request, context)
