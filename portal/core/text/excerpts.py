"""The piece of a text that shows why it was found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

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


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


class _Term(NamedTuple):
    """What is looked for: its place among the terms, its folded words, and how it was written."""

    place: int
    parts: list[str]
    marked: str


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
    best = _best(matches, width) if len(text) > width else None
    start, end = _window(text, best, width)
    return _with_ellipses(list(_segments(text, matches, start, end)), start > 0, end < len(text))


def _matches(text: str, terms: list[str]) -> Iterator[_Match]:
    """Where the terms stand, from the left; of two that begin at one word the longer.

    In "Luật Đất đai" the terms "đất" and "dat dai" give one match, "Đất đai", which is not exact.
    """
    folding = cache(fold)  # for this call only: a text repeats its words
    words = [_Word(word.start(), word.end(), folding(word[0])) for word in _WORD.finditer(text)]
    by_first = _by_first_word(terms)
    position, count = 0, 0
    while position < len(words) and count < _MOST_MATCHES:
        term = _term_at(position, words, by_first)
        if term is None:
            position += 1
            continue
        start, position = words[position].start, position + len(term.parts)
        end = words[position - 1].end
        count += 1
        yield _Match(start, end, term.place, normalize_marks(text[start:end]) == term.marked)


def _by_first_word(terms: list[str]) -> dict[str, list[_Term]]:
    """The terms by the folded word that they begin with, the longest first; an empty one is nowhere."""
    wanted = [
        _Term(index, fold(term).split(), normalize_marks(term)) for index, term in enumerate(terms)
    ]
    by_first: dict[str, list[_Term]] = {}
    for term in sorted(wanted, key=lambda term: -len(term.parts)):
        if term.parts:
            by_first.setdefault(term.parts[0], []).append(term)
    return by_first


def _term_at(position: int, words: list[_Word], by_first: dict[str, list[_Term]]) -> _Term | None:
    for term in by_first.get(words[position].folded, ()):
        ahead = words[position : position + len(term.parts)]
        if [word.folded for word in ahead] == term.parts:
            return term
    return None


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
    start = _next_word(text, start, first)
    end = _last_word(text, start, last, end)
    return start + (text[start] == " "), end - (text[end - 1] == " ")


def _next_word(text: str, start: int, first: int) -> int:
    """Where a word begins from `start` on, at the latest at `first`, where what was found begins."""
    if start == 0 or text[start - 1] == " ":
        return start
    gap = text.find(" ", start, first)
    return gap + 1 if gap >= 0 else first


def _last_word(text: str, start: int, last: int, end: int) -> int:
    """Where a word ends up to `end`, at the earliest at `last`, where what was found ends."""
    if end == len(text) or text[end] == " ":
        return end
    gap = text.rfind(" ", max(last, start + 1), end)
    if gap >= 0:
        return gap
    # Without a match, one endless word is cut where the width ends.
    return last if last > start else end


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
