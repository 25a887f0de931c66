"""Laws for tests, by few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from home.laws.models import Law
from home.laws.wording import LawKind


def make_law(symbol: str, title: str = "Luật Thử", **values: Any) -> Law:
    defaults: dict[str, Any] = {
        "kind": LawKind.LAW,
        "issuer": "Quốc hội",
        "issued_on": date(2020, 1, 1),
        "effective_on": date(2020, 7, 1),
    }
    return Law.objects.create(symbol=symbol, title=title, **{**defaults, **values})
