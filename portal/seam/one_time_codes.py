"""The arithmetic of an authenticator app's codes.

What: `hotp_value` of allauth's package `internal`.
Reason: the portal takes each code only once and remembers that in the database; allauth remembers it in
    the cache, which may be away. The arithmetic (RFC 4226) is allauth's, and is not documented.
Versions: django-allauth 65.21
Upstream: none known
Goes when: allauth keeps used codes in the database, or documents the arithmetic.
"""

from allauth.mfa.totp.internal import auth


def counter_value(secret: str, counter: int) -> int:
    """The code of a secret for this count of periods, as a number."""
    return auth.hotp_value(secret, counter)
