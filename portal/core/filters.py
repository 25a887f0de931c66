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
    def selected(self) -> tuple[str, str]:
        """Value and label of what is chosen, empty without."""
        return next(((value, label) for value, label, chosen in self.options if chosen), ("", ""))

    @property
    def selected_label(self) -> str:
        return self.selected[1]
