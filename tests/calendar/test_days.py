"""Days off: the law's, and the board's table over them."""

from __future__ import annotations

from datetime import date

import pytest

from portal.calendar.days import add_working_days, holidays_between, is_working_day, lunar
from portal.calendar.models import Holiday
from portal.calendar.rules.lunar import LunarDate

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "day",
    ["2026-01-01", "2026-02-17", "2026-04-30", "2026-09-01", "2026-11-24", "2030-02-02"],
)
def test_days_of_the_law_are_known_without_a_row(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))
    assert holidays_between(date.fromisoformat(day), date.fromisoformat(day))


def test_a_saturday_that_is_worked_in_exchange_counts() -> None:
    assert is_working_day(date(2026, 8, 22))
    assert not is_working_day(date(2026, 8, 29))


def test_the_boards_row_wins_over_the_law() -> None:
    Holiday.objects.create(day=date(2027, 4, 30), name="Đi làm", is_worked=True)
    Holiday.objects.create(day=date(2027, 6, 1), name="Nghỉ theo quyết định")
    Holiday.objects.create(day=date(2026, 8, 22), name="Không làm bù nữa")

    assert is_working_day(date(2027, 4, 30))
    assert not is_working_day(date(2027, 6, 1))
    assert not is_working_day(date(2026, 8, 22))
    found = holidays_between(date(2027, 4, 1), date(2027, 6, 30))
    assert date(2027, 4, 30) not in found
    assert found[date(2027, 6, 1)] == "Nghỉ theo quyết định"
    assert list(found) == sorted(found)


def test_the_days_of_two_years_in_one_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = holidays_between(date(2026, 12, 1), date(2027, 2, 28))
    assert min(found) == date(2027, 1, 1)
    assert date(2027, 2, 6) in found


def test_working_days_are_counted_over_tet() -> None:
    # Tết 2026: 16 to 20 February, with the weekends around it.
    assert add_working_days(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert add_working_days(date(2026, 2, 23), -1) == date(2026, 2, 13)
    assert add_working_days(date(2026, 2, 23), 0) == date(2026, 2, 23)


def test_lunar_date_beside_the_solar_one() -> None:
    assert lunar(date(2030, 2, 2)) == LunarDate(year=2030, month=1, leap=False, day=1)
