"""The check list of an item: asked for at any time, or where it stopped a submission."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from units.moderation.sight import page_for
from units.moderation.submission import SubmissionStoppedError, correct, latest_findings, submit


@require_http_methods(["GET", "POST"])
def checklist(request: HttpRequest, page_id: int) -> HttpResponse:
    """See what is to be mended or confirmed in the saved version, and submit it."""
    page = page_for(request.user, page_id)
    if request.method == "POST":
        return _submit(request, page)
    return _show(request, page)


def _submit(request: HttpRequest, page: Page) -> HttpResponse:
    """The tick holds for the version that was shown: of a newer one nobody has read the warnings."""
    seen = request.POST.get("revision", "")
    has_read = request.POST.get("warnings_read") == "1" and seen.isdecimal()
    is_correction = request.POST.get("action") == "correct"
    act = correct if is_correction else submit
    try:
        act(page, request.user, read_revision=int(seen) if has_read else None)
    except SubmissionStoppedError as stopped:
        messages.error(request, _reason(page, stopped, seen, has_read))
        return redirect("moderation_checklist", page.pk)
    done = _("Đã đăng bản đính chính của “%s”.") if is_correction else _("Đã gửi duyệt bài “%s”.")
    messages.success(request, done % (page.draft_title or page.title))
    return redirect("moderation_item", page.pk)


def _reason(page: Page, stopped: SubmissionStoppedError, seen: str, has_read: bool) -> str:
    if any(finding.is_error for finding in stopped.findings):
        return _("Chưa thực hiện: bài còn lỗi phải sửa.")
    if has_read and seen != str(page.latest_revision_id):
        return _("Bài vừa có phiên bản mới. Hãy xem lại các điểm dưới đây.")
    return _("Chưa thực hiện: hãy xem các điểm dưới đây rồi đánh dấu xác nhận.")


def _show(request: HttpRequest, page: Page) -> HttpResponse:
    findings = latest_findings(page)
    permissions = page.permissions_for_user(request.user)
    can_edit = permissions.can_edit() and not permissions.page_locked()
    context = {
        "page": page,
        "title": page.draft_title or page.title,
        "findings": findings,
        "has_errors": any(finding.is_error for finding in findings),
        "can_edit": can_edit,
        "can_correct": can_edit and permissions.can_publish() and page.has_unpublished_changes,
        "can_submit": can_edit
        and permissions.can_submit_for_moderation()
        and page.has_unpublished_changes,
    }
    context["may_act"] = context["can_submit"] or context["can_correct"]
    return TemplateResponse(request, "moderation/check.html", context)
