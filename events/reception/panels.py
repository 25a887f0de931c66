"""What is missing in the receptions of one's units, on the start page of the administration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from events.reception.judging import to_do
from events.reception.screens.report import receiving
from events.reception.services import units_to_manage
from units.models import Unit

SHOWN = 8


def add_panel(request: Any, panels: list[Any]) -> None:
    units = receiving(units_to_manage(request.user))
    if units:
        panels.append(ReceptionPanel(units))


class ReceptionPanel(Component):
    name = "reception"
    order = 115
    template_name = "reception/admin/panel.html"

    def __init__(self, units: list[Unit]) -> None:
        self.units = units

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        found = to_do(self.units)
        return {
            "things": found[:SHOWN],
            "more": max(len(found) - SHOWN, 0),
            "names_units": len(self.units) > 1,
            "broken": len({one.unit.pk for one in found if one.is_broken}),
        }
