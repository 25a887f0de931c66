"""A law that lapses: its items' owners are told at once, not only by the next morning's job."""

from __future__ import annotations

from typing import Any

from home.laws.signals import law_lapsed
from home.legal_education.telling import tell_due


def connect() -> None:
    law_lapsed.connect(tell_owners, dispatch_uid="legal_education")


def tell_owners(sender: Any, **_kwargs: Any) -> None:
    tell_due()
