"""Two guards of the administration: sessions left idle end, and the second factor comes first."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.core.middleware import is_admin_path
from portal.seam.lazy_users import unwrapped
from portal.users import idle, second_factor, sessions
from portal.users.events import Action, announce
from portal.users.models import User

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# Open to a signed-in user who has not enrolled yet: enrolment itself, and leaving.
ENROLMENT_NAMES = frozenset(
    {
        "mfa_activate_totp",
        "account_reauthenticate",
        "account_logout",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "session_state",
    }
)


class IdleSessionMiddleware:
    """End a session nobody has used for its time, on the server, whatever the browser does.

    Everywhere `request.user` is anonymous then; pages that ask for no user touch no session.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        signed_in = request.user
        request.user = SimpleLazyObject(  # type: ignore[assignment]
            lambda: _user_or_nobody(request, signed_in)
        )
        if not is_admin_path(request.path):
            return self.get_response(request)
        user: Any = request.user
        present = user.is_authenticated  # looks at the session, and may end it
        if getattr(request, "session_expired", False):
            return _expired_response(request)
        if present and idle.is_activity(request) and not _is_session_state(request):
            idle.touch(request.session, user)
            sessions.note(request, user)
        return self.get_response(request)


def _user_or_nobody(request: HttpRequest, lazy: Any) -> Any:
    signed_in = unwrapped(lazy)
    if not signed_in.is_authenticated:
        return signed_in
    left = idle.remaining(request.session)
    if left is None:
        idle.start(request.session, signed_in)
    elif left <= 0:
        account = User.objects.get(pk=signed_in.pk)
        request._portal_quiet_logout = True  # type: ignore[attr-defined]
        request.user = signed_in  # `logout` reads it; reading the lazy one again would not end.
        logout(request)
        announce(Action.SESSION_EXPIRED, actor=account, account=account, request=request)
        request.session_expired = True  # type: ignore[attr-defined]
        return AnonymousUser()
    return signed_in


def _is_session_state(request: HttpRequest) -> bool:
    """The dialog's own address counts for itself."""
    return request.path == reverse("session_state")


def wants_page(request: HttpRequest) -> bool:
    """Is a person looking at the answer, rather than a script?"""
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return False
    if request.headers.get("Sec-Fetch-Dest", "document") not in {"document", "iframe"}:
        return False
    return "text/html" in request.headers.get("Accept", "text/html")


def _expired_response(request: HttpRequest) -> HttpResponseBase:
    message = _(
        "Phiên làm việc đã kết thúc vì không có thao tác, hoặc đã kéo dài %d giờ. Hãy đăng nhập lại."
    ) % (idle.LONGEST // 3600)
    login_url = reverse("account_login")
    if _is_session_state(request):
        return JsonResponse({"expired": True})
    if not wants_page(request):
        body = {"success": False, "error_code": "session_expired", "error_message": message}
        return JsonResponse({**body, "expired": True, "login": login_url}, status=401)
    if request.path == login_url:
        return HttpResponseRedirect(request.get_full_path())
    messages.info(request, message)
    target = request.get_full_path()
    return HttpResponseRedirect(f"{login_url}?{urlencode({'next': target})}")


class SecondFactorMiddleware:
    """Nothing of the administration before the second factor, for those who must have one.

    allauth asks for a code when a factor is enrolled, but makes nobody enrol. Outside of the
    administration such a person is nobody yet: private pages and files stay closed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_admin_path(request.path):
            signed_in = request.user
            request.user = SimpleLazyObject(  # type: ignore[assignment]
                lambda: self._user_or_nobody(request, signed_in)
            )
        elif not self._may_pass(request, request.user):
            return self._refusal(request)
        return self.get_response(request)

    def _user_or_nobody(self, request: HttpRequest, lazy: Any) -> Any:
        signed_in = unwrapped(lazy)
        return signed_in if self._may_pass(request, signed_in) else AnonymousUser()

    @staticmethod
    def _may_pass(request: HttpRequest, user: Any) -> bool:
        if not user.is_authenticated:
            return True
        if second_factor.session_is_marked(request.session, user):
            return True
        return not second_factor.is_required(user) or _view_name(request) in ENROLMENT_NAMES

    @staticmethod
    def _refusal(request: HttpRequest) -> HttpResponseBase:
        user: Any = request.user
        if second_factor.has_second_factor(user):
            # Enrolled, but this session never gave a code: it was opened before, or elsewhere.
            logout(request)
            target, words = "account_login", _("Hãy đăng nhập lại bằng mã xác thực.")
        else:
            target = "mfa_activate_totp"
            words = _("Tài khoản này phải bật xác thực hai lớp trước khi làm việc.")
        if request.method in {"GET", "HEAD"} and wants_page(request):
            return redirect(target)
        body = {"success": False, "error_code": "second_factor", "error_message": words}
        return JsonResponse({**body, "location": reverse(target)}, status=403)


def _view_name(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""
