"""An id of another unit that somebody has sent: what he is told, and what the log says."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.audit.refusals import log_refusal
from portal.users.models import User
from units.scope.actors import Actor, memberships_of

FOREIGN_CHOICE = _("Lựa chọn này không thuộc đơn vị của bạn.")


def note_refused(user: Actor, model: type[Model], value: Any) -> None:
    """Write a refused id into the log, under the first of the person's own units.

    What the row holds is not written down.
    """
    if isinstance(user, User):
        unit = next((m.unit for m in memberships_of(user)), None)
        data = {"model": model._meta.label_lower, "value": str(value)[:60]}
        log_refusal(FOREIGN_ID_REFUSED, user, cause=data["model"], user=user, unit=unit, data=data)
