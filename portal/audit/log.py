"""Write an entry into the one log, which is Wagtail's."""

from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.functional import LazyObject
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from portal.audit.models import Subject
from portal.users.client import client_address, user_agent
from portal.users.models import User

# The request being answered, so that entries written anywhere below it know where it came from.
current_request: ContextVar[HttpRequest | None] = ContextVar("audit_request", default=None)


def log_action(
    action: str,
    instance: Model | None = None,
    *,
    user: User | None = None,
    unit: Model | None = None,
    data: dict[str, Any] | None = None,
    request: HttpRequest | None = None,
) -> ModelLogEntry | None:
    """Log `action`, done by `user` (None: nobody signed in, or the portal itself).

    `instance` is what it was done to, an account mostly; without one the entry belongs to the portal.
    `unit` and the client's address are kept in the entry's data, where the report finds them.
    """
    details = {**(data or {}), **origin(request)}
    if unit is not None:
        details["unit"] = unit.pk
    if isinstance(instance, LazyObject):
        # `request.user`: one query for the row itself, so that the entry is never lost in wrappers.
        instance = User.objects.get(pk=instance.pk)
    entry: ModelLogEntry | None = log(
        instance=instance or Subject.portal(),
        action=action,
        user=user,
        data={key: value for key, value in details.items() if value not in (None, "")},
    )
    return entry


def origin(request: HttpRequest | None = None) -> dict[str, str]:
    """Where the action came from; empty in commands and background work."""
    request = request or current_request.get()
    if request is None:
        return {}
    return {"ip": client_address(request), "user_agent": user_agent(request)}
