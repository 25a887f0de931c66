"""Opening, mending, closing and opening again of units' sites; for the board alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.models import Site

from units.models import Unit
from units.organisation.closing import close, reopen
from units.scope.rows import actor_of, is_board
from units.subsites.forms import UnitForm
from units.subsites.opening import provision

View = Callable[..., HttpResponse]


def board_only(view: View) -> View:
    """Whatever the menu shows: the board and system administrators, or nobody."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_board(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def _units() -> Any:
    return Unit.objects.exclude(kind=Unit.Kind.PROVINCE)


@require_GET
@board_only
def index(request: HttpRequest) -> HttpResponse:
    """Every unit below the province, with its address and state."""
    hosts = dict(Site.objects.values_list("root_page_id", "hostname"))
    units = list(_units().with_home_pages())
    for unit in units:
        unit.hostname = hosts.get(unit.home_page_id, "") if unit.home_page_id else ""
    return TemplateResponse(request, "subsites/admin/index.html", {"units": units})


@require_http_methods(["GET", "POST"])
@board_only
def open_unit(request: HttpRequest) -> HttpResponse:
    """A new unit: first the plan on request, then the whole of it or nothing."""
    form = UnitForm(request.POST or None)
    plan = None
    if request.method == "POST" and form.is_valid():
        dry_run = "plan" in request.POST
        try:
            opened = provision(form, user=actor_of(request), dry_run=dry_run)
        except ValidationError as error:
            _add_errors(form, error)
        else:
            plan = opened.changes
            if not dry_run:
                done = _("Đã mở %s.") if opened.unit.is_department else _("Đã mở trang của %s.")
                _say(request, form, done % opened.unit)
                return redirect("subsites_index")
    return TemplateResponse(request, "subsites/admin/open.html", {"form": form, "plan": plan})


@require_http_methods(["GET", "POST"])
@board_only
def repair_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the unit's site lacks, and add it."""
    unit = get_object_or_404(_units(), pk=pk)
    form = UnitForm(_as_data(unit), unit=unit)
    changes = []
    if form.is_valid():
        try:
            changes = provision(
                form, user=actor_of(request), dry_run=request.method == "GET"
            ).changes
        except ValidationError as error:
            _add_errors(form, error)
    if request.method == "POST" and form.is_valid():
        _say(
            request,
            form,
            _("Đã bổ sung %(n)s mục cho %(unit)s.") % {"n": len(changes), "unit": unit},
        )
        return redirect("subsites_index")
    context = {"unit": unit, "form": form, "plan": changes}
    return TemplateResponse(request, "subsites/admin/repair.html", context)


@require_http_methods(["GET", "POST"])
@board_only
def close_unit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(_units().filter(closed_on=None), pk=pk)
    if request.method == "POST":
        close(unit, actor_of(request))
        messages.success(request, _("%s đã ngừng hoạt động. Các trang vẫn đọc được.") % unit)
        return redirect("subsites_index")
    members = unit.memberships.active().count()
    context = {"unit": unit, "members": members}
    return TemplateResponse(request, "subsites/admin/close.html", context)


@require_POST
@board_only
def reopen_unit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(_units().exclude(closed_on=None), pk=pk)
    reopen(unit, actor_of(request))
    messages.success(request, _("%s đã hoạt động trở lại.") % unit)
    return redirect("subsites_index")


def _as_data(unit: Unit) -> dict[str, Any]:
    return {name: getattr(unit, name) for name in ("kind", "name", "short_name", "slug", "code")}


def _add_errors(form: UnitForm, error: ValidationError) -> None:
    """Taken between the check and the writing: named at the field when it has one here."""
    known = error.message_dict if hasattr(error, "error_dict") else {"__all__": error.messages}
    for name, texts in known.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)


def _say(request: HttpRequest, form: UnitForm, text: str) -> None:
    messages.success(request, text)
    for note in form.notes:
        messages.info(request, note)
