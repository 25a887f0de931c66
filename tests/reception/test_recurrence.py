"""Days from a rule: pure dates, whatever days are off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.reception.rules.recurrence import (
    LAST,
    OnDayOff,
    RecurrenceKind,
    RecurrenceRule,
    months_between,
    occurrences,
)
from portal.calendar.rules.lunar import lunar_date
from portal.calendar.rules.statutory import statutory_year
from portal.calendar.rules.working import Calendar

NEW_YEAR, YEAR_END = date(2026, 1, 1), date(2026, 12, 31)


def law_calendar(*years: int) -> Calendar:
    parts = [statutory_year(year) for year in years]
    off = frozenset(day for part in parts for day in part.off)
    return Calendar(off, frozenset(day for part in parts for day in part.worked))


rules = st.one_of(
    st.builds(
        RecurrenceRule,
        st.just(RecurrenceKind.MONTH_DAY),
        st.integers(1, 31),
        on_day_off=st.sampled_from(OnDayOff),
    ),
    st.builds(
        RecurrenceRule,
        st.just(RecurrenceKind.WEEKLY),
        weekday=st.integers(0, 6),
        on_day_off=st.sampled_from(OnDayOff),
    ),
    st.builds(
        RecurrenceRule,
        st.just(RecurrenceKind.NTH_WEEKDAY),
        st.sampled_from([1, 2, 3, 4, LAST]),
        st.integers(0, 6),
        st.sampled_from(OnDayOff),
    ),
    st.builds(
        RecurrenceRule,
        st.just(RecurrenceKind.NTH_WORKING_DAY),
        st.sampled_from([1, 3, 10, 15, LAST]),
    ),
)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
periods = st.tuples(days, st.integers(0, 420)).map(lambda p: (p[0], p[0] + timedelta(p[1])))
calendars = st.builds(Calendar, st.frozensets(days, max_size=80), st.frozensets(days, max_size=20))


@given(rules, periods, calendars)
@settings(max_examples=150, deadline=None)
def test_every_day_is_worked_and_no_earlier_than_the_rule_says(rule, period, calendar):
    first, last = period
    for found in occurrences(rule, first, last, calendar):
        assert first <= found.nominal <= last
        if found.day is not None:
            assert calendar.is_working_day(found.day)
            assert found.day >= found.nominal
        assert all(not calendar.is_working_day(day) for day in found.passed)
        assert found.is_moved or found.day is None or found.passed == ()


@given(rules, periods, calendars)
@settings(max_examples=100, deadline=None)
def test_nominal_days_rise_and_a_part_of_the_period_gives_a_part_of_the_days(
    rule, period, calendar
):
    first, last = period
    found = occurrences(rule, first, last, calendar)
    nominal = [one.nominal for one in found]
    assert nominal == sorted(set(nominal))
    middle = first + (last - first) / 2
    halves = occurrences(rule, first, middle, calendar)
    if middle < last:
        halves = [*halves, *occurrences(rule, middle + timedelta(1), last, calendar)]
    assert halves == found


@given(st.integers(1, 31), st.integers(2020, 2040), calendars)
@settings(max_examples=80, deadline=None)
def test_a_day_of_the_month_gives_one_day_for_each_month(number, year, calendar):
    rule = RecurrenceRule(RecurrenceKind.MONTH_DAY, number)
    found = occurrences(rule, date(year, 1, 1), date(year, 12, 31), calendar)
    assert [one.nominal.month for one in found] == list(range(1, 13))
    assert all(one.day is not None for one in found)


@given(st.integers(0, 6), periods)
@settings(max_examples=60, deadline=None)
def test_weekly_days_fall_on_their_weekday(weekday, period):
    found = occurrences(RecurrenceRule(RecurrenceKind.WEEKLY, weekday=weekday), *period, Calendar())
    assert all(one.nominal.weekday() == weekday for one in found)
    assert abs(len(found) - ((period[1] - period[0]).days + 1) / 7) < 1


def test_the_fifteenth_of_each_month_of_2026_passes_over_weekends_and_tet():
    found = occurrences(
        RecurrenceRule(RecurrenceKind.MONTH_DAY, 15), NEW_YEAR, YEAR_END, law_calendar(2026, 2027)
    )
    days = {one.nominal.month: one.day for one in found}
    assert days[1] == date(2026, 1, 15)
    # 15/2/2026 is a Sunday, and the days after it are Tết (17/2/2026).
    assert lunar_date(date(2026, 2, 17)).day == 1
    assert days[2] == date(2026, 2, 23)
    assert days[8] == date(2026, 8, 17)


def test_the_second_of_february_2030_is_tet_in_vietnam_and_moves():
    """China's new year is a day later; a calendar reckoned at UTC+8 would keep the day."""
    calendar = law_calendar(2030)
    (found,) = occurrences(
        RecurrenceRule(RecurrenceKind.MONTH_DAY, 2), date(2030, 2, 1), date(2030, 2, 28), calendar
    )
    assert lunar_date(date(2030, 2, 2)).day == 1
    assert found.passed[0] == date(2030, 2, 2)
    assert found.day is not None
    assert found.day > date(2030, 2, 5)


