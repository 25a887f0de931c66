"""Page numbers: whatever stands in the address, the reader gets a page."""

import pytest
from django.core.paginator import Paginator
from hypothesis import given
from hypothesis import strategies as st

from portal.core.pagination import page_numbers, page_of


def pages(amount: int) -> Paginator:
    return Paginator(list(range(amount)), 10)


@pytest.mark.parametrize(
    ("asked", "shown", "is_out"),
    [
        (None, 1, False),
        ("", 1, False),
        ("1", 1, False),
        ("3", 3, False),
        ("4", 3, True),
        ("0", 1, True),
        ("-1", 1, True),
        ("999999999", 3, True),
        ("9" * 5000, 1, True),
        ("abc", 1, True),
        ("2.0", 1, True),
        ("1e1", 1, True),
        ("٢", 1, True),
        ("²", 1, True),
        ("last", 1, True),
        ("\0", 1, True),
    ],
)
def test_number_in_the_address(asked: str | None, shown: int, is_out: bool) -> None:
    page, out_of_range = page_of(pages(30), asked)
    assert (page.number, out_of_range) == (shown, is_out)


@given(st.one_of(st.none(), st.text(), st.integers().map(str)))
def test_any_text_gets_a_page(asked: str | None) -> None:
    for amount in (0, 7, 95):
        page, _out = page_of(pages(amount), asked)
        assert 1 <= page.number <= page.paginator.num_pages


def test_one_page_needs_no_numbers() -> None:
    assert page_numbers(page_of(pages(3), None)[0]) == []


def test_long_list_leaves_numbers_out_in_the_middle() -> None:
    assert page_numbers(page_of(pages(500), "25")[0]) == [1, "…", 24, 25, 26, "…", 50]
