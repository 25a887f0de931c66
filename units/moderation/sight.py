"""Who may look at an item's history and preview."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from units.moderation.approvers import approvers_of, open_step
from units.scope import is_board


def may_look(user: Any, page: Page) -> bool:
    """The board, who may edit the page, its author, and who decides it now."""
    if is_board(user) or page.owner_id == user.pk:
        return True
    if page.permissions_for_user(user).can_edit():
        return True
    step = open_step(page)
    return step is not None and approvers_of(page, step.stage).of(user) is not None


def page_for(user: Any, page_id: int) -> Page:
    """The page, for somebody who may look at it. Raises Http404 or PermissionDenied."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_look(user, page):
        raise PermissionDenied
    return page
