"""`make test` and `make test-rest` leave nothing untested on SQLite, and run nothing twice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from deploy import shares

ROOT = Path(__file__).resolve().parents[2]
# Some that run on both each time, some that take turns, with classes and parameters.
SAMPLE = (
    "tests/architecture",
    "tests/audit",
    "tests/browser",
    "tests/calendar",
    "tests/core/test_text_sorting.py",
)


@cache
def collected(expression: str) -> set[str]:
    """Names of the tests in the sample that pytest would run."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", expression, *SAMPLE]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ)
    return {line for line in told.stdout.splitlines() if line.startswith("tests/")}


def test_the_two_are_the_whole_and_share_nothing() -> None:
    test, rest = collected(shares.in_test(2)), collected(shares.in_rest(2))
    for names in (test, rest):
        of_browser = {name for name in names if name.startswith(shares.BROWSER)}
        assert of_browser
        assert of_browser < names
    assert test & rest == set()
    assert test | rest == collected("")


def test_a_page_is_looked_at_from_all_sides_in_one_turn() -> None:
    """It is opened once for all of them."""
    names = collected(shares.in_test(2))
    pages = Counter(name.split("[")[1] for name in names if "test_targets" in name)
    assert len(pages) > 3
    for page in pages:
        assert any("test_nothing_moves" in name and name.endswith(f"[{page}") for name in names)


def test_every_share_is_run_by_one_turn_and_has_its_part() -> None:
    names = [f"tests/core/test_x.py::test_{number}" for number in range(3000)]
    marks = [shares.marks_of("tests/core/test_x.py", name) for name in names]
    assert all(len(each) == 1 for each in marks)
    known = {f"share_{number}" for number in range(shares.SHARES)}
    sizes = {share: marks.count([share]) for share in known}
    assert sum(sizes.values()) == len(names)
    assert min(sizes.values()) > len(names) / shares.SHARES / 2


def test_a_test_keeps_its_share_whatever_stands_beside_it() -> None:
    name = "tests/core/test_x.py::test_1"
    assert shares.marks_of("tests/core/test_x.py", name) == ["share_2"]


def test_places_that_may_differ_are_there() -> None:
    """A folder that was renamed would silently take turns like the others."""
    assert [place for place in shares.DIFFERING_PLACES if not (ROOT / place).exists()] == []


def test_what_may_differ_runs_each_time() -> None:
    assert shares.DIFFERING in shares.marks_of("tests/search/test_recall.py", "x")


def test_the_share_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARE", "20788")
    assert shares.chosen() == 20788


def test_a_number_chooses_a_turn_of_everything_that_takes_turns() -> None:
    expressions = f"{shares.in_test(20788)} {shares.on_postgres(20788)}"
    chosen = set(re.findall(r"\w+_\d+", expressions))
    assert len(chosen) == 6
    assert chosen <= set(shares.marks())


@pytest.mark.parametrize("place", shares.IN_TURNS)
def test_what_takes_turns_on_postgresql_has_one_turn_of_its_kind(place: str) -> None:
    assert (ROOT / place).exists()
    kind, amount = shares.IN_TURNS[place]
    turns = [mark for mark in shares.marks_of(place, "x") if mark.startswith(kind)]
    assert "in_turns" in shares.marks_of(place, "x")
    assert len(turns) == 1
    chosen = [re.findall(r"\w+", shares.on_postgres(share)) for share in range(amount)]
    assert sum(turns[0] in names for names in chosen) == 1


def test_garbage_is_sent_by_the_rest_alone_on_sqlite() -> None:
    marks = shares.marks_of(shares.GARBLED, "x")
    assert not set(marks) & set(re.findall(r"\w+", shares.in_test(0)))
