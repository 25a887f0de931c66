"""The piece of a text that shows why it was found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from .compose import compose
from .folding import fold, normalize_marks

ELLIPSIS: Final = "…"
_WORD: Final = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_MOST_MATCHES: Final = 400  # a long document that repeats a word must not slow a page of results

Segment = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    term: int
    exact: bool


def excerpt(text: str, terms: Iterable[str], width: int = 220) -> list[Segment]:
    """Return about ``width`` characters of ``text`` as (piece, is_match) segments.

    The stretch is taken where most of ``terms`` stand together, preferring exact marks, then the
    first place; with no match it is the beginning. A term of several words ("173/QĐ-VKS") matches
    them in sequence; a plain string counts as one term. The text is composed and its white space
    collapsed; "…" stands where it was cut, and comes on top of ``width``.
    """
    text = " ".join(compose(text).split())
    width = max(width, 1)
    matches = list(_matches(text, [terms] if isinstance(terms, str) else list(terms)))
    start, end = _window(text, _best(matches, width), width)
    return _with_ellipses(list(_segments(text, matches, start, end)), start > 0, end < len(text))


def _matches(text: str, terms: list[str]) -> Iterator[_Match]:
    folding = cache(fold)  # for this call only: a text repeats its words
    wanted = [(fold(term).split(), normalize_marks(term)) for term in terms]
    by_first = {parts[0] for parts, _ in wanted if parts}
    found = [(word.start(), word.end(), folding(word[0])) for word in _WORD.finditer(text)]
    position, count = 0, 0
    while position < len(found) and count < _MOST_MATCHES:
        length = 1
        if found[position][2] in by_first:
            folded = [entry[2] for entry in found[position : position + _longest(wanted)]]
            for index, (parts, marked) in _longest_first(wanted):
                if parts and folded[: len(parts)] == parts:
                    length, count = len(parts), count + 1
                    start, end = found[position][0], found[position + length - 1][1]
                    exact = normalize_marks(text[start:end]) == marked
                    yield _Match(start, end, index, exact)
                    break
        position += length


def _longest(wanted: list[tuple[list[str], str]]) -> int:
    return max(len(parts) for parts, _ in wanted)


def _longest_first(
    wanted: list[tuple[list[str], str]],
) -> list[tuple[int, tuple[list[str], str]]]:
    return sorted(enumerate(wanted), key=lambda entry: -len(entry[1][0]))


def _best(matches: list[_Match], width: int) -> tuple[int, int] | None:
    """Return the span of the best group of matches that fits into ``width``."""
    best: tuple[int, int] | None = None
    best_score = (0, 0, 0)
    for index, first in enumerate(matches):
        group = [first]
        for match in matches[index + 1 :]:
            if match.end - first.start > width:
                break
            group.append(match)
        score = (
            len({match.term for match in group}),
            len({match.term for match in group if match.exact}),
            len(group),
        )
        if score > best_score:
            best, best_score = (first.start, group[-1].end), score
    return best


def _window(text: str, span: tuple[int, int] | None, width: int) -> tuple[int, int]:
    """Return the ends of the stretch to show, at word boundaries, with ``span`` inside it."""
    if len(text) <= width:
        return 0, len(text)
    first, last = span or (0, 0)
    last = min(last, first + width)
    start = max(0, first - (width - (last - first)) // 2)
    start = max(0, min(start, len(text) - width))
    end = min(start + width, len(text))
    if start and text[start - 1] != " ":
        gap = text.find(" ", start, first)
        start = gap + 1 if gap >= 0 else first
    if end < len(text) and text[end] != " ":
        gap = text.rfind(" ", max(last, start + 1), end)
        if gap >= 0:
            end = gap
        elif last > start:
            end = last  # without a match, one endless word is cut where the width ends
    return start + (text[start] == " "), end - (text[end - 1] == " ")


def _segments(text: str, matches: list[_Match], start: int, end: int) -> Iterator[Segment]:
    position = start
    for match in matches:
        left, right = max(match.start, start), min(match.end, end)
        if left >= right:
            continue
        if left > position:
            yield text[position:left], False
        yield text[left:right], True
        position = right
    if position < end:
        yield text[position:end], False


def _with_ellipses(segments: list[Segment], before: bool, after: bool) -> list[Segment]:
    if before:
        segments = _joined([(ELLIPSIS, False)], segments)
    if after:
        segments = _joined(segments, [(ELLIPSIS, False)])
    return segments


def _joined(left: list[Segment], right: list[Segment]) -> list[Segment]:
    if left and right and not left[-1][1] and not right[0][1]:
        return [*left[:-1], (left[-1][0] + right[0][0], False), *right[1:]]
    return left + right
