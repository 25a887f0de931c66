"""Sign-in by username or mail address, with the same work whether the account exists or not."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from portal.core.text import compose
from portal.users.models import User
from portal.users.rules.mail_addresses import address_key


def normal_login(login: str) -> str:
    """As people mean what they type: composed, without spaces around, of any case."""
    return compose(login).strip().casefold()


def find_user(login: str, request: HttpRequest | None = None) -> User | None:
    """The account of this username, else the only one with this mail address; one query.

    Remembered with the request: the lock, the check and the log ask for the same name.
    """
    wanted = normal_login(login)
    known = getattr(request, "_portal_logins", {})
    if wanted in known:
        return known[wanted]
    found = _account_meant(login)
    if request is not None:
        request._portal_logins = {**known, wanted: found}  # type: ignore[attr-defined]
    return found


def _account_meant(login: str) -> User | None:
    """The one account that the text names: as it is written, else in any case, else by its mail address.

    Of the names "Lan" and "lan", "lan" means the second and "LAN" neither.
    """
    wanted = normal_login(login)
    named = User.objects.filter(username__iexact=wanted)
    rows = list((named | User.objects.with_address(login))[:20])
    by_name = [user for user in rows if normal_login(user.username) == wanted]
    exact = [user for user in by_name if user.username == login.strip()]
    key = address_key(login)
    by_mail = [user for user in rows if key and address_key(user.email) == key]
    readings = (exact, by_name, by_mail)
    return next((users[0] for users in readings if len(users) == 1), None)


class StaffBackend(ModelBackend):
    """One query and one hash for every attempt."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if not username or password is None:
            return None
        user = find_user(username, request)
        if user is None:
            User().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user
        return None
