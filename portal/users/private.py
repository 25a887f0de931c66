"""Passwords of private pages and folders: limited, logged, and answered in words like the sign-in.

Wagtail's own views take any number of guesses. Here, because the counters and the log of attempts belong to
this room; of pages and folders it knows no more than their restrictions.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, resolve_url
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from portal.core.addresses import redirect_to_sent
from portal.users import limits
from portal.users.client import client_network
from portal.users.events import Action, announce

WINDOW = 15 * 60
# As many as at the sign-in from one address; from everywhere together so many that a class of visitors who
# all mistype it shuts nobody out.
PER_ADDRESS, IN_ALL = 5, 200


class PrivatePasswordForm(PasswordViewRestrictionForm):
    """`locked` is set when the password was not even looked at."""

    locked: limits.Taken | None = None

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.kind = "private-" + self.restriction._meta.model_name

    def clean_password(self) -> str:
        everywhere = str(self.restriction.pk)
        here = f"{everywhere}:{client_network(self.request)}"
        tries = [limits.attempt(f"{self.kind}-here", here, PER_ADDRESS, WINDOW)]
        if not tries[0].is_refused:
            tries.append(limits.attempt(self.kind, everywhere, IN_ALL, WINDOW))
        refused = [one for one in tries if one.is_refused]
        if refused:
            self.locked = refused[0]
            raise ValidationError(_too_many(refused[0]))
        try:
            password: str = super().clean_password()
        except ValidationError:
            self._note(Action.PRIVATE_FAILED)
            if any(one.left == 0 for one in tries):
                self._note(Action.PRIVATE_LOCKED)
            raise
        limits.clear(f"{self.kind}-here", here)
        limits.give_back(self.kind, everywhere)
        return password

    def _note(self, action: Action) -> None:
        row = self.restriction
        place = row.page if isinstance(row, PageViewRestriction) else row.collection
        announce(action, request=self.request, private=str(place))


def _too_many(taken: limits.Taken) -> str:
    return _(
        "Đã nhập sai quá nhiều lần. Hãy thử lại sau %(minutes)d phút, hoặc liên hệ đơn vị đã đăng để hỏi lại "
        "mật khẩu."
    ) % {"minutes": taken.minutes}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_page(
    request: HttpRequest, page_view_restriction_id: int, page_id: int
) -> HttpResponseBase:
    restriction = _restriction(PageViewRestriction, page_view_restriction_id)
    page = get_object_or_404(Page, pk=page_id).specific
    form, answer = _asked(request, restriction)
    if answer is not None:
        return answer
    action = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    return _shown(page.serve_password_required_response(request, form, action), form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_collection(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    restriction = _restriction(CollectionViewRestriction, restriction_id)
    form, answer = _asked(request, restriction)
    if answer is not None:
        return answer
    action = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    context = {"form": form, "action_url": action}
    template = settings.WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE
    return _shown(TemplateResponse(request, template, context), form)


def _restriction(model: type[Any], pk: int) -> Any:
    """Of those with another key, a password that was typed before counts no more."""
    return get_object_or_404(model, pk=pk, restriction_type=model.PASSWORD)


def _asked(
    request: HttpRequest, restriction: PageViewRestriction | CollectionViewRestriction
) -> tuple[PrivatePasswordForm, HttpResponse | None]:
    """The form, and the way on once the password was right."""
    if request.method != "POST":
        return PrivatePasswordForm(instance=restriction, request=request), None
    form = PrivatePasswordForm(request.POST, instance=restriction, request=request)
    if not form.is_valid():
        return form, None
    restriction.mark_as_passed(request)
    target = form.cleaned_data["return_url"]
    return form, redirect_to_sent(request, target, resolve_url(settings.LOGIN_REDIRECT_URL))


def _shown(answer: HttpResponse, form: PrivatePasswordForm) -> HttpResponse:
    if form.locked is not None:
        answer.status_code = 429
        answer["Retry-After"] = str(form.locked.wait)
    return answer
