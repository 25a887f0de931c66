"""Tell people what happened to their decision, and keep what the guard refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.models import TaskState

from units.moderation import guard
from units.moderation.decisions import DecisionRefusedError, what_was_done

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
        if hasattr(request, "_refused_publications"):
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
        if isinstance(error, DecisionRefusedError | guard.PublicationRefusedError):
            return self._tell(request, str(error))
        return None

    def _tell(self, request: HttpRequest, text: str) -> HttpResponse:
        messages.error(request, text)
        address = _home()
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def _home() -> str:
    from django.urls import reverse

    return reverse("moderation_queue")
