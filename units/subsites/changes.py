"""What provisioning did, or would do, as data: the form shows it, the command prints it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Change:
    """One thing made or mended: its kind ("Trang") and its name ("Tin tức")."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


@dataclass
class Ledger:
    """Collects the changes of one run."""

    changes: list[Change] = field(default_factory=list)

    def note(self, kind: str, name: object) -> None:
        self.changes.append(Change(kind, str(name)))

    def note_page(self, title: object) -> None:
        self.note(_("Trang"), title)
