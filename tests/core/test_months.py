"""Months as readers pick them: Vietnam's midnight, and nothing breaks them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.months import Month


@pytest.mark.parametrize(
    "value",
    [
        *("", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-11-01", "٢٠٢٦-١١", "0000-01"),
        *("9999-12", "1899-12", "2026-11\n", " 2026-11", "2026–11", "x" * 500, "\0"),
    ],
)
def test_garbage_is_no_month(value: str) -> None:
    assert Month.parse(value) is None


def test_month_reads_and_writes_itself() -> None:
    month = Month.parse("2026-11")
    assert month == Month(2026, 11)
    assert month is not None
    assert (month.key, str(month)) == ("2026-11", "11/2026")


@given(st.text())
def test_any_text_is_a_month_or_nothing(value: str) -> None:
    month = Month.parse(value)
    assert month is None or month.key == value


@given(st.integers(1900, 9000), st.integers(1, 12))
def test_months_follow_each_other_without_gap(year: int, number: int) -> None:
    month = Month(year, number)
    assert month.previous().bounds()[1] == month.bounds()[0]
    assert month.previous() < month


def test_evening_in_greenwich_is_the_next_month_in_vietnam() -> None:
    moment = datetime(2026, 10, 31, 18, 0, tzinfo=UTC)
    assert Month.of(moment) == Month(2026, 11)
    start, end = Month(2026, 11).bounds()
    assert start <= moment < end
