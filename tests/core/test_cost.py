"""What people type, paste and send costs what its length says: twice the input, twice the work.

Work is counted: calls of Python and of its libraries. What a library does within one call shows in the time
of the processor alone, of which the best of several measurements counts.
"""

from __future__ import annotations

import contextlib
import cProfile
import gc
import time
from collections.abc import Callable
from typing import Any, Final

import pytest

from events.schedules.imports.opening import open_file
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.rules.week import (
    MOST_COMPARED,
    MOST_TWICE,
    Entry,
    Session,
    Week,
    warnings,
)
from portal.core.intake.refusals import FileRefused
from portal.core.text import compose, strip_html
from portal.core.text.compose import few_marks
from tests.core.parsers import EXCEL_FILES, PARSERS, TODAY, Parser

TIMES: Final = (1, 2, 4, 8)
SLACK: Final = 1.5
# Counting costs five times the work itself, and shows a square in a short input as well as in a long one.
COUNTED_PART: Final = 2
# Below these, what a parser does once for any input is all that is seen.
FEW_CALLS: Final = 300
SHORT: Final = 0.002  # seconds
MEASUREMENTS: Final = 5


def read(parser: Parser, given: Any) -> None:
    """A refusal is an answer; any other error is none, `RecursionError` not either."""
    with contextlib.suppress(FileRefused):
        parser.read(given)


def calls(parser: Parser, given: Any) -> int:
    counter = cProfile.Profile(subcalls=False)
    counter.runcall(read, parser, given)
    return sum(entry.callcount for entry in counter.getstats())


def seconds(parser: Parser, given: Any) -> float:
    gc.disable()
    start = time.process_time()
    try:
        read(parser, given)
        return time.process_time() - start
    finally:
        gc.enable()


def grown_calls(parser: Parser, make: Callable[[int], Any]) -> str:
    size = max(parser.size // COUNTED_PART, 1)
    counts = [calls(parser, make(size * times)) for times in TIMES]
    least = max(counts[0], FEW_CALLS)
    pairs = zip(TIMES, counts, strict=True)
    return "" if all(count <= SLACK * times * least for times, count in pairs) else str(counts)


def grown_seconds(parser: Parser, make: Callable[[int], Any]) -> str:
    """The first measurement within the bound is enough: a square is never within it."""
    small, large = make(parser.size * TIMES[0]), make(parser.size * TIMES[-1])
    least = shortest = float("inf")
    for _each in range(MEASUREMENTS):
        least = min(least, seconds(parser, small))
        shortest = min(shortest, seconds(parser, large))
        if shortest <= SLACK * TIMES[-1] * max(least, SHORT):
            return ""
    return f"{least * 1000:.1f} ms, {shortest * 1000:.1f} ms"


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
def test_work_grows_with_the_input_alone(parser: Parser) -> None:
    read(parser, next(iter(parser.shapes.values()))(parser.size))  # what is made once
    dear = {
        name: grown
        for name, make in parser.shapes.items()
        if (grown := grown_calls(parser, make) or grown_seconds(parser, make))
    }
    assert dear == {}


def test_a_week_in_which_everybody_is_everywhere_has_an_end() -> None:
    """Three hundred lines of one hour, each with sixty people: 2.7 million sentences."""
    people = tuple(f"Nguyễn Văn {letter}{other}" for letter in "ABCDEF" for other in "abcdefghij")
    entry = Entry(TODAY, Session.MORNING, content="Họp", attendees=people)
    found = warnings(Week(TODAY, TODAY, entries=(entry,) * 1_000), {}, TODAY)
    assert len(found) == MOST_TWICE
    assert max(max(each.entries) for each in found) < MOST_COMPARED


def test_merged_cells_that_lie_on_each_other_are_refused() -> None:
    with pytest.raises(ScheduleFileError, match="cấu trúc bất thường"):
        open_file(EXCEL_FILES["merged on each other"](600))


def test_marks_that_pile_up_are_left_away_and_no_others() -> None:
    assert len(compose("a" + "\u0323\u0302" * 500)) <= 31
    ordinary = "Tiếng Việt, e\u0323\u0302 và a\u0306\u0301"
    assert few_marks(ordinary) == ordinary


def test_text_of_html_with_an_endless_number_or_tag() -> None:
    assert strip_html(f"a&#{'1' * 5_000};b") == "a\ufffdb"
    assert strip_html("a <b x") == "a <b x"
    assert strip_html("<p>a</p> <!-- b") == "a <!-- b"
    assert strip_html("<p>a</p> <!-- b --> c < d") == "a c < d"
