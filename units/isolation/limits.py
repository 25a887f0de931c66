"""What a machine could repeat for a person (mails, imports, exports) is counted before the view is asked."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from portal.users.events import Action, announce
from portal.users.limits import EXPORTS, STAFF_LIMITS, Taken, take_named
from portal.users.middleware import wants_page
from portal.users.models import User
from units.isolation.access import AddressRule

# Every list of Wagtail's that can be taken out as a file is asked for it by this parameter.
EXPORT_PARAMETER = "export"
# What the answer does not send back to the browser.
_NOT_KEPT = ("csrfmiddlewaretoken",)


def limit_of(rule: AddressRule, request: HttpRequest) -> str:
    """Under which limit the request falls; empty for none."""
    if request.GET.get(EXPORT_PARAMETER):
        return EXPORTS
    if rule.limit_by:
        return rule.limit if request.GET.get(rule.limit_by) else ""
    return rule.limit if rule.limit == EXPORTS or request.method == "POST" else ""


def stopped(rule: AddressRule, request: HttpRequest) -> HttpResponseBase | None:
    """The answer to who did it too often; None when he may go on."""
    name = limit_of(rule, request)
    if not name:
        return None
    user = cast(User, request.user)
    taken = take_named(name, str(user.pk))
    if not taken.is_refused:
        return None
    if taken.is_first_refused:
        what = str(STAFF_LIMITS[name].what)
        announce(Action.LIMITED, actor=user, account=user, request=request, limit=what)
    answer = _answer(request, name, taken)
    answer["Retry-After"] = str(taken.wait)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _answer(request: HttpRequest, name: str, taken: Taken) -> HttpResponseBase:
    limit = STAFF_LIMITS[name]
    words = _(
        "Bạn đã %(what)s %(count)d lần trong một giờ, nên việc này tạm dừng. "
        "Hãy thử lại sau %(minutes)d phút."
    ) % {"what": limit.what, "count": limit.count, "minutes": taken.minutes}
    if not wants_page(request):
        body = {"success": False, "error_code": "limited", "error_message": words}
        return JsonResponse(body, status=429)
    context = {
        "words": words,
        "action_url": request.get_full_path(),
        "is_form": request.method == "POST",
        # Sent back as it came, so that nothing typed is lost; a file has to be chosen again.
        "sent": [
            (key, value)
            for key, values in request.POST.lists()
            if key not in _NOT_KEPT
            for value in values
        ],
        "had_file": bool(request.FILES),
    }
    return TemplateResponse(request, "isolation/too_many.html", context, status=429)
