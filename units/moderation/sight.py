"""Who may look at an item's history and preview."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.models import Page

from units.models import Role
from units.moderation.approvers import approvers_of, open_step
from units.moderation.models.people import Delegation
from units.scope.rows import is_board, memberships_of


def may_look(user: Any, page: Page) -> bool:
    """The board, who may edit the page, its author, and who decides it now."""
    if is_board(user) or page.owner_id == user.pk:
        return True
    if page.permissions_for_user(user).can_edit():
        return True
    step = open_step(page)
    return step is not None and approvers_of(page, step.stage).of(user) is not None


def may_review(user: Any) -> bool:
    """Whether the queue is anything to this person: board, leaders, and who stands in for one."""
    if is_board(user) or any(row.role == Role.LEADER for row in memberships_of(user)):
        return True
    return Delegation.objects.active().filter(delegate=user.pk).exists()


def way_back(user: Any) -> str:
    """Where somebody goes on whose action was refused: the queue, for those who have one."""
    return reverse("moderation_queue" if may_review(user) else "wagtailadmin_home")


def page_for(user: Any, page_id: int) -> Page:
    """The page, for somebody who may look at it. Raises Http404 or PermissionDenied."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not may_look(user, page):
        raise PermissionDenied
    return page
