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
    try:
        text = data.decode("utf-8-sig") if len(data) <= LARGEST else None
    except UnicodeDecodeError:
        text = None
    if text is None or "\x00" in text:
        return CaptionsProblem(NOT_TEXT, 1)
    lines = re.split(r"\r\n|\n|\r", text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return CaptionsProblem(NO_HEADER, 1)
    found = 0
    for cue in _cues(lines):
        if isinstance(cue, CaptionsProblem):
            return cue
        if cue.end_ms <= cue.start_ms:
            return CaptionsProblem(BACKWARDS, cue.line)
        if not cue.text:
            return CaptionsProblem(EMPTY, cue.line)
        found += 1
    return None if found else CaptionsProblem(NO_CUES, 1)


def cues_of(data: bytes) -> list[Cue]:
    """The cues of a file in which `problem_in` finds nothing."""
    lines = re.split(r"\r\n|\n|\r", data.decode("utf-8-sig"))
    return [cue for cue in _cues(lines) if isinstance(cue, Cue)]


def _cues(lines: list[str]) -> Iterator[Cue | CaptionsProblem]:
    """Blocks are parted by empty lines; a block with an arrow in its first two lines is a cue."""
    at = 1
    while at < len(lines):
        start = at
        while at < len(lines) and lines[at].strip():
            at += 1
        block = lines[start:at]
        at += 1
        if not block or block[0].startswith(_BLOCKS):
            continue
        place = next((i for i, line in enumerate(block[:2]) if "-->" in line), None)
        if place is None:
            # Header lines may follow WEBVTT directly; anywhere else text without a time is lost.
            if start > 1:
                yield CaptionsProblem(BAD_TIME, start + 1)
            continue
        timing = _TIMING.match(block[place].strip())
        if timing is None:
            yield CaptionsProblem(BAD_TIME, start + place + 1)
            continue
        words = " ".join(line.strip() for line in block[place + 1 :]).strip()
        yield Cue(_ms(timing.groups()[:4]), _ms(timing.groups()[4:]), words, start + place + 1)


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
