"""The second factor: who must have one, what a session has shown, how codes are checked and kept."""

import base64
import hashlib
import time

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.module_loading import import_string

from portal.seam.one_time_codes import counter_value
from portal.users.models import User

# In the session once a code was given (or the factor enrolled); the value is the user's id.
SESSION_KEY = "portal_second_factor"


def is_required(user: User) -> bool:
    """Must this user have a second factor? Asked anew on every request that has shown none."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    if settings.MFA_REQUIRED_FOR_ALL or user.second_factor_due:
        return True
    return import_string(settings.PORTAL_MFA_POLICY)(user)


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def mark_session(session: SessionBase, user: User) -> None:
    session[SESSION_KEY] = user.pk


def unmark_session(session: SessionBase) -> None:
    session.pop(SESSION_KEY, None)


def session_is_marked(session: SessionBase, user: User) -> bool:
    return session.get(SESSION_KEY) == user.pk


def accept_totp(authenticator: Authenticator, code: str) -> bool:
    """Check a code of the app, and take each only once.

    allauth remembers used codes in the cache for one period: less than a code is valid for when clocks
    may differ, and a cache that is away would refuse every code. Here the row keeps the last step.
    """
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().filter(pk=authenticator.pk).first()
        if row is None:
            return False  # the device was taken away a moment ago
        step = step_of(decrypt(row.data["secret"]), code, after=row.data.get("last_step", -1))
        if step is None:
            return False
        note_step(row, step)
        authenticator.data = row.data
    return True


def step_of(secret: str, code: str, *, after: int = -1) -> int | None:
    """The period of 30 seconds, about now and later than `after`, whose code this is.

    The last one, if neighbours happen to have the same digits: these are used up then.
    """
    digits = "".join(code.split())
    now, around = int(time.time()) // mfa_settings.TOTP_PERIOD, mfa_settings.TOTP_TOLERANCE
    found = None
    for step in range(now - around, now + around + 1):
        expected = f"{counter_value(secret, step):0{mfa_settings.TOTP_DIGITS}}"
        if constant_time_compare(digits, expected) and step > after:
            found = step
    return found


def note_step(authenticator: Authenticator, step: int) -> None:
    """From now on only codes of later periods are taken."""
    authenticator.data["last_step"] = step
    authenticator.save(update_fields=["data"])


def encrypt(text: str) -> str:
    return _cipher().encrypt(text.encode()).decode()


def decrypt(text: str) -> str:
    return _cipher().decrypt(text.encode()).decode()


def _cipher() -> MultiFernet:
    """Today's key first; the fallbacks still read what an older one wrote."""
    keys = [settings.SECOND_FACTOR_KEY, settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys if key])


def _derived(key: str) -> bytes:
    digest = hashlib.sha256(b"portal.users.second_factor:" + key.encode()).digest()
    return base64.urlsafe_b64encode(digest)
