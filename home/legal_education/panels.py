"""The start page of the administration: the unit's items that have to be read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from home.legal_education.due import due_among, may_mark
from home.legal_education.models import LegalEducationPage
from units.frame.frames import Units
from units.scope.rows import is_board, scoped

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
        board = is_board(self.user)
        shown = [
            {
                "due": row,
                "unit": (unit := units.owner_of(row.page)),
                "may_mark": may_mark(self.user, unit),
            }
            for row in rows[:SHOWN]
        ]
        return {"shown": shown, "total": len(rows), "names_units": board}
