"""Whether a row's file has just come in.

What: reads `FieldFile._committed`.
Reason: what comes in is checked and cleaned once, before it is stored; a file that is stored already is
    not read again at every saving. Django tells the two apart by this name alone.
Versions: Django 5.2
Upstream: none known
Goes when: Django says in public whether a file waits to be stored.
"""

from typing import Any


def is_new_file(file: Any) -> bool:
    """Whether this value of a file field waits to be stored; False for an empty one."""
    return bool(file) and not file._committed
