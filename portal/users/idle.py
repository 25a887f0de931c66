"""How long a session may lie idle or last at all, and what counts as somebody being there."""

import re
import time

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.module_loading import import_string

from portal.core.middleware import is_admin_path
from portal.users.models import User

ACTIVE_KEY = "portal_active_at"
LIMIT_KEY = "portal_idle_limit"
BEGAN_KEY = "portal_began_at"
# In use without a pause: longer than a day at the office.
LONGEST = 12 * 60 * 60
# A session row is written at most so often (seconds); it makes the limit this much shorter at worst.
WRITE_INTERVAL = 10

# What open editors ask by themselves: pings, previews, block previews, dismissed hints.
_BACKGROUND = re.compile(
    rf"^/{re.escape(settings.ADMIN_PATH)}"
    r"(editing-sessions/|dismissibles/|block-preview/|sprite/|jsi18n/|.*/preview/$)"
)


def limit_for(user: User) -> int:
    """Seconds of idleness this user has: the shorter time for administrators."""
    short = user.is_superuser or import_string(settings.PORTAL_ADMINISTRATOR_POLICY)(user)
    return 60 * (settings.IDLE_MINUTES_ADMINISTRATORS if short else settings.IDLE_MINUTES)


def start(session: SessionBase, user: User) -> None:
    """Somebody has signed in."""
    session[BEGAN_KEY] = time.time()
    _go_on(session, user)


def _go_on(session: SessionBase, user: User) -> None:
    session[ACTIVE_KEY] = time.time()
    session[LIMIT_KEY] = limit_for(user)
    # Sessions from before there was a longest time count from now.
    session.setdefault(BEGAN_KEY, time.time())


def remaining(session: SessionBase) -> float | None:
    """Seconds until the session expires (negative: it has); None before the first request."""
    if ACTIVE_KEY not in session:
        return None
    now = time.time()
    unused = session[ACTIVE_KEY] + session.get(LIMIT_KEY, 0) - now
    return min(unused, session.get(BEGAN_KEY, now) + LONGEST - now)


def touch(session: SessionBase, user: User, now: bool = False) -> None:
    """Somebody is there. The limit is asked again, since a role may have changed."""
    if now or time.time() - session.get(ACTIVE_KEY, 0) >= WRITE_INTERVAL:
        _go_on(session, user)


def is_activity(request: HttpRequest) -> bool:
    """Did a person do this? Pings and previews of an editor left open are not activity.

    A browser says whether it opens a page (`navigate` into a `document`); its other GET requests come
    from scripts and frames. Changes sent by POST were made by someone, Wagtail's autosave included.
    """
    if not is_admin_path(request.path) or _BACKGROUND.match(request.path):
        return False
    if request.method not in {"GET", "HEAD"}:
        return True
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return False
    return request.headers.get("Sec-Fetch-Dest", "document") == "document"
