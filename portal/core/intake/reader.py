"""The program that reads one file: `python -m portal.core.intake.reader SECONDS BYTES`.

It takes its task from standard input, limits its own time and memory, and answers on standard output with
how it went and what came of it. Django is here for its words alone.
"""

from __future__ import annotations

import pickle
import resource
import sys
from importlib import import_module
from typing import Any

from django.conf import settings

from portal.core.intake.refusals import FileRefused


def main() -> int:
    processor, memory = (int(limit) for limit in sys.argv[1:3])
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The words of the source are Vietnamese already.
    settings.configure(USE_I18N=False)
    # A library that talks must not talk into the answer.
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    answers.write(pickle.dumps(outcome_of(sys.stdin.buffer.read())))
    return 0


def outcome_of(task: bytes) -> tuple[str, Any]:
    """("answer", what the reader said), ("refused", its FileRefused), or (a reason, detail)."""
    try:
        name, data, args, kwargs = pickle.loads(task)  # noqa: S301 (written by `apart`)
        module, _colon, function = name.partition(":")
        return "answer", getattr(import_module(module), function)(data, *args, **kwargs)
    except FileRefused as error:
        return "refused", error
    except MemoryError:
        return "too_large", "out of memory"
    # The libraries raise nearly anything for a broken file.
    except Exception as error:  # noqa: BLE001
        return "damaged", f"{type(error).__name__}: {error}"[:300]


if __name__ == "__main__":
    sys.exit(main())
