"""One filter of a list as a form shows it; `templates/components/filter_fields.html` renders it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Choice:
    """`options`: (value in the address, label, is selected)."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]

    @property
    def selected_label(self) -> str:
        return next((label for _value, label, selected in self.options if selected), "")
