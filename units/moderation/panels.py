"""The start page of the administration, by role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, WorkflowState

from portal.traffic.services import totals_of
from units.models import Role, Unit
from units.moderation.models import Decision, LedgerEntry, ReviewStep, Stage
from units.moderation.waiting import open_steps, waiting_for
from units.scope.rows import is_board, memberships_of

SHOWN = 10
SILENT_DAYS = 14
# Wagtail's own list of what waits, which ours replaces.
REPLACED = ("workflow_objects_to_moderate", "user_objects_in_workflow_moderation")


def add_panels(request: Any, panels: list[Any]) -> None:
    """The board's panel for the board, a leader's for leaders and who stands in, the author's for all."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in REPLACED]
    user = request.user
    mine = [AuthorPanel(user)]
    if is_board(user):
        mine.insert(0, BoardPanel(user))
    elif any(row.role == Role.LEADER for row in memberships_of(user)) or waiting_for(user):
        mine.insert(0, ReviewerPanel(user))
    panels.extend(mine)


class _Panel(Component):
    def __init__(self, user: Any) -> None:
        self.user = user


class AuthorPanel(_Panel):
    """Returned items first, each with its reason; then drafts, items under review, and published."""

    name = "moderation_author"
    order = 120
    template_name = "moderation/panels/author.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        pages = Page.objects.filter(owner=self.user.pk, alias_of=None).order_by(
            "-latest_revision_created_at"
        )
        states = {
            int(state.object_id): state
            for state in WorkflowState.objects.active().filter(
                base_content_type__model="page",
                object_id__in=[str(pk) for pk in pages.values_list("pk", flat=True)],
            )
        }
        returned_ids = [
            pk for pk, state in states.items() if state.status == WorkflowState.STATUS_NEEDS_CHANGES
        ]
        reviewed_ids = states.keys() - set(returned_ids)
        returned = list(pages.filter(pk__in=returned_ids))
        reasons = LedgerEntry.objects.filter(page_id__in=returned_ids, decision=Decision.RETURNED)
        last = {row.page_id: row for row in reasons.order_by("pk")}
        for page in returned:
            page.returned = last.get(page.pk)
        published = list(pages.filter(live=True).order_by("-last_published_at")[:SHOWN])
        totals = totals_of(published)
        for page in published:
            page.views = totals[page.pk].views
        drafts = pages.filter(has_unpublished_changes=True).exclude(pk__in=states)
        return {
            "returned": returned,
            "drafts": drafts[:SHOWN],
            "reviewed": self._reviewed(list(pages.filter(pk__in=reviewed_ids)[:SHOWN])),
            "published": published,
        }

    @staticmethod
    def _reviewed(pages: list[Page]) -> list[Page]:
        """Each with the step that it waits at."""
        steps = {step.page_id: step for step in ReviewStep.objects.open().filter(page__in=pages)}
        for page in pages:
            page.step = steps.get(page.pk)
        return pages


class ReviewerPanel(_Panel):
    """What waits for a leader, oldest first."""

    name = "moderation_reviewer"
    order = 110
    template_name = "moderation/panels/reviewer.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        steps = waiting_for(self.user)
        late = sum(step.is_late for step in steps)
        return {"steps": steps[:SHOWN], "total": len(steps), "late": late}


class BoardPanel(_Panel):
    """The queue in numbers, this month's load of each unit, and units that have fallen silent."""

    name = "moderation_board"
    order = 110
    template_name = "moderation/panels/board.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        steps = open_steps()
        return {
            "at_unit": sum(step.stage == Stage.UNIT for step in steps),
            "at_board": sum(step.stage == Stage.BOARD for step in steps),
            "late": [step for step in steps if step.is_late][:SHOWN],
            "late_total": sum(step.is_late for step in steps),
            "returned": sum(step.returned_before > 0 for step in steps),
            "load": load_this_month(),
            "silent": silent_units(),
            "silent_days": SILENT_DAYS,
        }


def load_this_month() -> list[dict[str, Any]]:
    """Submissions of each unit since the first of the month; a resubmission counts as one more."""
    first = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = LedgerEntry.objects.filter(decision=Decision.SUBMITTED, at__gte=first)
    return list(
        rows.order_by()
        .values("unit_id", "unit_name")
        .annotate(total=Count("pk"))
        .order_by("-total")
    )


def silent_units() -> list[Unit]:
    """Units with a site that have submitted nothing for `SILENT_DAYS` days."""
    since = timezone.now() - timedelta(days=SILENT_DAYS)
    heard = LedgerEntry.objects.filter(decision=Decision.SUBMITTED, at__gte=since)
    busy = set(heard.order_by().values_list("unit_id", flat=True))
    units = Unit.objects.active().filter(home_page__isnull=False).exclude(kind=Unit.Kind.PROVINCE)
    return [unit for unit in units.order_by("sort_order", "pk") if unit.pk not in busy]
