"""Submit a new page in one go, with the check list between saving and submitting.

A page that is not saved yet cannot be checked, so where a check list is installed the page is saved as
a draft first, and submitted when the check list lets it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.models import Page

_WISH = "_submission_wanted"


def before_create(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """Turn "create and submit" into "create" for now."""
    path = getattr(settings, "PORTAL_SUBMISSION_CHECK", "")
    if path and request.method == "POST" and request.POST.get("action-submit"):
        values = request.POST.copy()
        values.pop("action-submit")
        request.POST = values  # type: ignore[assignment]
        setattr(request, _WISH, True)


def after_create(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is there: ask the check list, then submit."""
    if not getattr(request, _WISH, False):
        return None
    path = getattr(settings, "PORTAL_SUBMISSION_CHECK", "")
    response = import_string(path)(request, page) if path else None
    if response is not None:
        return response
    workflow = page.get_workflow()
    if workflow is not None:
        workflow.start(page, request.user)
        messages.success(request, _("Đã gửi duyệt bài “%s”.") % page.title)
    return redirect("wagtailadmin_explore", page.get_parent().pk)
