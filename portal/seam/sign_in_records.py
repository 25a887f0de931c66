"""By which means somebody signed in, in this session.

What: `get_authentication_records` and `record_authentication` of allauth's package `internal`.
Reason: the portal asks whether a code was given, and notes that one was given at enrolment. allauth keeps
    this in the session and has no documented way to it.
Versions: django-allauth 65.21
Upstream: none known
Goes when: allauth documents its records of authentication.
"""

from typing import Any

from allauth.account.internal.flows import login
from django.http import HttpRequest


def means_of_sign_in(request: HttpRequest, user: Any) -> list[dict[str, Any]]:
    """What was shown in this session, each with its `method` ("password", "mfa") and its moment `at`."""
    return login.get_authentication_records(request, user)


def note_means(request: HttpRequest, user: Any, method: str, **details: Any) -> None:
    """Write down that somebody has just proved by this method who he is."""
    login.record_authentication(request, user, method, **details)
