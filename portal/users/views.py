"""The session's state for the dialog, and Wagtail's own sign-in addresses, which lead to ours."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import view_recovery_codes
from allauth.mfa.totp.views import ActivateTOTPView
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.middleware import has_administration
from portal.seam.sign_in_records import note_means
from portal.users import idle, second_factor
from portal.users.forms import EnrolmentForm
from portal.users.models import User


@never_cache
@require_http_methods(["GET", "POST"])
def session_state(request: HttpRequest) -> JsonResponse:
    """How long the session still lasts. GET only tells; POST says that somebody is there."""
    user: Any = request.user
    if not user.is_authenticated:
        return JsonResponse({"expired": True})
    if request.method == "POST":
        idle.touch(request.session, user, now=True)
    left = idle.remaining(request.session)
    return JsonResponse(
        {
            "remaining": max(0, round(left or 0)),
            "limit": request.session.get(idle.LIMIT_KEY),
            "account": user.pk,
            "name": user.get_username(),
        }
    )


@never_cache
@require_safe
def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Wagtail's sign-in page; a POST there is refused, since it knows no second factor."""
    target = request.GET.get("next", "")
    query = f"?{urlencode({'next': target})}" if target else ""
    return HttpResponseRedirect(reverse("account_login") + query)


@never_cache
@require_safe
def private_page(request: HttpRequest) -> HttpResponseBase:
    """Who asks for a page of those who have signed in, and is not (or not enough) signed in.

    Sessions live on the administration's host alone, so elsewhere nobody can be signed in.
    """
    user: Any = request.user
    if user.is_authenticated:
        raise PermissionDenied
    if has_administration(request):
        return to_sign_in(request)
    explanation = _(
        "Trang này chỉ dành cho cán bộ đã đăng nhập. Hãy đăng nhập vào phần quản trị rồi mở trang từ đó."
    )
    return render(request, "403.html", {"explanation": explanation}, status=403)


@never_cache
@require_safe
def to_password_reset(request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("account_reset_password"))


class EnrolmentView(ActivateTOTPView):
    """allauth's enrolment; afterwards this session counts as one that has shown the factor."""

    def form_valid(self, form: EnrolmentForm) -> HttpResponseBase:
        user: Any = self.request.user
        with transaction.atomic():
            # Of two clicks, or two browsers, the second finds the device of the first.
            User.objects.select_for_update().get(pk=user.pk)
            if second_factor.has_second_factor(user):
                return redirect("mfa_deactivate_totp")
            response = super().form_valid(form)
            device = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
            second_factor.note_step(device, form.used_step)
        # The code that proved the new device is as good as one given at sign-in.
        note_means(self.request, user, "mfa", type=Authenticator.Type.TOTP)
        second_factor.mark_session(self.request.session, user)
        if user.second_factor_due:
            user.second_factor_due = False
            user.save(update_fields=["second_factor_due"])
        return response


def recovery_codes(request: HttpRequest) -> HttpResponseBase:
    """allauth's page, which notes that they were seen: with the row locked, lest it writes back a code that
    is being used at this moment."""
    with transaction.atomic():
        if request.user.is_authenticated:
            kept = Authenticator.objects.select_for_update().filter(
                user=request.user, type=Authenticator.Type.RECOVERY_CODES
            )
            list(kept)
        return view_recovery_codes(request)
