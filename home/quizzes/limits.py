"""How often one address may do something: counted in the cache, with no third party and no stored address.

A school's pupils share one address, so the limits stop a flood and no class. Where the cache is away,
nothing is counted and nobody is refused.
"""

from __future__ import annotations

from enum import Enum
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest

from portal.users.client import client_address

WINDOW_SECONDS = 600


class Limit(Enum):
    """(name, how many in ten minutes)."""

    BEGUN = ("begun", 1500)
    SENT = ("sent", 1500)
    # Each tells whether a number has taken part, so asking for many numbers is stopped early.
    REFUSED_NUMBER = ("refused-number", 40)


def _key(request: HttpRequest, limit: Limit) -> str:
    address = sha256(client_address(request).encode()).hexdigest()[:32]
    return f"quizzes:{limit.value[0]}:{address}"


def count(request: HttpRequest, limit: Limit) -> bool:
    """Count once more; whether it is still within the limit."""
    key = _key(request, limit)
    if cache.add(key, 1, WINDOW_SECONDS):
        return True
    try:
        return cache.incr(key) <= limit.value[1]
    except ValueError:
        # Gone between the two calls, or no cache at all.
        return True


def is_reached(request: HttpRequest, limit: Limit) -> bool:
    return int(cache.get(_key(request, limit)) or 0) >= limit.value[1]
