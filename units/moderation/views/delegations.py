"""A leader names who stands in for him, and ends it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from portal.users.models import User
from portal.users.proof import proof_required, proof_required_by, typed_before
from units.models import Membership, Role, Unit
from units.moderation.delegations import begin, end
from units.moderation.models import Delegation
from units.scope.actors import actor_of, memberships_of


def led_units(user: Any) -> list[Unit]:
    """Units of which the user himself is a leader; the board delegates nothing here."""
    return [row.unit for row in memberships_of(user) if row.role == Role.LEADER]


class _DayInput(forms.DateInput):
    input_type = "date"


class DelegationForm(forms.ModelForm):
    class Meta:
        model = Delegation
        fields = ("unit", "delegate", "starts_on", "ends_on")
        widgets = {
            "starts_on": _DayInput(format="%Y-%m-%d"),
            "ends_on": _DayInput(format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, leader: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = led_units(leader)
        self.instance.leader = leader
        members = Membership.objects.active().filter(unit__in=units, user__is_active=True)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        self.fields["unit"].initial = units[0].pk if len(units) == 1 else None
        self.fields["delegate"].queryset = (  # type: ignore[attr-defined]
            User.objects.filter(pk__in=members.values("user")).exclude(pk=leader.pk)
        )
        for name in ("starts_on", "ends_on"):
            self.fields[name].input_formats = ["%Y-%m-%d", "%d/%m/%Y"]  # type: ignore[attr-defined]

    def clean_ends_on(self) -> Any:
        ends_on = self.cleaned_data["ends_on"]
        if ends_on < timezone.localdate():
            raise forms.ValidationError(gettext_lazy("Ngày kết thúc đã qua."))
        return ends_on


@require_http_methods(["GET", "POST"])
@proof_required
def delegations(request: HttpRequest) -> HttpResponse:
    """The leader's own, present and coming; and a form for one more."""
    if not led_units(request.user):
        raise PermissionDenied
    leader = actor_of(request)
    form = DelegationForm(request.POST or None, leader=leader, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        begin(form.instance)
        messages.success(request, _("Đã ủy quyền duyệt bài cho %s.") % form.instance.delegate)
        return redirect("moderation_delegations")
    rows = Delegation.objects.current_or_coming().filter(leader=leader)
    context = {"form": form, "rows": rows.select_related("delegate", "unit")}
    return TemplateResponse(request, "moderation/delegations.html", context)


@require_POST
@proof_required_by("moderation_delegations")
def end_delegation(request: HttpRequest, delegation_id: int) -> HttpResponse:
    end(get_object_or_404(Delegation, pk=delegation_id, leader=request.user.pk))
    messages.success(request, _("Đã kết thúc ủy quyền."))
    return redirect("moderation_delegations")
