"""Events of the accounts become entries; entries of other rooms get their origin."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.models import ModelLogEntry

from portal.audit.actions import LISTED, REFUSALS, STOCK_MODELS
from portal.audit.log import log_action, origin
from portal.audit.refusals import log_refusal
from portal.users.events import Action, security_event
from portal.users.models import User


@receiver(security_event)
def on_security_event(
    action: Action,
    actor: User | None,
    account: User | None,
    request: HttpRequest | None,
    data: dict[str, Any],
    **_kwargs: Any,
) -> None:
    if action in REFUSALS or data.get("refused"):
        cause = str(data.get("private", ""))
        log_refusal(str(action), account, user=actor, cause=cause, data=data, request=request)
    else:
        log_action(str(action), account, user=actor, data=data, request=request)


@receiver(pre_save, sender=ModelLogEntry)
def add_origin(instance: ModelLogEntry, **_kwargs: Any) -> None:
    if not instance._state.adding:
        return
    if instance.action.startswith(LISTED) or instance.content_type.natural_key() in STOCK_MODELS:
        instance.data = {**origin(), **(instance.data or {})}
