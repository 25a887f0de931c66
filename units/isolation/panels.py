"""The first screen: somebody who changed units no longer sees what he did in the old one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page

from units.scope.rows import has_scope, may_see, scoped


class _OwnRows:
    """Leaves in a panel's list the rows in sight."""

    rows_name: str
    object_of: Callable[[Any], Any]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)  # type: ignore[misc]
        user = parent_context["request"].user
        find = type(self).object_of
        context[self.rows_name] = [
            row for row in context[self.rows_name] if _in_sight(user, find(row))
        ]
        return context


def _in_sight(user: Any, row: Any) -> bool:
    return has_scope(type(row)) and may_see(user, row)


class OwnToModerate(_OwnRows, WorkflowObjectsToModeratePanel):
    rows_name, object_of = "states", staticmethod(lambda row: row["obj"])


class OwnInModeration(_OwnRows, UserObjectsInWorkflowModerationPanel):
    rows_name, object_of = "workflow_states", staticmethod(lambda row: row.content_object)


class OwnRecentEdits(_OwnRows, RecentEditsPanel):
    rows_name, object_of = "last_edits", staticmethod(lambda row: row[1])


class OwnLockedPages(_OwnRows, LockedPagesPanel):
    rows_name, object_of = "locked_pages", staticmethod(lambda row: row)


class OwnPagesSummary(PagesSummaryItem):
    """Counts own pages: with two units Wagtail counts everything below their common parent."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        own = scoped(Page.objects.filter(depth__gt=1), self.request.user)
        return {**context, "total_pages": own.count()}


IN_PLACE_OF = {
    WorkflowObjectsToModeratePanel: OwnToModerate,
    UserObjectsInWorkflowModerationPanel: OwnInModeration,
    RecentEditsPanel: OwnRecentEdits,
    LockedPagesPanel: OwnLockedPages,
}


def own_panels(request: HttpRequest, panels: list[Component]) -> None:
    for place, panel in enumerate(panels):
        scoped_panel = IN_PLACE_OF.get(type(panel))
        if scoped_panel is not None:
            panels[place] = scoped_panel()


def own_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    for place, item in enumerate(items):
        if type(item) is PagesSummaryItem:
            items[place] = OwnPagesSummary(request)
