"""Read a file in a program of its own, for a hostile one may never come to an end or take all memory.

    read_apart(read_docx, data, convert=None)

is `read_docx(data, convert=None)` with limits. What was typed or pasted is read so only when it is long
(`read_long_apart`): an ordinary week or article costs less than starting a program. The reader must be a
function of a module that asks for no database and no settings, and answer with plain data: dataclasses of
ours, texts, numbers, days. It is a new program and not a copy of this one: a copy of a server with threads
may wait for ever for a lock that another thread held.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import structlog
from django.conf import settings

from portal.core.intake.refusals import FileRefused, ReadingStopped

P = ParamSpec("P")
Given = TypeVar("Given")
Answer = TypeVar("Answer")
logger = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Bounds:
    """Seconds on the clock and of the processor, and bytes of memory, that one reading may take."""

    seconds: float = 40
    processor: int = 20
    memory: int = 1024 * 1024 * 1024


BOUNDS: Final = Bounds()
# Letters of a text that take a reader some three tenths of a second, as long as the program takes to start.
LONG: Final = 50_000
_OURS: Final = ("portal.", "home.", "events.", "units.")
_PLAIN: Final = {("datetime", "date"), ("datetime", "time"), ("datetime", "datetime")}


def read_apart(
    reader: Callable[Concatenate[Given, P], Answer],
    given: Given,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Answer:
    """What the reader answers. Raises the FileRefused that it raises, or ReadingStopped."""
    name = f"{reader.__module__}:{reader.__qualname__}"
    outcome, answer = _run(pickle.dumps((name, given, args, kwargs)), BOUNDS)
    if outcome == "answer":
        return answer
    if outcome == "refused":
        raise answer
    logger.warning("file_reading_failed", reader=name, outcome=outcome, detail=answer)
    raise ReadingStopped(outcome)


def read_long_apart(
    letters: int,
    reader: Callable[Concatenate[Given, P], Answer],
    given: Given,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Answer:
    """`read_apart` for a text of so many letters, if that is long; else the reader is asked here."""
    if letters <= LONG:
        return reader(given, *args, **kwargs)
    return read_apart(reader, given, *args, **kwargs)


def _run(task: bytes, bounds: Bounds) -> tuple[str, Any]:
    try:
        return _PlainData(io.BytesIO(_told_by_program(task, bounds))).load()
    except subprocess.TimeoutExpired:
        return "too_slow", "time is up"
    # Stopped by its own limit of time or memory, before it could say so.
    except subprocess.CalledProcessError as error:
        return "too_slow", str(error)
    except (pickle.UnpicklingError, EOFError) as error:
        return "damaged", str(error)[:300]


def _told_by_program(task: bytes, bounds: Bounds) -> bytes:
    limits = [str(bounds.processor), str(bounds.memory)]
    done = subprocess.run(  # noqa: S603 (our own module and two numbers)
        [sys.executable, "-m", "portal.core.intake.reader", *limits],
        input=task,
        capture_output=True,
        timeout=bounds.seconds,
        check=True,
        cwd=settings.BASE_DIR,
    )
    return done.stdout


class _PlainData(pickle.Unpickler):
    """Takes data only: whatever a file made of its reader, nothing of it is called here."""

    def find_class(self, module: str, name: str) -> Any:
        is_ours = module.startswith(_OURS)
        if is_ours or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if not is_ours or _is_data(found):
                return found
        raise pickle.UnpicklingError(f"no plain data: {module}.{name}")


def _is_data(found: object) -> bool:
    return isinstance(found, type) and (
        is_dataclass(found) or issubclass(found, (FileRefused, Enum))
    )
