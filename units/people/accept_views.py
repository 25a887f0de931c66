"""Where the link of an invitation leads. Open to everybody who holds one; nothing else is told."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from units.models import Invitation
from units.people.forms import AcceptForm
from units.people.invitations import accept, accept_as_new, accounts_of
from units.people.links import invitation_of
from units.scope.rows import actor_of


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody new gives name and password; somebody who has an account signs in and confirms."""
    invitation = invitation_of(token)
    if invitation is None:
        return TemplateResponse(request, "units/members/link_failed.html", status=410)
    if accounts_of(invitation.email).exists():
        return _as_member(request, invitation)
    return _as_newcomer(request, invitation)


def _as_member(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    user = request.user
    is_meant = user.is_authenticated and accounts_of(invitation.email).filter(pk=user.pk).exists()
    error = ""
    if is_meant and request.method == "POST":
        try:
            accept(invitation, actor_of(request))
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            messages.success(request, _("Bạn đã tham gia %s.") % invitation.unit)
            return redirect("wagtailadmin_home")
    sign_in = f"{reverse('wagtailadmin_login')}?{urlencode({'next': request.path})}"
    context = {
        "invitation": invitation,
        "is_meant": is_meant,
        "is_somebody_else": user.is_authenticated and not is_meant,
        "sign_in_url": sign_in,
        "error": error,
    }
    return TemplateResponse(request, "units/members/accept_member.html", context)


def _as_newcomer(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = AcceptForm(request.POST or None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            accept_as_new(invitation, data["full_name"], data["password1"])
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            messages.success(
                request,
                _("Đã tạo tài khoản. Hãy đăng nhập bằng %s và mật khẩu vừa đặt.")
                % invitation.email,
            )
            return redirect("wagtailadmin_login")
    context = {"form": form, "invitation": invitation}
    return TemplateResponse(request, "units/members/accept_new.html", context)
