"""Other rooms are told of a law's end: once, also after days without a run, and again when they failed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from home.laws.models import Lapse, Law
from home.laws.signals import law_lapsed
from home.laws.watching import LapsesUntoldError, watch_validity
from portal.celery import app
from tests.laws.laws import make_law

pytestmark = pytest.mark.django_db
END = date(2026, 7, 1)
Told = list[tuple[str, date, bool]]


@pytest.fixture
def told() -> Iterator[Told]:
    heard: Told = []

    def hear(law: Law, day: date, is_partial: bool, **_kwargs: Any) -> None:
        heard.append((law.symbol, day, is_partial))

    law_lapsed.connect(hear)
    yield heard
    law_lapsed.disconnect(hear)


def test_a_lapse_is_told_on_its_day_and_only_once(told: Told):
    watch_validity(date(2026, 6, 30))
    assert told == []
    watch_validity(END)
    watch_validity(END)
    watch_validity(date(2026, 7, 2))
    assert told == [("42/2022/NĐ-CP", END, False)]


def test_days_without_a_run_are_made_up_for(told: Told):
    watch_validity(date(2026, 9, 1))
    assert told == [("42/2022/NĐ-CP", END, False)]


def test_a_law_that_is_replaced_lapses_when_the_new_one_begins(told: Told):
    new = make_law("01/2026/QH15", effective_on=date(2026, 3, 1))
    make_law("02/2020/QH14", replaced_by=new)
    watch_validity(date(2026, 2, 28))
    assert told == []
    watch_validity(date(2026, 3, 1))
    assert told == [("02/2020/QH14", date(2026, 3, 1), False)]


def test_the_end_of_a_part_and_of_the_whole_are_told_apart(told: Told):
    make_law("02/2020/QH14", partly_expires_on=date(2025, 1, 1), expires_on=date(2026, 1, 1))
    watch_validity(date(2025, 1, 1))
    watch_validity(date(2026, 1, 1))
    assert told == [
        ("02/2020/QH14", date(2025, 1, 1), True),
        ("02/2020/QH14", date(2026, 1, 1), False),
    ]


def test_a_day_that_the_board_corrects_is_told_anew(told: Told):
    law = make_law("02/2020/QH14", expires_on=date(2026, 1, 1))
    watch_validity(date(2026, 1, 1))
    law.expires_on = date(2026, 2, 1)
    law.save()
    watch_validity(date(2026, 2, 1))
    assert [day for _symbol, day, _partial in told] == [date(2026, 1, 1), date(2026, 2, 1)]


def test_a_receiver_that_fails_is_asked_again_and_holds_up_no_other_law(told: Told):
    make_law("02/2020/QH14", expires_on=END)

    def fail(law: Law, **_kwargs: Any) -> None:
        if law.symbol == "02/2020/QH14":
            raise OSError("no mail server")

    law_lapsed.connect(fail)
    try:
        with pytest.raises(LapsesUntoldError):
            watch_validity(END)
    finally:
        law_lapsed.disconnect(fail)
    assert set(Lapse.objects.values_list("law__symbol", flat=True)) == {"42/2022/NĐ-CP"}
    told.clear()
    watch_validity(END)
    assert told == [("02/2020/QH14", END, False)]


def test_beat_runs_the_watch_every_day():
    tasks = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert {"laws.watch_validity", "traffic.forget_marks"} <= tasks
    assert "laws.watch_validity" in app.tasks
