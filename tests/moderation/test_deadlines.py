"""When a step is due, over nights, weekends and holidays, and how that is said."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.conf import settings as project
from django.utils import timezone

from portal.calendar.models import Holiday
from units.moderation.checks import review_days
from units.moderation.deadlines import deadline
from units.moderation.models import Stage
from units.moderation.rules.moments import in_words


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.strptime(text, "%d/%m/%Y %H:%M"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("entered", "stage", "due"),
    [
        ("18/11/2026 15:00", Stage.UNIT, "15:00 19/11/2026"),
        # Friday: the weekend does not count.
        ("20/11/2026 15:00", Stage.UNIT, "15:00 23/11/2026"),
        ("21/11/2026 09:00", Stage.UNIT, "hết ngày 23/11/2026"),
        # 24 November is a day off from 2026 on.
        ("23/11/2026 15:00", Stage.UNIT, "15:00 25/11/2026"),
        ("23/11/2026 15:00", Stage.BOARD, "15:00 26/11/2026"),
        ("24/11/2026 00:00", Stage.BOARD, "hết ngày 26/11/2026"),
        # 30 April and 1 May before a weekend.
        ("29/04/2026 10:00", Stage.UNIT, "10:00 04/05/2026"),
    ],
)
def test_due_on_working_days(entered: str, stage: str, due: str) -> None:
    moments = deadline(stage, at(entered))

    assert in_words(moments.due_at) == due
    assert at(entered) <= moments.remind_at <= moments.due_at


@pytest.mark.django_db
def test_saturday_that_is_worked_in_exchange_counts() -> None:
    Holiday.objects.create(day="2026-11-21", name="Làm bù", is_worked=True)

    assert in_words(deadline(Stage.UNIT, at("20/11/2026 15:00")).due_at) == "15:00 21/11/2026"


@pytest.mark.parametrize("name", ["PORTAL_REVIEW_DAYS_UNIT", "PORTAL_REVIEW_DAYS_BOARD"])
@pytest.mark.parametrize("days", [0, -1, 1e9, float("nan")])
def test_days_with_which_no_deadline_works_are_told_at_the_start(
    settings: object, name: str, days: float
) -> None:
    assert review_days() == []
    setattr(settings, name, days)

    (error,) = review_days()

    assert name.removeprefix("PORTAL_") in error.msg
    assert getattr(project, name) is days
