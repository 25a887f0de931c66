"""One item: its history with reasons and differences, and how the public will see it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET
from wagtail.models import Page, Revision
from wagtail.utils.decorators import xframe_options_sameorigin_override

from units.moderation.approvers import approvers_of, open_step
from units.moderation.models import Decision, LedgerEntry, ReturnReason
from units.moderation.sight import page_for

WIDTHS = {"dien-thoai": 390, "may-tinh": 1280}


@require_GET
def item(request: HttpRequest, page_id: int) -> HttpResponse:
    """Who did what when, and what changed in between."""
    page = page_for(request.user, page_id)
    step = open_step(page)
    approvers = approvers_of(page, step.stage) if step else None
    rows = list(LedgerEntry.objects.of_page(page.pk))
    context = {
        "page": page,
        "title": page.draft_title or page.title,
        "step": step,
        "approvers": approvers,
        "mine": approvers.of(request.user) if approvers else None,
        "rows": _with_differences(page, rows),
        "revisions": _revisions(page),
        "submitted_published": _submitted_and_published(page, rows),
        "reasons": list(ReturnReason.objects.filter(is_active=True)),
        "can_edit": page.permissions_for_user(request.user).can_edit(),
    }
    return TemplateResponse(request, "moderation/item.html", context)


def _compare(page: Page, earlier: Any, later: Any) -> str:
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, earlier, later])


def _with_differences(page: Page, rows: list[LedgerEntry]) -> list[LedgerEntry]:
    """Each row with a link to what changed since the row before, where the versions still exist."""
    known = set(page.revisions.values_list("pk", flat=True))
    last = None
    for row in rows:
        row.compare_url = ""
        if row.revision_id in known:
            if last is not None and last != row.revision_id:
                row.compare_url = _compare(page, last, row.revision_id)
            last = row.revision_id
    return rows[::-1]


def _revisions(page: Page) -> list[Revision]:
    found = list(
        page.revisions.select_related("user").defer("content").order_by("-created_at", "-pk")[:50]
    )
    for later, earlier in zip(found, [*found[1:], None], strict=True):
        later.compare_url = _compare(page, earlier.pk, later.pk) if earlier else ""
    return found


def _submitted_and_published(page: Page, rows: list[LedgerEntry]) -> str:
    """The comparison of what the author submitted last with what was published from it."""
    published = _last(Decision.PUBLISHED, [row for row in rows if row.round_id])
    if published is None:
        return ""
    of_round = [row for row in rows if row.round_id == published.round_id]
    submitted = _last(Decision.SUBMITTED, of_round)
    if submitted is None or submitted.revision_id == published.revision_id:
        return ""
    return _compare(page, submitted.revision_id, published.revision_id)


def _last(decision: Decision, rows: list[LedgerEntry]) -> LedgerEntry | None:
    return next((row for row in reversed(rows) if row.decision == decision), None)


@require_GET
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """The item in a frame as wide as a phone or a desktop screen."""
    page = page_for(request.user, page_id)
    width = request.GET.get("rong", "dien-thoai")
    context = {
        "page": page,
        "title": page.draft_title or page.title,
        "widths": WIDTHS,
        "width": width if width in WIDTHS else "dien-thoai",
        "pixels": WIDTHS.get(width, WIDTHS["dien-thoai"]),
    }
    return TemplateResponse(request, "moderation/preview.html", context)


@require_GET
@xframe_options_sameorigin_override
def preview_frame(request: HttpRequest, page_id: int) -> HttpResponse:
    """The latest version, rendered by the templates of the public site."""
    page = page_for(request.user, page_id).get_latest_revision_as_object()
    return page.make_preview_request(request, page.default_preview_mode)
