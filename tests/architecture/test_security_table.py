"""The table of docs/security.md is whole, and what it points to exists."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "docs" / "security.md"
# Numbers of ASVS 5.0.0 by section: those of level 1, then those of level 2. Level 3 is left out.
ASKED = """
1.1: / 1-2    1.2: 1-5 / 6-9    1.3: 1-2 / 3-11    1.4: / 1-3    1.5: 1 / 2
2.1: 1 / 2-3    2.2: 1-2 / 3    2.3: 1 / 2-4    2.4: / 1
3.2: 1-2 /    3.3: 1 / 2-4    3.4: 1-2 / 3-6    3.5: 1-3 / 4-5    3.7: / 1-2
4.1: 1 / 2-3    4.2: / 1    4.3: / 1-2    4.4: 1 / 2-4
5.1: / 1    5.2: 1-2 / 3    5.3: 1-2 /    5.4: / 1-3
6.1: 1 / 2-3    6.2: 1-8 / 9-12    6.3: 1-2 / 3-4    6.4: 1-2 / 3-4    6.5: / 1-5    6.6: / 1-3    6.8: / 1-4
7.1: / 1-3    7.2: 1-4 /    7.3: / 1-2    7.4: 1-2 / 3-5    7.5: / 1-2    7.6: / 1-2
8.1: 1 / 2    8.2: 1-2 / 3    8.3: 1 /    8.4: / 1
9.1: 1-3 /    9.2: 1 / 2-4
10.1: / 1-2    10.2: / 1-2    10.3: / 1-4    10.4: 1-5 / 6-11    10.5: / 1-5    10.6: / 1-2    10.7: / 1-3
11.1: / 1-2    11.2: / 1-3    11.3: 1-2 / 3    11.4: 1 / 2-4    11.5: / 1    11.6: / 1
12.1: 1 / 2-3    12.2: 1-2 /    12.3: / 1-4
13.1: / 1    13.2: / 1-5    13.3: / 1-2    13.4: 1 / 2-5
14.1: / 1-2    14.2: 1 / 2-4    14.3: 1 / 2-3
15.1: 1 / 2-3    15.2: 1 / 2-3    15.3: 1 / 2-7
16.1: / 1    16.2: / 1-5    16.3: / 1-4    16.4: / 1-3    16.5: / 1-3
17.1: / 1    17.2: / 1-4    17.3: / 1-2
"""
STATES = {"met", "partly", "not met", "n/a"}
ROW = re.compile(r"^\| (\d[\d., ]*) \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*) ?\|$", re.M)
# What is written as code and looks like a path of the repository.
NAMED = re.compile(r"`((?:\w[\w.-]*/)+[\w.-]+(?:::\w+)?)`")
ROWS = ROW.findall(PAPER.read_text("utf-8"))


def numbers_asked(level: int) -> set[str]:
    found = set()
    for part in re.split(r" {4}|\n", ASKED.strip()):
        section, _colon, levels = part.partition(": ")
        first, _dash, last = levels.split("/")[level - 1].strip().partition("-")
        if first:
            found |= {f"{section}.{n}" for n in range(int(first), int(last or first) + 1)}
    return found


@cache
def names_of_tests(path: Path) -> set[str]:
    code = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.name for node in code if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def exists(name: str) -> bool:
    path, _mark, test = name.partition("::")
    place = ROOT / path
    return place.exists() and (not test or test in names_of_tests(place))


def test_every_requirement_of_both_levels_stands_there_once() -> None:
    told = Counter(number for row in ROWS for number in row[0].split(", "))
    first, second = numbers_asked(1), numbers_asked(2)
    # As many as the standard has.
    assert (len(first), len(second)) == (70, 183)
    assert set(told) == first | second
    assert [number for number, times in told.items() if times > 1] == []


def test_every_row_has_a_state_and_says_where_or_why() -> None:
    assert [row[0] for row in ROWS if row[2] not in STATES or not row[3].strip()] == []


def test_what_is_named_exists() -> None:
    named = set(NAMED.findall(PAPER.read_text("utf-8")))
    assert len(named) > 100
    assert {name for name in named if not exists(name)} == set()


def test_a_name_of_nothing_would_be_found() -> None:
    assert not exists("tests/architecture/test_security_table.py::test_of_nothing")
    assert not exists("portal/users/of_nothing.py")
    assert NAMED.findall("`portal/users/of_nothing.py`, `tests/a.py::test_b`, `/admin/x/`") == [
        "portal/users/of_nothing.py",
        "tests/a.py::test_b",
    ]
