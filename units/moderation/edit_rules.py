"""What is checked when Wagtail's own editor posts an action of the review (`before_edit_page`).

Wagtail offers no place inside the view, and fails with an error page where a step has ended meanwhile.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState

from portal.core.sent_json import read_json
from units.moderation import guard
from units.moderation.decisions import what_was_done
from units.moderation.forms import form_class_for
from units.moderation.sight import way_back


def before_edit(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer for a POST that cannot work; None lets Wagtail go on."""
    if request.method != "POST":
        return None
    if request.POST.get("action-workflow-action"):
        return _check_decision(request, page)
    if request.POST.get("action-cancel-workflow") or request.POST.get("action-restart-workflow"):
        refusal = _check_withdrawal(request, page)
        if refusal is not None:
            return refusal
    if request.POST.get("action-restart-workflow"):
        return _check_restart(request, page)
    if request.POST.get("action-publish"):
        return _check_revert(request, page)
    return None


def _check_restart(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A return starts again at step one anyway, so "restart" is "submit".

    Wagtail's restart withdraws the item first, and it would stay withdrawn where the check list stops.
    """
    if page.workflow_in_progress:
        return _back(request, _("Bài đang được duyệt. Hãy rút bài về bản nháp rồi gửi lại."))
    values = request.POST.copy()
    values.pop("action-restart-workflow")
    values["action-submit"] = "1"
    request.POST = values  # type: ignore[assignment]
    return None


def _check_decision(request: HttpRequest, page: Page) -> HttpResponse | None:
    action = request.POST.get("workflow-action-name", "")
    if action not in _offered(request, page):
        last = _last_decided(page)
        said = what_was_done(last) if last else _("Bạn không phải người duyệt bước này.")
        return _back(request, said)
    seen = request.POST.get("loaded_revision_id")
    if seen and seen != str(page.latest_revision_id):
        return _back(request, _("Bài vừa được người khác sửa. Hãy xem lại trước khi quyết định."))
    if not _is_filled_in(request, action):
        return _back(request, _("Hãy chọn lý do trả lại và ghi rõ điều cần sửa."))
    return None


def _offered(request: HttpRequest, page: Page) -> set[str]:
    """Names of what this person may decide at the step where the page stands now."""
    task = page.current_workflow_task
    if task is None:
        return set()
    return {name for name, _label, _modal in task.get_actions(page, request.user)}


def _is_filled_in(request: HttpRequest, action: str) -> bool:
    """Whether the action's own form accepts what Wagtail's dialogue sent, as JSON."""
    try:
        form_class = form_class_for(action)
        sent = read_json(request.POST.get("workflow-action-extra-data") or "{}")
        return form_class(sent).is_valid()
    except (TypeError, ValueError, AttributeError):
        return False


def _last_decided(page: Page) -> int | None:
    states = TaskState.objects.for_instance(page).exclude(status=TaskState.STATUS_IN_PROGRESS)
    return states.order_by("-finished_at", "-pk").values_list("pk", flat=True).first()


def _check_withdrawal(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The author takes his item back; a reviewer returns it, with a reason."""
    state = page.current_workflow_state
    own = {page.owner_id, state.requested_by_id if state else None}
    if request.user.pk in own:
        return None
    return _back(request, _("Người duyệt không rút bài: hãy dùng “Trả lại” và ghi lý do."))


def _check_revert(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publishing an old version: only one that was once public."""
    revision_id: Any = request.resolver_match and request.resolver_match.kwargs.get("revision_id")
    if not revision_id:
        return None
    revision = Revision.objects.filter(pk=revision_id, object_id=str(page.pk)).first()
    if revision is not None and (
        page.live_revision_id == revision.pk or guard.was_public(revision)
    ):
        return None
    return _back(request, _("Phiên bản này chưa qua duyệt: hãy lưu nháp rồi gửi duyệt."))


def _back(request: HttpRequest, text: str) -> HttpResponse:
    messages.error(request, text)
    return redirect(way_back(request.user))
