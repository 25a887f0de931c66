"""What the law asks, day by day and month by month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.reception.rules.law import (
    ANNOUNCE_DAYS,
    TELL_DAYS,
    Facts,
    LegalProblem,
    State,
    Verdict,
    announce_by,
    findings_of,
    month_report,
    tell_by,
)
from events.reception.rules.months import month_grid
from portal.calendar.rules.working import Calendar

PLAIN = Calendar()
# Monday; the five working days before it begin on Monday 8 June.
DAY = date(2026, 6, 15)
LIMIT = date(2026, 6, 8)
TODAY = date(2026, 6, 30)


def problems(facts: Facts, today: date = TODAY, calendar: Calendar = PLAIN) -> set[LegalProblem]:
    return {finding.problem for finding in findings_of(facts, today, calendar)}


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
calendars = st.builds(Calendar, st.frozensets(days, max_size=60), st.frozensets(days, max_size=10))


@given(days, calendars)
@settings(max_examples=150, deadline=None)
def test_between_the_last_day_to_announce_and_the_reception_lie_five_working_days(day, calendar):
    limit = announce_by(day, calendar)
    span = [limit + timedelta(number) for number in range((day - limit).days)]
    assert sum(map(calendar.is_working_day, span)) == ANNOUNCE_DAYS
    assert calendar.is_working_day(limit)


@given(days, calendars)
@settings(max_examples=100, deadline=None)
def test_a_result_has_ten_working_days(day, calendar):
    limit = tell_by(day, calendar)
    span = [day + timedelta(number) for number in range(1, (limit - day).days + 1)]
    assert sum(map(calendar.is_working_day, span)) == TELL_DAYS


@pytest.mark.parametrize(
    ("announced", "found"),
    [(LIMIT, set()), (LIMIT + timedelta(1), {LegalProblem.ANNOUNCED_LATE})],
)
def test_announced_on_the_fifth_working_day_before_is_in_time(announced, found):
    facts = Facts(DAY, State.ANNOUNCED, announced_on=announced)
    assert problems(facts, today=LIMIT) == found


def test_a_holiday_in_between_asks_for_a_day_more():
    calendar = Calendar(off=frozenset({date(2026, 6, 10)}))
    facts = Facts(DAY, State.ANNOUNCED, announced_on=LIMIT)
    assert problems(facts, LIMIT, calendar) == {LegalProblem.ANNOUNCED_LATE}
    assert announce_by(DAY, calendar) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 5, 29), set()),
        (date(2026, 6, 1), {LegalProblem.ANNOUNCE_NOW}),
        (LIMIT, {LegalProblem.ANNOUNCE_NOW}),
        (LIMIT + timedelta(1), {LegalProblem.NOT_ANNOUNCED}),
    ],
)
def test_a_planned_day_warns_before_it_is_too_late_and_after(today, found):
    assert problems(Facts(DAY, State.PLANNED), today) == found


def test_a_postponement_needs_reason_and_new_date():
    announced = {"announced_on": LIMIT}
    bare = Facts(DAY, State.POSTPONED, **announced)
    assert problems(bare) == {LegalProblem.NO_REASON, LegalProblem.NO_NEW_DATE}
    blank = Facts(DAY, State.POSTPONED, reason="  ", new_day=TODAY, **announced)
    assert problems(blank) == {LegalProblem.NO_REASON}
    whole = Facts(DAY, State.POSTPONED, reason="Họp đột xuất", new_day=TODAY, **announced)
    assert problems(whole) == set()


TELL_LIMIT = date(2026, 6, 29)


@pytest.mark.parametrize(
    ("told", "today", "found"),
    [
        (TELL_LIMIT, TODAY, set()),
        (TELL_LIMIT + timedelta(1), TODAY, {LegalProblem.RESULT_LATE}),
        (None, TELL_LIMIT, {LegalProblem.RESULT_DUE}),
        (None, TELL_LIMIT + timedelta(1), {LegalProblem.RESULT_MISSING}),
    ],
)
def test_the_result_is_told_within_ten_working_days(told, today, found):
    facts = Facts(DAY, State.HELD, announced_on=LIMIT, told_on=told)
    assert problems(facts, today) == found


def test_where_nobody_came_no_result_is_owed():
    assert problems(Facts(DAY, State.HELD, announced_on=LIMIT, nobody_came=True)) == set()


def test_a_day_that_is_over_and_not_recorded_is_told():
    assert problems(Facts(DAY, State.ANNOUNCED, announced_on=LIMIT)) == {LegalProblem.NOT_RECORDED}


def test_a_coming_day_that_became_a_holiday_is_told_with_the_day_to_move_to():
    calendar = Calendar(off=frozenset({DAY}))
    facts = Facts(DAY, State.ANNOUNCED, announced_on=date(2026, 6, 1))
    (finding,) = findings_of(facts, date(2026, 6, 2), calendar)
    assert (finding.problem, finding.until) == (LegalProblem.DAY_OFF, date(2026, 6, 16))


def head(state: State, day: date = DAY, in_person: bool = True, **values: object) -> Facts:
    return Facts(day, state, in_person, announced_on=LIMIT, nobody_came=True, **values)


@pytest.mark.parametrize(
    ("facts", "today", "verdict"),
    [
        ([head(State.HELD)], TODAY, Verdict.MET),
        ([head(State.HELD, in_person=False)], TODAY, Verdict.BROKEN),
        ([], TODAY, Verdict.BROKEN),
        ([], date(2026, 5, 20), Verdict.NONE),
        ([head(State.ANNOUNCED)], date(2026, 6, 10), Verdict.PENDING),
        ([head(State.PLANNED)], date(2026, 6, 10), Verdict.PENDING),
        ([head(State.PLANNED)], TODAY, Verdict.BROKEN),
        ([head(State.ANNOUNCED)], date(2026, 7, 3), Verdict.PENDING),
        ([head(State.POSTPONED, reason="Họp", new_day=date(2026, 7, 1))], TODAY, Verdict.BROKEN),
    ],
)
def test_the_head_receives_at_least_once_a_month(facts, today, verdict):
    assert month_report(facts, DAY, today, PLAIN).head is verdict


def test_a_day_of_another_month_helps_no_month():
    other = head(State.HELD, date(2026, 5, 15))
    assert month_report([other], DAY, TODAY, PLAIN).head is Verdict.BROKEN


def test_the_line_of_a_month_in_order_has_nothing_to_say():
    facts = [
        Facts(DAY, State.HELD, True, announced_on=LIMIT, told_on=date(2026, 6, 20)),
        Facts(
            date(2026, 6, 22),
            State.POSTPONED,
            announced_on=date(2026, 6, 1),
            reason="Họp đột xuất",
            new_day=date(2026, 6, 24),
        ),
    ]
    report = month_report(facts, DAY, TODAY, PLAIN)
    assert (report.head, report.announced, report.postponed, report.told) == (Verdict.MET,) * 4
    assert report.findings == ()
    assert not report.is_broken


def test_the_line_of_a_bad_month_names_everything():
    facts = [
        Facts(DAY, State.HELD, announced_on=DAY),
        Facts(date(2026, 6, 22), State.POSTPONED, announced_on=date(2026, 6, 1)),
    ]
    report = month_report(facts, DAY, TODAY, PLAIN)
    assert (report.head, report.announced, report.postponed, report.told) == (Verdict.BROKEN,) * 4
    assert {finding.problem for finding in report.findings} == {
        LegalProblem.NO_HEAD,
        LegalProblem.ANNOUNCED_LATE,
        LegalProblem.NO_REASON,
        LegalProblem.NO_NEW_DATE,
        LegalProblem.RESULT_MISSING,
    }


states = st.sampled_from(State)
facts_of_any_kind = st.builds(
    Facts,
    day=st.dates(date(2026, 5, 1), date(2026, 7, 31)),
    state=states,
    head_in_person=st.booleans(),
    announced_on=st.none() | st.dates(date(2026, 4, 1), date(2026, 7, 31)),
    reason=st.sampled_from(["", " ", "Họp"]),
    new_day=st.none() | days,
    told_on=st.none() | st.dates(date(2026, 5, 1), date(2026, 8, 31)),
    nobody_came=st.booleans(),
)


@given(st.lists(facts_of_any_kind, max_size=6), days, calendars)
@settings(max_examples=150, deadline=None)
def test_a_broken_demand_is_always_explained_and_a_met_one_never_contradicted(
    facts, today, calendar
):
    report = month_report(facts, DAY, today, calendar)
    assert report.is_broken == any(finding.is_broken for finding in report.findings)
    assert all(
        finding.day is None or (finding.day.year, finding.day.month) == (2026, 6)
        for finding in report.findings
    )


@given(days)
@settings(max_examples=60)
def test_the_grid_of_a_month_holds_each_of_its_days_once(day):
    shown = [one for week in month_grid(day) for one in week]
    assert shown[0].weekday() == 0
    assert shown == [shown[0] + timedelta(number) for number in range(len(shown))]
    own = [one for one in shown if (one.year, one.month) == (day.year, day.month)]
    assert own[0].day == 1
    assert (own[-1] + timedelta(1)).day == 1
    assert shown[0] > own[0] - timedelta(7)
    assert shown[-1] < own[-1] + timedelta(7)
