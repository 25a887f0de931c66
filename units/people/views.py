"""Members of one's own units, and of all units for the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.users.proof import proof_required, proof_required_by, typed_before
from portal.users.services import may_manage as may_help
from portal.users.services import reset_second_factor
from units.models import Invitation, Membership
from units.people.forms import FilterForm, InviteForm, MembershipForm
from units.people.invitations import invite, resend, withdraw
from units.people.member_rules import (
    NeedsConfirmationError,
    is_system_administrator,
    loses_last_admin,
)
from units.people.memberships import change_role, revoke
from units.scope.actors import actor_of, administered_units, is_board
from units.scope.refusals import note_refused
from units.scope.rows import scoped

View = Callable[..., HttpResponse]
PER_PAGE = 50


def managers_only(view: View) -> View:
    """The board, system administrators, and whoever is admin of at least one unit."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_board(request.user) and not administered_units(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


@require_GET
@managers_only
def index(request: HttpRequest) -> HttpResponse:
    """Memberships, by unit and name."""
    form = FilterForm(request.GET, user=actor_of(request))
    chosen = form.chosen
    rows = _in_state(_own(Membership, request).select_related("user", "unit"), chosen.get("state"))
    if chosen.get("q"):
        q = chosen["q"].strip()
        in_name = Q(user__full_name__icontains=q) | Q(user__username__icontains=q)
        rows = rows.filter(in_name | Q(user__email__icontains=q))
    rows = _filtered(rows, chosen)
    rows = rows.order_by("unit__sort_order", "unit_id", "user__full_name", "pk")
    context = {
        "form": form,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "waiting": _own(Invitation, request).open().count(),
        "query": _query(request),
    }
    return TemplateResponse(request, "units/members/index.html", context)


@require_GET
@managers_only
def invitations(request: HttpRequest) -> HttpResponse:
    """Offers that wait for an answer."""
    form = FilterForm(request.GET, user=actor_of(request), with_state=False)
    chosen = form.chosen
    rows = _own(Invitation, request).open().select_related("unit", "invited_by")
    if chosen.get("q"):
        rows = rows.filter(email__icontains=chosen["q"].strip())
    page = Paginator(_filtered(rows, chosen), PER_PAGE).get_page(request.GET.get("p"))
    context = {"form": form, "page": page, "query": _query(request)}
    return TemplateResponse(request, "units/members/invitations.html", context)


