"""Whether a law is in force on a day: one rule, in Python and in the database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.laws.models import Law
from home.laws.rules.validity import Term, Validity, validity_on
from home.laws.wording import VALIDITY_LABELS
from tests.laws.laws import make_law

START, END = date(2020, 7, 1), date(2024, 8, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "validity"),
    [
        (START - DAY, Validity.NOT_YET),
        (START, Validity.IN_FORCE),
        (END - DAY, Validity.IN_FORCE),
        (END, Validity.LAPSED),
        (END + DAY, Validity.LAPSED),
    ],
)
@pytest.mark.parametrize("name", ["expires", "replaced"])
def test_the_day_of_the_end_is_the_first_without_force(day: date, validity: Validity, name: str):
    assert validity_on(day, Term(START, **{name: END})) is validity


def test_an_end_of_its_own_comes_before_that_of_the_replacement():
    term = Term(START, expires=END, replaced=END - 30 * DAY)
    assert validity_on(END - DAY, term) is Validity.IN_FORCE


def test_a_law_that_lost_a_part_says_so_until_it_lapses():
    term = Term(START, expires=END, partly_expires=END - 30 * DAY)
    days = [END - 31 * DAY, END - 30 * DAY, END]
    states = [Validity.IN_FORCE, Validity.PARTLY, Validity.LAPSED]
    assert [validity_on(day, term) for day in days] == states


def test_what_is_replaced_before_it_began_never_is_in_force():
    term = Term(START, replaced=START - DAY)
    assert validity_on(START - 2 * DAY, term) is Validity.NOT_YET
    assert validity_on(START - DAY, term) is Validity.LAPSED
    assert validity_on(START, term) is Validity.LAPSED


def test_every_state_has_a_name():
    assert set(VALIDITY_LABELS) == set(Validity)


DATES = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(DATES, DATES, DATES | st.none(), DATES | st.none(), DATES | st.none())
def test_a_lapsed_law_stays_lapsed(
    day: date, start: date, expires: date | None, replaced: date | None, partly: date | None
):
    term = Term(start, expires, replaced, partly)
    if validity_on(day, term) is Validity.LAPSED:
        assert validity_on(day + DAY, term) is Validity.LAPSED


@pytest.mark.django_db
def test_the_database_tells_the_same_as_the_rule():
    new = make_law("01/2024/QH15", "Luật Mới", issued_on=END, effective_on=END)
    make_law("02/2020/QH14", "Luật Cũ", replaced_by=new)
    make_law("03/2020/QH14", "Luật Có hạn", expires_on=END, partly_expires_on=END - 30 * DAY)
    make_law("04/2020/QH14", "Luật Lâu dài")
    make_law("05/2020/QH14", "Luật Chuyển tiếp", replaced_by=new, expires_on=END + 30 * DAY)
    laws = list(Law.objects.with_replacement())
    marks = [START, END - 30 * DAY, END, END + 30 * DAY]
    for day in [mark + shift * DAY for mark in marks for shift in (-1, 0, 1)]:
        for validity in Validity:
            told = set(Law.objects.having(validity, day))
            assert told == {law for law in laws if law.validity_on(day) is validity}, (
                day,
                validity,
            )
        in_force = {Validity.IN_FORCE, Validity.PARTLY}
        assert set(Law.objects.in_force_on(day)) == {
            law for law in laws if law.validity_on(day) in in_force
        }
