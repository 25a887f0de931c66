"""Sessions that end by more than a new password.

What: overrides `AbstractBaseUser._get_session_auth_hash`.
Reason: a session belongs to a hash of the password. An account is signed out everywhere without a new
    password as well (locked, second factor taken away). The private method, because both public ones
    (today's key and the fallbacks) go through it.
Versions: Django 5.2
Upstream: none known
Goes when: Django asks the user for the text that sessions are bound to.
"""

from django.contrib.auth.models import AbstractUser
from django.utils.crypto import salted_hmac

# Django's own, so that an empty addition leaves every session as it is.
SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"


class UserWithBoundSessions(AbstractUser):
    """A user whose sessions end when `session_binding` answers something else."""

    class Meta:
        abstract = True

    def session_binding(self) -> str:
        """Besides the password."""
        return ""

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        bound = self.password + self.session_binding()
        return salted_hmac(SALT, bound, secret=secret, algorithm="sha256").hexdigest()
