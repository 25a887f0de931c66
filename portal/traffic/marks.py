"""Who was here a moment ago, without knowing who: salted hashes that live for a day."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from portal.traffic.models import DailySalt, Mark
from portal.users.client import client_address, user_agent

# The same visitor on the same object counts again after so long.
RELOAD: Final = timedelta(minutes=30)
# One line (an office, a mobile network's gateway) may add so many marks in a window. More is a script.
WINDOW: Final = timedelta(minutes=10)
MARKS_PER_LINE: Final = 300
# Who did something so recently is on the portal now.
ONLINE: Final = timedelta(minutes=5)


class Visitor:
    """Hashes of whoever sent the request, good for today."""

    def __init__(self, request: HttpRequest) -> None:
        self.now = timezone.now()
        self._salt = _salt_of_today()
        line = _line(client_address(request))
        self.line = self._hash("line", line)
        self._person = self._hash("visitor", line, user_agent(request))

    def claim(self, what: str) -> bool:
        """Whether this counts: the visitor did not do it within `RELOAD`, and the line is not a flood."""
        key = self._hash(what, self._person)
        before = self.now - RELOAD
        known = Mark.objects.filter(key=key)
        if known.filter(seen_at__lte=before).update(seen_at=self.now):
            return True
        if known.exists() or self._is_flood():
            return False
        return self._leave(key)

    def claim_visit(self) -> bool:
        """Whether this is the visitor's first sign today; either way he is here now."""
        key = self._hash("visit", self._person)
        if Mark.objects.filter(key=key).update(seen_at=self.now):
            return False
        return not self._is_flood() and self._leave(key, is_visit=True)

    def _leave(self, key: str, *, is_visit: bool = False) -> bool:
        mark = {"line": self.line, "is_visit": is_visit, "seen_at": self.now}
        return Mark.objects.get_or_create(key=key, defaults=mark)[1]

    def _is_flood(self) -> bool:
        recent = Mark.objects.filter(line=self.line, seen_at__gt=self.now - WINDOW)
        return recent.count() >= MARKS_PER_LINE

    def _hash(self, *parts: str) -> str:
        message = "\0".join(parts).encode("utf-8", "replace")
        return hmac.new(self._salt, message, hashlib.sha256).hexdigest()


def online_at(now: datetime) -> int:
    return Mark.objects.filter(is_visit=True, seen_at__gt=now - ONLINE).count()


def forget_marks() -> None:
    """Throw away what could tell anything about earlier days: their salts, and the marks made with them."""
    today = timezone.localdate()
    DailySalt.objects.filter(day__lt=today).delete()
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    Mark.objects.filter(seen_at__lt=midnight).delete()


def _salt_of_today() -> bytes:
    row, _created = DailySalt.objects.get_or_create(
        day=timezone.localdate(), defaults={"value": secrets.token_hex(32)}
    )
    return bytes.fromhex(row.value)


def _line(address: str) -> str:
    """An IPv6 line has 2^64 addresses of its own, so its network stands for it."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
