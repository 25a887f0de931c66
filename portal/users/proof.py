"""The password again, and the code of those who have a second factor, before who an account is may change.

One rule for every such address: a session that was left open or stolen must not be enough to take the account
over. Signing in counts as well, as long as it is fresh.

A form is shown only after the proof. When it was open for so long that the proof has gone meanwhile, what was
typed is kept and shown again; nothing is sent in the person's place, since somebody else may have sent it.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.seam.sign_in_records import means_of_sign_in
from portal.users import second_factor

View = Callable[..., HttpResponseBase]

_TYPED = "portal_typed_before_proof"
_KEPT_SECONDS = 15 * 60
_SECRET_PARTS = ("password", "token", "code")


def means_asked_of(user: Any) -> tuple[str, ...]:
    """What the person has to show, in allauth's names."""
    return ("password", "mfa") if second_factor.has_second_factor(user) else ("password",)


def is_fresh(request: HttpRequest) -> bool:
    """Whether this session has shown all of it within ACCOUNT_REAUTHENTICATION_TIMEOUT."""
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    records = means_of_sign_in(request, request.user)
    shown = {row["method"] for row in records if row["at"] > since}
    return shown.issuperset(means_asked_of(request.user))


def proof_required(view: View) -> View:
    """Ask first. Who is not signed in passes: the view sends him to the sign-in.

    For addresses with a page of their own; what has only a button takes `proof_required_by(name)`.
    """
    return proof_required_by("")(view)


def proof_required_by(name: str) -> Callable[[View], View]:
    """The same for an address without a page: afterwards the page of this name is shown."""

    def decorator(view: View) -> View:
        @wraps(view)
        def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated or is_fresh(request):
                return view(request, *args, **kwargs)
            return _ask(request, reverse(name) if name else request.get_full_path())

        return asking

    return decorator


def ask_first(request: HttpRequest) -> HttpResponseBase | None:
    """The way to the proof and back to this address; None where it was given just now."""
    return None if is_fresh(request) else _ask(request, request.get_full_path())


def _ask(request: HttpRequest, target: str) -> HttpResponseBase:
    if request.method == "POST":
        typed = {
            name: values
            for name, values in request.POST.lists()
            if not any(part in name for part in _SECRET_PARTS)
        }
        request.session[_TYPED] = {"path": target, "at": time.time(), "typed": typed}
    with_code = second_factor.has_second_factor(request.user)  # type: ignore[arg-type]
    page = reverse("mfa_reauthenticate" if with_code else "account_reauthenticate")
    return HttpResponseRedirect(f"{page}?{urlencode({'next': target})}")


def typed_before(request: HttpRequest) -> dict[str, Any]:
    """What was typed into the form of this page before the proof, once; as initial values of the form."""
    kept = request.session.get(_TYPED)
    if not kept or request.method != "GET" or kept["path"] != request.get_full_path():
        return {}
    del request.session[_TYPED]
    if kept["at"] < time.time() - _KEPT_SECONDS:
        return {}
    messages.warning(request, _("Chưa lưu. Hãy xem lại nội dung bên dưới rồi bấm nút một lần nữa."))
    return {
        name: values[0] if len(values) == 1 else values for name, values in kept["typed"].items()
    }


class ProofMixin:
    """For a view of Wagtail with a form."""

    request: HttpRequest

    @method_decorator(proof_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_initial()  # type: ignore[misc]
        return {**initial, **typed_before(self.request)}
