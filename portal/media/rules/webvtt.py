"""Whether a captions file is WebVTT that a browser will show: its header, its times, its order.

Rules: https://www.w3.org/TR/webvtt1/ . Browsers skip a broken cue in silence, so a viewer who cannot hear
would miss words and nobody would know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LARGEST: Final = 1_000_000  # bytes; two hours of speech are a tenth of it
_TIME: Final = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING: Final = re.compile(rf"^{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?$")
_BLOCKS: Final = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class CaptionsProblem:
    """`what` is one of the keys below; `line` counts from 1."""

    what: str
    line: int


NOT_TEXT: Final = "not_text"  # not UTF-8, or far too long
NO_HEADER: Final = "no_header"  # the first line is not WEBVTT
BAD_TIME: Final = "bad_time"  # a line with an arrow that is no timing
BACKWARDS: Final = "backwards"  # ends before it begins
EMPTY: Final = "empty"  # a cue without words
NO_CUES: Final = "no_cues"  # nothing to show at all


@dataclass(frozen=True)
class Cue:
    start_ms: int
    end_ms: int
    text: str
    line: int


def problem_in(data: bytes) -> CaptionsProblem | None:
    """The first thing to mend, None for a file that is right."""
    text = _text_of(data)
    if text is None:
        return CaptionsProblem(NOT_TEXT, 1)
    lines = re.split(r"\r\n|\n|\r", text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return CaptionsProblem(NO_HEADER, 1)
    cues = list(_cues(lines))
    if not cues:
        return CaptionsProblem(NO_CUES, 1)
    return next(filter(None, map(_problem_of, cues)), None)


def _text_of(data: bytes) -> str | None:
    """None for what is far too long, is not UTF-8 or holds what no text does."""
    if len(data) > LARGEST:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def _problem_of(cue: Cue | CaptionsProblem) -> CaptionsProblem | None:
    if isinstance(cue, CaptionsProblem):
        return cue
    if cue.end_ms <= cue.start_ms:
        return CaptionsProblem(BACKWARDS, cue.line)
    return None if cue.text else CaptionsProblem(EMPTY, cue.line)


def cues_of(data: bytes) -> list[Cue]:
    """The cues of a file in which `problem_in` finds nothing."""
    lines = re.split(r"\r\n|\n|\r", data.decode("utf-8-sig"))
    return [cue for cue in _cues(lines) if isinstance(cue, Cue)]


def _cues(lines: list[str]) -> Iterator[Cue | CaptionsProblem]:
    for start, block in _blocks(lines):
        cue = None if block[0].startswith(_BLOCKS) else _cue(block, start)
        if cue is not None:
            yield cue


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What empty lines part below the first line, each with the place of its own first line."""
    at = 1
    while at < len(lines):
        start = at
        while at < len(lines) and lines[at].strip():
            at += 1
        if at > start:
            yield start, lines[start:at]
        at += 1


def _cue(block: list[str], start: int) -> Cue | CaptionsProblem | None:
    """A block with an arrow in its first two lines; None for what may follow the header.

    Example: ["2", "00:01.000 --> 00:02.500", "Xin chào"] is a cue from 1000 to 2500 ms.
    """
    place = next((i for i, line in enumerate(block[:2]) if "-->" in line), None)
    if place is None:
        # Header lines may follow WEBVTT directly; anywhere else text without a time is lost.
        return CaptionsProblem(BAD_TIME, start + 1) if start > 1 else None
    line = start + place + 1
    timing = _TIMING.match(block[place].strip())
    if timing is None:
        return CaptionsProblem(BAD_TIME, line)
    words = " ".join(part.strip() for part in block[place + 1 :]).strip()
    return Cue(_ms(timing.groups()[:4]), _ms(timing.groups()[4:]), words, line)


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
