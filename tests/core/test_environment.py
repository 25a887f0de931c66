"""Variables of the environment: every form, every range, and a sentence for what cannot be right."""

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from portal.core.environment import RETIRED, VARIABLES, Form, Group, read

NUMBERS = [row for row in VARIABLES.values() if row.form is Form.NUMBER]
WRONG = {
    Form.NUMBER: ["x", "1,5", "1.5", "mười"],
    Form.DECIMAL: ["x", "1,5"],
    Form.FLAG: ["x", "2", "đúng"],
    Form.DATABASE: ["x", "ftp://may"],
    Form.MAIL: ["x", "ftp://may"],
}


@pytest.mark.parametrize("name", VARIABLES)
def test_unset_and_empty_give_the_default(name: str) -> None:
    default = VARIABLES[name].default
    assert read(name, environment={}) == read(name, environment={name: ""}) == default
    assert read(name, otherwise="khác", environment={}) == "khác"


@pytest.mark.parametrize(
    ("name", "value"),
    [(row.name, value) for row in VARIABLES.values() for value in WRONG.get(row.form, [])],
)
def test_what_cannot_be_read_is_told_in_words(name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^{name} phải là "):
        read(name, environment={name: value})


@given(row=st.sampled_from(NUMBERS), number=st.integers(-(10**9), 10**9))
def test_number_is_taken_within_its_range_and_no_further(row, number: int) -> None:
    fits = (row.least is None or number >= row.least) and (row.most is None or number <= row.most)
    if fits:
        assert read(row.name, environment={row.name: f" {number} "}) == number
    else:
        with pytest.raises(ImproperlyConfigured, match=row.name):
            read(row.name, environment={row.name: str(number)})


@pytest.mark.parametrize(
    ("value", "wanted"), [("1", True), ("True", True), ("on", True), ("0", False), ("OFF", False)]
)
def test_flags_are_written_in_many_ways(value: str, wanted: bool) -> None:
    assert read("HTTPS", environment={"HTTPS": value}) is wanted


def test_lists_and_addresses() -> None:
    assert read("EXTRA_HOSTS", environment={"EXTRA_HOSTS": "a.example, b.example,"}) == (
        "a.example",
        "b.example",
    )
    address = "postgres://portal:x@127.0.0.1:5432/portal"
    assert read("DATABASE_URL", environment={"DATABASE_URL": address}) == address


def test_name_that_is_not_in_the_table_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        read("DATABASE_UR", environment={})


def test_groups_hold_few_variables_that_must_be_set() -> None:
    sizes = {group: sum(row.group is group for row in VARIABLES.values()) for group in Group}
    assert sizes[Group.MUST] <= 8
    assert not set(RETIRED) & set(VARIABLES)


def test_check_names_what_is_no_longer_read(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {message.id for message in run_checks()}
    assert "core.W001" not in before
    monkeypatch.setenv("IDLE_MINUTES", "60")
    told = [str(message.msg) for message in run_checks() if message.id == "core.W001"]
    assert len(told) == 1
    assert "IDLE_MINUTES" in told[0]
    assert "15 phút" in told[0]
