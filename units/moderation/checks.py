"""Settings with which the reviews cannot work are told at the start and not in the middle of a submission."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

LONGEST_DAYS = 60
_NAMES = {
    "PORTAL_REVIEW_DAYS_UNIT": "REVIEW_DAYS_UNIT",
    "PORTAL_REVIEW_DAYS_BOARD": "REVIEW_DAYS_BOARD",
}


def review_days(app_configs: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """With no days at all each item would be late when it comes in."""
    return [
        Error(
            f"{variable} phải là số ngày làm việc lớn hơn 0 và không quá {LONGEST_DAYS}.",
            id="moderation.E001",
        )
        for name, variable in _NAMES.items()
        if not 0 < getattr(settings, name) <= LONGEST_DAYS
    ]
