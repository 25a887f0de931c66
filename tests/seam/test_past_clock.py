"""What is made while the clock stands at a moment carries that moment, Wagtail's own rows included."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from portal.seam.past_clock import clock_at
from tests.seam.upstream import source_of

MOMENT = datetime(2025, 3, 4, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_the_clock_comes_back_after_an_error() -> None:
    real = timezone.now
    with pytest.raises(InterruptedError), clock_at(MOMENT):
        raise InterruptedError
    assert timezone.now is real


def test_the_clock_stands() -> None:
    with clock_at(MOMENT):
        assert timezone.now() == MOMENT


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("wagtail.models.revisions", "Revision.save"),
        ("wagtail.models.audit_log", "BaseLogEntryManager.log_action"),
        ("wagtail.models.workflows", "TaskState.approve"),
        ("django.db.models.fields", "DateTimeField.pre_save"),
    ],
)
def test_who_writes_a_moment_asks_this_clock(module: str, name: str) -> None:
    assert "timezone.now" in source_of(module, name)