@require_http_methods(["GET", "POST"])
@proof_required
@managers_only
def invite_member(request: HttpRequest) -> HttpResponse:
    """An invitation is a new account, and a role as good as a password: it asks for the same proof."""
    form = InviteForm(request.POST or None, user=actor_of(request), initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            invite(by=actor_of(request), **data)
        except PermissionDenied as error:
            form.add_error("role", str(error))
        except ValidationError as error:
            _show(form, error)
        else:
            messages.success(request, _("Đã mời %s. Thư mời đang được gửi.") % data["email"])
            return redirect("members_invitations")
    return TemplateResponse(request, "units/members/invite.html", {"form": form})


@require_http_methods(["GET", "POST"])
@proof_required
@managers_only
def edit_member(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _own_or_404(Membership, request, pk)
    form = MembershipForm(
        request.POST or None,
        instance=membership,
        user=actor_of(request),
        initial=typed_before(request),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_role(
                membership,
                data["role"],
                by=actor_of(request),
                starts_on=data["starts_on"],
                ends_on=data["ends_on"],
                confirmed=data["confirm_last"],
            )
        except NeedsConfirmationError:
            form.ask_to_confirm()
        except (PermissionDenied, ValidationError) as error:
            _show(form, error)
        else:
            messages.success(request, _("Đã lưu vai trò của %s.") % membership.user)
            return redirect("members_index")
    context = {
        "form": form,
        "membership": membership,
        "is_own": membership.user_id == request.user.pk
        and not is_system_administrator(request.user),
        "may_reset": may_help(actor_of(request), membership.user),
    }
    return TemplateResponse(request, "units/members/edit.html", context)


@require_http_methods(["GET", "POST"])
@proof_required
@managers_only
def remove_member(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _own_or_404(Membership, request, pk)
    error = ""
    if request.method == "POST":
        try:
            revoke(
                membership, by=actor_of(request), confirmed=request.POST.get("confirm_last") == "on"
            )
        except NeedsConfirmationError:
            error = _("Đây là quản trị cuối cùng của đơn vị. Hãy xác nhận để tiếp tục.")
        except PermissionDenied as refused:
            error = str(refused)
        else:
            messages.success(request, _("Đã thu hồi vai trò của %s.") % membership.user)
            return redirect("members_index")
    context = {
        "membership": membership,
        "error": error,
        "is_last": loses_last_admin(membership) and is_board(request.user),
    }
    return TemplateResponse(request, "units/members/remove.html", context)


@require_POST
@proof_required_by("members_invitations")
@managers_only
def resend_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = _own_or_404(Invitation, request, pk)
    try:
        resend(invitation, by=actor_of(request))
    except (PermissionDenied, ValidationError) as error:
        messages.error(request, _text(error))
    else:
        messages.success(request, _("Đã gửi lại lời mời tới %s.") % invitation.email)
    return redirect("members_invitations")


@require_POST
@managers_only
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = _own_or_404(Invitation, request, pk)
    try:
        withdraw(invitation, by=actor_of(request))
    except ValidationError as error:
        messages.error(request, _text(error))
    else:
        messages.success(request, _("Đã rút lại lời mời tới %s.") % invitation.email)
    return redirect("members_invitations")


@require_http_methods(["GET", "POST"])
@proof_required
@managers_only
def reset_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who lost the telephone: the next sign-in leads to enrolment again."""
    membership = _own_or_404(Membership, request, pk)
    if not may_help(actor_of(request), membership.user):
        raise PermissionDenied
    if request.method == "POST":
        reset_second_factor(actor_of(request), membership.user, request)
        messages.success(request, _("Đã đặt lại xác thực hai lớp của %s.") % membership.user)
        return redirect("members_edit", pk)
    return TemplateResponse(request, "units/members/reset.html", {"membership": membership})


def _own(model: type[Any], request: HttpRequest) -> Any:
    return scoped(model.objects.all(), request.user, administered_units(request.user))


def _own_or_404(model: type[Any], request: HttpRequest, pk: int) -> Any:
    """A row of a unit that the person manages; a foreign id is answered like an unknown one."""
    related = ("user", "unit") if model is Membership else ("unit",)
    row = _own(model, request).select_related(*related).filter(pk=pk).first()
    if row is None:
        if model.objects.filter(pk=pk).exists():
            note_refused(request.user, model, pk)
        raise Http404
    return row


def _in_state(rows: Any, state: str | None) -> Any:
    if state == "sap-toi":
        return rows.upcoming()
    if state == "da-het":
        return rows.ended()
    return rows if state == "tat-ca" else rows.active()


def _filtered(rows: QuerySet[Any], chosen: dict[str, Any]) -> QuerySet[Any]:
    if chosen.get("unit"):
        rows = rows.filter(unit=chosen["unit"])
    return rows.filter(role=chosen["role"]) if chosen.get("role") else rows


def _query(request: HttpRequest) -> str:
    """The filters for the links to other pages of the list."""
    query = request.GET.copy()
    query.pop("p", None)
    return query.urlencode()


def _text(error: PermissionDenied | ValidationError) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _show(form: BaseForm, error: PermissionDenied | ValidationError) -> None:
    """At the field that the error names, when the form has it."""
    if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
        for name, texts in error.message_dict.items():
            for text in texts:
                form.add_error(name if name in form.fields else None, text)
    else:
        form.add_error(None, _text(error))