def test_the_24th_of_november_is_off_from_2026():
    rule = RecurrenceRule(RecurrenceKind.MONTH_DAY, 24)
    before = occurrences(rule, date(2025, 11, 1), date(2025, 11, 30), law_calendar(2025))
    after = occurrences(rule, date(2026, 11, 1), date(2026, 11, 30), law_calendar(2026))
    assert before[0].day == date(2025, 11, 24)
    assert after[0].day == date(2026, 11, 25)


def test_the_first_working_monday_waits_a_week_when_the_first_is_off():
    rule = RecurrenceRule(RecurrenceKind.NTH_WEEKDAY, 1, 0, OnDayOff.NEXT_SAME_WEEKDAY)
    calendar = Calendar(off=frozenset({date(2026, 6, 1)}))
    (found,) = occurrences(rule, date(2026, 6, 1), date(2026, 6, 30), calendar)
    assert (found.nominal, found.day) == (date(2026, 6, 1), date(2026, 6, 8))
    assert found.passed == (date(2026, 6, 1),)


def test_a_weekday_that_is_never_worked_is_left_out_and_not_looked_for_forever():
    rule = RecurrenceRule(RecurrenceKind.NTH_WEEKDAY, 1, 6, OnDayOff.NEXT_SAME_WEEKDAY)
    (found,) = occurrences(rule, date(2026, 6, 1), date(2026, 6, 30), Calendar())
    assert found.day is None


def test_a_day_that_moves_into_the_next_month_says_so():
    (found,) = occurrences(
        RecurrenceRule(RecurrenceKind.MONTH_DAY, 31),
        date(2026, 1, 31),
        date(2026, 1, 31),
        Calendar(),
    )
    assert found.day == date(2026, 2, 2)
    assert found.leaves_month


def test_a_weekend_worked_in_exchange_is_kept():
    saturday = date(2026, 8, 22)
    calendar = Calendar(worked=frozenset({saturday}))
    (found,) = occurrences(
        RecurrenceRule(RecurrenceKind.MONTH_DAY, 22), saturday, saturday, calendar
    )
    assert found.day == saturday


@pytest.mark.parametrize(
    ("kind", "number", "weekday"),
    [
        (RecurrenceKind.MONTH_DAY, 0, 0),
        (RecurrenceKind.MONTH_DAY, 32, 0),
        (RecurrenceKind.MONTH_DAY, LAST, 0),
        (RecurrenceKind.NTH_WEEKDAY, 5, 0),
        (RecurrenceKind.NTH_WORKING_DAY, 16, 0),
        (RecurrenceKind.WEEKLY, 1, 7),
    ],
)
def test_a_rule_that_no_month_has_is_refused(kind, number, weekday):
    with pytest.raises(ValueError, match="is no"):
        RecurrenceRule(kind, number, weekday)


@pytest.mark.parametrize("last", [date(2025, 12, 31), date(2036, 1, 1)])
def test_an_empty_or_endless_period_is_refused(last):
    with pytest.raises(ValueError, match="period"):
        occurrences(RecurrenceRule(RecurrenceKind.MONTH_DAY, 15), NEW_YEAR, last, Calendar())


def test_the_key_names_the_question_and_not_what_is_done_with_days_off():
    first = RecurrenceRule(RecurrenceKind.NTH_WEEKDAY, 1, 0, OnDayOff.LEAVE_OUT)
    second = RecurrenceRule(RecurrenceKind.NTH_WEEKDAY, 1, 0, OnDayOff.NEXT_WORKING_DAY)
    assert first.key == second.key == "nth-weekday:1:0"
    assert RecurrenceRule(RecurrenceKind.WEEKLY, weekday=1).key == "weekly:1"


def test_months_between_reaches_over_a_year():
    found = list(months_between(date(2025, 11, 30), date(2026, 2, 1)))
    assert [(day.year, day.month) for day in found] == [
        (2025, 11),
        (2025, 12),
        (2026, 1),
        (2026, 2),
    ]
