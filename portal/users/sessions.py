"""Where somebody is signed in: noted when a session begins, read from the sessions themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.users import idle
from portal.users.client import client_address, user_agent
from portal.users.models import OpenSession, User
from portal.users.rules.devices import device_in_words

_NOTED = "portal_session_noted"


@dataclass(frozen=True)
class Place:
    """One session in force, as its owner sees it."""

    device: str
    address: str
    began_at: datetime
    used_at: datetime
    is_this: bool


def note(request: HttpRequest, user: User) -> None:
    """Once for each key a session gets: Django changes it at sign-in and with a new password."""
    key, before = request.session.session_key, request.session.get(_NOTED)
    if key is None or key == before:
        return
    values = {
        "user": user,
        "session_key": key,
        "address": client_address(request)[:45],
        "user_agent": user_agent(request),
    }
    if not before or not OpenSession.objects.filter(session_key=before).update(**values):
        OpenSession.objects.update_or_create(session_key=key, defaults=values)
    request.session[_NOTED] = key


def forget(session_key: str | None) -> None:
    OpenSession.objects.filter(session_key=session_key).delete()


def places_of(user: User, request: HttpRequest) -> list[Place]:
    """Sessions in force, the last used one first. Rows of those that have ended go."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    found, ended = [], []
    for row in OpenSession.objects.filter(user=user.pk):
        is_this = row.session_key == request.session.session_key
        session = request.session if is_this else store(row.session_key)
        if not _is_in_force(session, user):
            ended.append(row.pk)
            continue
        used = datetime.fromtimestamp(session[idle.ACTIVE_KEY], tz=timezone.get_current_timezone())
        found.append(
            Place(device_in_words(row.user_agent), row.address, row.began_at, used, is_this)
        )
    OpenSession.objects.filter(pk__in=ended).delete()
    return sorted(found, key=lambda place: (place.is_this, place.used_at), reverse=True)


def _is_in_force(session: Any, user: User) -> bool:
    left = idle.remaining(session)
    if left is None or left <= 0 or str(session.get(SESSION_KEY)) != str(user.pk):
        return False
    return constant_time_compare(session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())


def forget_old() -> None:
    """Rows of sessions that nobody ended; none lasts longer than its cookie."""
    limit = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    OpenSession.objects.filter(began_at__lt=limit).delete()
