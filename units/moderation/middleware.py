"""Tell people what happened to their decision, and keep what the guard refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import PageSubscription, TaskState

from units.moderation import guard
from units.moderation.decisions import what_was_done
from units.moderation.refusals import ReviewRefusedError
from units.moderation.sight import way_back
from units.moderation.submission import CorrectionStoppedError, SubmissionStoppedError

_ACTION_VIEWS = (
    "wagtailadmin_pages:workflow_action",
    "wagtailadmin_pages:collect_workflow_action_data",
)


class ModerationMiddleware:
    """Around every request of the administration."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if hasattr(request, "_portal_refused_publications"):
            guard.write_refusals(request)
        return response

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The second of two people learns what the first did; Wagtail would only say "no permission"."""
        match = request.resolver_match
        if (
            match is None
            or match.view_name not in _ACTION_VIEWS
            or not request.user.is_authenticated
        ):
            return None
        state = TaskState.objects.filter(pk=kwargs.get("task_state_id")).first()
        if state is None or state.status == TaskState.STATUS_IN_PROGRESS:
            return None
        return self._tell(request, what_was_done(state.pk))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, SubmissionStoppedError):
            return self._show_check_list(request, error)
        if isinstance(error, ReviewRefusedError):
            return self._tell(request, str(error))
        return None

    def _show_check_list(self, request: HttpRequest, error: SubmissionStoppedError) -> HttpResponse:
        """What was typed is saved as a draft by then: the round was stopped after the saving."""
        _subscribe(request, error.page_id)
        text = (
            _("Đã lưu bản nháp. Bản đính chính chưa được đăng: hãy xem các điểm dưới đây.")
            if isinstance(error, CorrectionStoppedError)
            else _("Đã lưu bản nháp. Bài chưa được gửi duyệt: hãy xem các điểm dưới đây.")
        )
        messages.warning(request, text)
        return _answer(request, reverse("moderation_checklist", args=[error.page_id]))

    def _tell(self, request: HttpRequest, text: str) -> HttpResponse:
        match = request.resolver_match
        if match is not None and "wagtailadmin_api" in match.namespaces:
            return JsonResponse({"message": text}, status=403)
        messages.error(request, text)
        return _answer(request, way_back(request.user))


def _answer(request: HttpRequest, address: str) -> HttpResponse:
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)


def _subscribe(request: HttpRequest, page_id: int) -> None:
    """Wagtail subscribes who creates a page to its comments, but only after submitting it."""
    wanted = bool(request.POST.get("comment_notifications"))
    PageSubscription.objects.get_or_create(
        page_id=page_id, user_id=request.user.pk, defaults={"comment_notifications": wanted}
    )
