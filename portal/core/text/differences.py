"""Two long versions of a text, cut into short stretches that can be compared word by word.

Comparing words takes the square of their number, and more for whoever looks for trouble. Sentences that stand
once in each version and in the same order hold both together; what lies between two of them is one stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

_SENTENCE: Final = re.compile(r"[^.!?;\n]*+[.!?;\n]++\s*+|[^.!?;\n]++\Z")


def stretches(old: str, new: str) -> Iterator[tuple[str, str]]:
    """(stretch of the old text, stretch of the new one), both texts from end to end; one may be empty.

    "A. B. C." and "A. X. C." are ("A. ", "A. "), ("B. ", "X. "), ("C.", "C.").
    """
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    start_before = start_after = 0
    for place, other in _kept(before, after):
        between = "".join(before[start_before:place]), "".join(after[start_after:other])
        if any(between):
            yield between
        yield before[place], after[other]
        start_before, start_after = place + 1, other + 1
    rest = "".join(before[start_before:]), "".join(after[start_after:])
    if any(rest):
        yield rest


def _kept(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Places of sentences that stayed, in order: equal beginnings, equal ends, and what is unique between."""
    first = _alike(before, after)
    last = _alike(
        before[: first - 1 if first else None : -1], after[: first - 1 if first else None : -1]
    )
    middle_before, middle_after = range(first, len(before) - last), range(first, len(after) - last)
    places = _unique(before, middle_before)
    others = _unique(after, middle_after)
    pairs = [(place, others[text]) for text, place in places.items() if text in others]
    ends = zip(
        range(len(before) - last, len(before)), range(len(after) - last, len(after)), strict=True
    )
    return [*zip(range(first), range(first), strict=True), *_rising(pairs), *ends]


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many of the first are equal."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count


def _unique(sentences: Sequence[str], places: range) -> dict[str, int]:
    counts = Counter(sentences[place] for place in places)
    return {sentences[place]: place for place in places if counts[sentences[place]] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides; the first sides rise already."""
    ends: list[int] = []  # the smallest second side that ends a run of each length
    tails: list[int] = []  # and which pair that is
    before: list[int] = []
    for index, (_place, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        tails[length : length + 1] = [index]
    run = []
    index = tails[-1] if tails else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]
