"""The start page of the administration: the unit's items that have to be read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from home.legal_education.due import Due, due_among, may_mark
from home.legal_education.models import LegalEducationPage
from units.frame.frames import Units
from units.models import Unit
from units.scope.actors import is_board
from units.scope.rows import scoped

SHOWN = 10


def add_panel(request: Any, panels: list[Any]) -> None:
    panels.append(DuePanel(request.user))


class DuePanel(Component):
    """Nothing at all while nothing is due."""

    name = "legal_education_due"
    order = 115
    template_name = "legal_education/admin/due_panel.html"

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        pages = scoped(LegalEducationPage.objects.all(), self.user)
        rows = due_among(pages, timezone.localdate())
        units = Units()
        shown = [self._shown(row, units.owner_of(row.page)) for row in rows[:SHOWN]]
        return {"shown": shown, "total": len(rows), "names_units": is_board(self.user)}

    def _shown(self, row: Due, unit: Unit | None) -> dict[str, Any]:
        return {"due": row, "unit": unit, "may_mark": may_mark(self.user, unit)}
