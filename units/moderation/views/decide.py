"""Approve or return from the queue or an item's page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page

from portal.core.addresses import redirect_to_sent
from units.moderation.decisions import DecisionRefusedError, decide, what_was_done
from units.moderation.forms import form_class_for
from units.moderation.models import ReviewStep
from units.moderation.sight import way_back


@require_POST
def decide_step(request: HttpRequest, task_state_id: int, action: str) -> HttpResponse:
    """`action` is approve or reject; who may is decided with the step locked, in `decide`."""
    step = ReviewStep.objects.select_related("page").filter(task_state=task_state_id).first()
    if step is None:
        messages.error(request, what_was_done(task_state_id))
        return _back(request)
    form = form_class_for(action)(request.POST)
    if not form.is_valid():
        problems = [str(error) for errors in form.errors.values() for error in errors]
        messages.error(request, " ".join(problems))
        return _back(request)
    seen = request.POST.get("revision", "")
    try:
        decide(
            task_state_id,
            request.user,  # type: ignore[arg-type]
            action,
            seen_revision=int(seen) if seen.isdecimal() else None,
            **form.cleaned_data,
        )
    except DecisionRefusedError as error:
        messages.error(request, str(error))
        return _back(request)
    done = _("Đã trả lại bài “%s”.") if action == "reject" else _("Đã duyệt bài “%s”.")
    messages.success(request, done % (step.page.draft_title or step.page.title))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect_to_sent(request, request.POST.get("next", ""), way_back(request.user))


@require_POST
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """The author takes his item back while it is under review."""
    page = get_object_or_404(Page, pk=page_id)
    state = page.current_workflow_state
    if state is None or request.user.pk not in {page.owner_id, state.requested_by_id}:
        messages.error(request, _("Chỉ người gửi mới rút được bài đang duyệt."))
    else:
        state.cancel(user=request.user)
        messages.success(request, _("Đã rút bài “%s” về bản nháp.") % page.draft_title)
    return redirect("moderation_item", page.pk)
