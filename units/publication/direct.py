"""The one way around the two reviews: work of the portal itself, with a reason.

It stands in this room and not in `units.moderation`, because rooms beside that one (provisioning, the
sample loader, mergers of units) publish pages of their own making. What it allows ends with the block,
and never reaches into a request that is answered meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from portal.audit.log import current_request


class _Direct(NamedTuple):
    reason: str
    request: Any


_direct: ContextVar[_Direct | None] = ContextVar("direct_publication", default=None)


@contextmanager
def allow_direct_publication(reason: str) -> Iterator[None]:
    """Publish without review inside the block; `reason` (Vietnamese) is kept with each publication.

    Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("a direct publication needs its reason")
    token = _direct.set(_Direct(reason, current_request.get()))
    try:
        yield
    finally:
        _direct.reset(token)


@contextmanager
def review_required() -> Iterator[None]:
    """Close an outer `allow_direct_publication` for a block."""
    token = _direct.set(None)
    try:
        yield
    finally:
        _direct.reset(token)


def direct_reason() -> str:
    """Why publication without review is allowed just now; empty when it is not."""
    direct = _direct.get()
    if direct is None or direct.request is not current_request.get():
        return ""
    return direct.reason
