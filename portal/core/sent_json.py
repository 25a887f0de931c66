"""JSON that somebody sent: read into what can be kept, or refused with a ValueError.

Python reads more than that: halves of letters (lone surrogates, which come with text pasted from chats),
NUL, numbers that are none, and lists in lists as deep as its stack allows, which whoever reads them next
no longer can.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any, Final

# A list in an editor's paragraph has five; nothing that a form of ours sends has twelve.
MOST_LEVELS: Final = 40
# A text that is not closed goes on to the end, so that nothing is read twice.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|(?P<opens>[\[{])|(?P<closes>[\]}])', re.DOTALL)


class UnreadableError(ValueError):
    """What was sent for one field is nothing that this field's own form sends."""


def read_json(text: str | bytes) -> Any:
    """Its texts without NUL and halves of letters. Raises ValueError, JSONDecodeError where it is no JSON."""
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("JSON with too many levels") from None
    return _fit(value, MOST_LEVELS)


def _fit(value: Any, levels: int) -> Any:
    if not levels:
        raise ValueError("JSON with too many levels")
    if isinstance(value, dict):
        return {_text(key): _fit(inner, levels - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_fit(inner, levels - 1) for inner in value]
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("JSON with a number that is none")
    return _text(value) if isinstance(value, str) else value


def _text(value: str) -> str:
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def has_many_levels(text: str) -> bool:
    """Whether lists or objects stand in each other so deep in this text that no reader of JSON may follow."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        opens = found["opens"]
        if opens:
            depth += 1
            if depth > MOST_LEVELS:
                return True
        elif found["closes"]:
            depth = max(depth - 1, 0)
    return False
